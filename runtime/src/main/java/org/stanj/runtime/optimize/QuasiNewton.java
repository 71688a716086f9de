package org.stanj.runtime.optimize;

import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.runtime.hmc.Density;
import org.stanj.stdlib.abi.RejectException;

/** BFGS or L-BFGS, one step at a time. */
public final class QuasiNewton {
  private static final double EPSILON = Math.ulp(1.0);
  private static final String RESET = "LS failed, Hessian reset";

  private final Settings settings;
  private final CountedDensity density;
  private final Curvature curvature;
  private Point point;
  private double lastChange;
  private double nextAlpha;
  private int iteration;
  private boolean fresh = true;

  /**
   * How to climb.
   *
   * @param initialAlpha first step, in units of the gradient; also after a reset
   * @param tolerances when to stop
   * @param iterations most steps
   * @param history steps that L-BFGS remembers; 0 for BFGS with a full matrix
   */
  public record Settings(double initialAlpha, Tolerances tolerances, int iterations, int history) {}

  /**
   * @param start where the log density is finite; caller keeps
   * @param rejected told of each point that the program rejects
   * @throws RejectException if it rejects the start
   */
  public QuasiNewton(
      Density density, double[] start, Settings settings, Consumer<RejectException> rejected) {
    this.settings = settings;
    this.density = new CountedDensity(density, rejected);
    this.curvature =
        settings.history() > 0
            ? new LimitedMemory(settings.history())
            : new DenseInverse(start.length);
    point = this.density.at(start.clone());
  }

  /** Where the climb stands. */
  public Point point() {
    return point;
  }

  /** Takes one step; not to be called again once a step has told the end. */
  public Step step() {
    iteration++;
    Attempt attempt = attempt();
    String note = "";
    if (attempt.found.isEmpty() && !fresh) {
      note = RESET;
      curvature.reset();
      fresh = true;
      attempt = attempt();
    }
    if (attempt.found.isEmpty()) {
      double alpha = attempt.firstAlpha;
      return step(0, alpha, alpha, note, Optional.of(Termination.LINE_SEARCH));
    }
    LineSearch.Trial trial = attempt.found.get();
    double length = move(attempt.slope, trial);
    Optional<Termination> end = end(length);
    return step(length, trial.alpha(), attempt.firstAlpha, note, end);
  }

  private Step step(
      double length, double alpha, double firstAlpha, String note, Optional<Termination> end) {
    int evaluations = density.evaluations();
    return new Step(iteration, point, length, alpha, firstAlpha, evaluations, note, end);
  }

  private record Attempt(double firstAlpha, double slope, Optional<LineSearch.Trial> found) {}

  private Attempt attempt() {
    LineSearch search = new LineSearch(density, point, curvature.times(point.gradient()));
    double slope = search.slope();
    double firstAlpha = fresh ? settings.initialAlpha() : nextAlpha;
    Optional<LineSearch.Trial> found =
        slope <= 0 ? search.from(firstAlpha, !fresh) : Optional.empty();
    return new Attempt(firstAlpha, slope, found);
  }

  private double move(double slope, LineSearch.Trial trial) {
    Point next = trial.point();
    double[] step = Vectors.minus(next.position(), point.position());
    // the gradient of −log density
    double[] change = Vectors.minus(point.gradient(), next.gradient());
    curvature.update(step, change);
    lastChange = point.logDensity() - next.logDensity();
    nextAlpha = nextAlpha(slope, trial, fresh ? scale(step, change) : 1);
    fresh = false;
    point = next;
    return Vectors.norm(step);
  }

  /** What the first step teaches of the inverse Hessian: directions are this much shorter then. */
  private static double scale(double[] step, double[] change) {
    return Vectors.dot(change, change) / Vectors.dot(change, step);
  }

  /**
   * As Stan has it: a little beyond the minimum of the cubic through both ends of the step just
   * taken, not more than a whole step of the approximation.
   */
  private double nextAlpha(double slope, LineSearch.Trial trial, double scale) {
    double width = trial.alpha() * scale;
    Cubic cubic = Cubic.through(slope / scale, width, lastChange, trial.slope() / scale);
    return Math.min(1, 1.01 * cubic.leastWithin(LineSearch.LEAST_WIDTH, 1));
  }

  private Optional<Termination> end(double length) {
    Tolerances t = settings.tolerances();
    double f = point.logDensity();
    double[] g = point.gradient();
    double change = Math.abs(lastChange);
    double largest = Math.max(1, Math.max(Math.abs(f), Math.abs(f + lastChange)));
    if (change < t.objective()) {
      return Optional.of(Termination.OBJECTIVE);
    }
    if (Vectors.norm(g) < t.gradient()) {
      return Optional.of(Termination.GRADIENT);
    }
    if (length < t.parameters()) {
      return Optional.of(Termination.PARAMETERS);
    }
    if (iteration >= settings.iterations()) {
      return Optional.of(Termination.ITERATIONS);
    }
    if (change / largest < t.relativeObjective() * EPSILON) {
      return Optional.of(Termination.RELATIVE_OBJECTIVE);
    }
    double decrement = Vectors.dot(g, curvature.times(g)) / Math.max(1, Math.abs(f));
    return decrement < t.relativeGradient() * EPSILON
        ? Optional.of(Termination.RELATIVE_GRADIENT)
        : Optional.empty();
  }
}
