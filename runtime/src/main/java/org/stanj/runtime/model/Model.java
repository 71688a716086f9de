package org.stanj.runtime.model;

import java.util.List;
import org.stanj.stdlib.abi.ProfileTimes;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;

/**
 * A program bound to its data: immutable and thread-safe. Every evaluation takes a {@link Scratch}
 * of this model, which one thread uses at a time.
 *
 * <p>Rows ({@code out}, {@code row}) hold the values of {@link #variables} one after the other, in
 * storage order: arrays element by element (last array index fastest), matrices column by column.
 */
public interface Model {
  /** Drop the terms that are constant in the parameters from {@code ~} and {@code _lupdf}. */
  int PROPTO = 1;

  /** Add the log Jacobian of the constraining transforms. */
  int JACOBIAN = 2;

  /** Number of unconstrained parameters. */
  int unconstrainedSize();

  /** Working memory for this model; slices of its sums run one after the other. */
  Scratch newScratch();

  /**
   * Working memory for this model.
   *
   * @param slices who runs the slices of its sums, if it has any; the results do not depend on it
   */
  default Scratch newScratch(SliceRunner slices) {
    return newScratch();
  }

  /**
   * Log density at {@code q} (unconstrained scale, nats).
   *
   * @throws org.stanj.stdlib.abi.RejectException where the program rejects the point
   */
  double logDensity(double[] q, int flags, Scratch scratch);

  /**
   * Log density at {@code q}, and its gradient.
   *
   * @param gradient filled; caller keeps
   */
  double gradient(double[] q, double[] gradient, int flags, Scratch scratch);

  /**
   * Parameters, and on request transformed parameters and generated quantities, at {@code q}. If
   * the generated quantities throw, the values before them are in place and the rest is NaN.
   *
   * @param out filled in storage order; its length is that of the requested variables
   */
  void constrain(
      double[] q,
      double[] out,
      boolean transformedParameters,
      boolean generatedQuantities,
      RandomStream stream,
      Scratch scratch);

  /**
   * Replaces those components of {@code q} whose parameters {@code inits} holds (constrained scale)
   * by their unconstrained values. The others stay as the caller filled them; bounds of later
   * parameters see their constrained values.
   */
  void unconstrain(DataContext inits, double[] q, Scratch scratch);

  /** Generated quantities for a row of constrained parameters, without unconstraining it again. */
  void generate(double[] parameters, double[] out, RandomStream stream, Scratch scratch);

  /** Parameters, transformed parameters and generated quantities, in order of declaration. */
  List<Variable> variables();

  /** Scratches made from now on time the profile blocks of the program, where it has any. */
  default void timeBlocks() {}

  /** Times of profile blocks so far: one entry for each block and thread. */
  default List<ProfileTimes.Entry> profiles() {
    return List.of();
  }
}
