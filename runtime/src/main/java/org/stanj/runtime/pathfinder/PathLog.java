package org.stanj.runtime.pathfinder;

import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.Step;
import org.stanj.stdlib.abi.RejectException;

/** Follows one path. Calls come from the path's thread. */
public interface PathLog {
  /** Before the first step. */
  void start(Point point);

  /**
   * After each step.
   *
   * @param evaluations of the density so far
   * @param elbo of the approximation at the point; −∞ if there is none
   * @param best of all so far
   */
  void step(Step step, int evaluations, double elbo, double best);

  /** A point that the program rejects. */
  void rejected(RejectException reason);

  /** At the end, if there was an approximation. */
  void best(int iteration, double elbo, int evaluations);
}
