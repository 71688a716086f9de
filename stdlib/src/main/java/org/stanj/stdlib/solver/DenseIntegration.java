package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;

/**
 * Integration by {@link DormandPrince} that steps past the output times and interpolates; only the
 * last time ends a step.
 */
final class DenseIntegration {
  private final Problem problem;
  private final Tolerances tolerances;
  private final DormandPrince method;
  private final AdaptiveStep steps;
  private final @Nullable StepRecorder trace;

  /**
   * @param trace takes the steps; null if they are not wanted
   */
  DenseIntegration(Problem problem, Tolerances tolerances, @Nullable StepRecorder trace) {
    this.problem = problem;
    this.tolerances = tolerances;
    this.trace = trace;
    method = new DormandPrince(problem.f(), problem.n());
    steps = new AdaptiveStep(method, tolerances, trace);
  }

  /**
   * Solves the problem from the output {@code first} on; those before are y₀. Returns the trace.
   */
  double[] run(int first, double[] out, int outAt) {
    int n = problem.n();
    double last = problem.lastTime();
    double t = problem.initialTime();
    method.start(problem.y0(), problem.y0At());
    method.slope(t);
    int next = first;
    int taken = 0;
    while (next < problem.outputs()) {
      if (t + steps.proposed() - last > StepControl.SAME_TIME) {
        steps.propose(last - t);
      }
      if (taken++ >= tolerances.maxSteps()) {
        throw StepControl.outOfSteps(tolerances.function(), problem.time(next));
      }
      double end = t + steps.take(t, Double.POSITIVE_INFINITY);
      for (; next < problem.outputs() && reached(problem.time(next), end); next++) {
        method.interpolate(problem.time(next), t, end, out, outAt + next * n);
        if (trace != null) {
          trace.output(next);
        }
        taken = 0;
      }
      method.accept();
      t = end;
    }
    return trace == null ? StepTrace.NONE : trace.end(t, method.state(), 0);
  }

  private static boolean reached(double time, double t) {
    return time - t <= StepControl.SAME_TIME;
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
    DormandPrinceAdjoint adjoint = new DormandPrinceAdjoint(problem.f(), n, dActive, dActiveAt);
    double[] stages = steps.roomForStages();
    DormandPrince again = new DormandPrince(problem.f(), stages.length == 0 ? 0 : n);
    int k = problem.outputs() - 1;
    for (int s = steps.count() - 1; s >= 0; s--) {
      double from = steps.time(s);
      double to = steps.time(s + 1);
      for (; k >= first && steps.before(k) == s + 1; k--) {
        adjoint.output(problem.time(k), from, to, dOut, dOutAt + k * n);
      }
      adjoint.slope(to, steps.data(), steps.states(s + 1));
      if (steps.hasStages(s)) {
        adjoint.step(from, steps.size(s), steps.data(), steps.states(s));
      } else {
        again.start(steps.data(), steps.states(s));
        again.slope(from);
        again.stages(from, steps.size(s), stages, 0);
        adjoint.step(from, steps.size(s), stages, 0);
      }
    }
    adjoint.slope(problem.initialTime(), problem.y0(), problem.y0At());
    return adjoint.state();
  }
}
