package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;

/** Integration by {@link CashKarp} that ends a step at each output time. */
final class StoppingIntegration {
  private final Problem problem;
  private final Tolerances tolerances;
  private final CashKarp method;
  private final @Nullable StepRecorder trace;

  /** Where stages go that are not kept. */
  private final double[] unkept;

  private double h = StepControl.FIRST;

  /**
   * @param trace takes the steps; null if they are not wanted
   */
  StoppingIntegration(Problem problem, Tolerances tolerances, @Nullable StepRecorder trace) {
    this.problem = problem;
    this.tolerances = tolerances;
    this.trace = trace;
    unkept = new double[trace == null ? StepTrace.STAGES * problem.n() : 0];
    method = new CashKarp(problem.f(), problem.n());
  }

  /**
   * Solves the problem from the output {@code first} on; those before are y₀. Returns the trace.
   */
  double[] run(int first, double[] out, int outAt) {
    int n = problem.n();
    method.start(problem.y0(), problem.y0At());
    double t = problem.initialTime();
    for (int k = first; k < problem.outputs(); k++) {
      double end = problem.time(k);
      int steps = 0;
      while (end - t > StepControl.SAME_TIME) {
        t += step(t, end);
        if (steps++ >= tolerances.maxSteps()) {
          throw StepControl.outOfSteps(tolerances.function(), end);
        }
      }
      // Odd ends of rounding are dropped: the next interval begins where this one was to end.
      t = end;
      System.arraycopy(method.state(), 0, out, outAt + k * n, n);
      if (trace != null) {
        trace.output(k);
      }
    }
    return trace == null ? StepTrace.NONE : trace.end(t, method.state(), 0);
  }

  /** Tries until a step succeeds and proposes the next; returns the size of the step. */
  private double step(double t, double end) {
    double[] states = trace == null ? unkept : trace.room();
    int at = trace == null ? 0 : trace.states();
    double relTol = tolerances.relative();
    double absTol = tolerances.absolute();
    method.slope(t);
    for (int attempts = 0; attempts < StepControl.MOST_ATTEMPTS; attempts++) {
      double size = Math.min(h, end - t);
      double error = method.attempt(t, size, relTol, absTol, states, at);
      if (!(error > 1)) {
        if (trace != null) {
          trace.accept(t, size, method.state());
        }
        method.accept();
        // A step cut short by an output time does not make the next one smaller.
        h = Math.max(h, StepControl.grown(size, error));
        return size;
      }
      h = StepControl.shrunk(size, error);
    }
    throw StepControl.noStepSize();
  }

  /**
   * The adjoint of the initial state.
   *
   * @param first output that is not y₀
   * @param dActive takes the adjoint of the active frame; null if it is not wanted
   */
  static double[] adjoint(
      Problem problem,
      StepTrace steps,
      int first,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    int n = problem.n();
    CashKarpAdjoint adjoint = new CashKarpAdjoint(problem.f(), n, dActive, dActiveAt);
    double[] stages = steps.roomForStages();
    CashKarp again = new CashKarp(problem.f(), stages.length == 0 ? 0 : n);
    int k = problem.outputs() - 1;
    for (int s = steps.count() - 1; s >= 0; s--) {
      for (; k >= first && steps.before(k) == s + 1; k--) {
        adjoint.output(dOut, dOutAt + k * n);
      }
      double t = steps.time(s);
      double size = steps.size(s);
      if (steps.hasStages(s)) {
        adjoint.step(t, size, steps.data(), steps.states(s));
      } else {
        again.start(steps.data(), steps.states(s));
        again.slope(t);
        again.stages(t, size, stages, 0);
        System.arraycopy(steps.data(), steps.states(s), stages, 0, n);
        adjoint.step(t, size, stages, 0);
      }
    }
    return adjoint.state();
  }
}
