package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;

/** Steps of a pair that are tried with smaller sizes until one has a small error. */
final class AdaptiveStep {
  private final ExplicitPair method;
  private final Tolerances tolerances;
  private final @Nullable StepRecorder trace;

  /** Where stages go that are not kept. */
  private final double[] unkept;

  private double h = StepControl.FIRST;

  /**
   * @param trace takes the steps; null if they are not wanted
   */
  AdaptiveStep(ExplicitPair method, Tolerances tolerances, @Nullable StepRecorder trace) {
    this.method = method;
    this.tolerances = tolerances;
    this.trace = trace;
    unkept = new double[trace == null ? StepTrace.STAGES * method.n : 0];
  }

  /** The size that is tried next. */
  double proposed() {
    return h;
  }

  void propose(double size) {
    h = size;
  }

  /**
   * Tries sizes up to {@code most} until a step from {@code t} succeeds, and proposes the next.
   *
   * @return the size of the step, which is not accepted yet
   */
  double take(double t, double most) {
    double[] states = trace == null ? unkept : trace.room();
    int at = trace == null ? 0 : trace.states();
    double relTol = tolerances.relative();
    double absTol = tolerances.absolute();
    for (int attempts = 0; attempts < StepControl.MOST_ATTEMPTS; attempts++) {
      double size = Math.min(h, most);
      double error = method.attempt(t, size, relTol, absTol, states, at);
      if (!(error > 1)) {
        if (trace != null) {
          trace.accept(t, size, method.state());
        }
        // A step cut short by an output time does not make the next one smaller.
        h = Math.max(h, StepControl.grown(size, error));
        return size;
      }
      h = StepControl.shrunk(size, error);
    }
    throw StepControl.noStepSize();
  }
}
