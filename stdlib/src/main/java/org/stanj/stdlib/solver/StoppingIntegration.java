package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;

/** Integration by {@link CashKarp} that ends a step at each output time. */
final class StoppingIntegration {
  private final Problem problem;
  private final Tolerances tolerances;
  private final CashKarp method;
  private final AdaptiveStep steps;
  private final @Nullable StepRecorder trace;

  /**
   * @param trace takes the steps; null if they are not wanted
   */
  StoppingIntegration(Problem problem, Tolerances tolerances, @Nullable StepRecorder trace) {
    this.problem = problem;
    this.tolerances = tolerances;
    this.trace = trace;
    method = new CashKarp(problem.f(), problem.n());
    steps = new AdaptiveStep(method, tolerances, trace);
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
      int taken = 0;
      while (end - t > StepControl.SAME_TIME) {
        method.slope(t);
        t += steps.take(t, end - t);
        method.accept();
        if (taken++ >= tolerances.maxSteps()) {
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
