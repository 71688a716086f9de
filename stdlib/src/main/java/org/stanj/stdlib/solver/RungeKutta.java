package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/**
 * Initial value problems dy/dt = f(t, y), y(t₀) = y₀ by explicit embedded Runge–Kutta pairs of
 * order 5(4), with the steps of Stan's {@code ode_rk45} and {@code ode_ckrk} ({@link StepControl}).
 *
 * <p>{@code rk45}, the pair of {@link DormandPrince}, steps past output times and interpolates;
 * {@code ckrk}, that of {@link CashKarp}, ends a step at each. Arguments:
 *
 * <ul>
 *   <li>f: lead (t, y₁ … yₙ), value dy/dt
 *   <li>times: {@code count} of them, the initial time and then the output times, not decreasing;
 *       one that equals the initial time is answered with y₀
 *   <li>relTol, absTol: tolerances of the error of a step in the state; those of Stan hold for the
 *       sensitivities too, where it computes them
 *   <li>maxSteps: most steps between two output times
 *   <li>name: of the Stan function, for messages
 *   <li>out: the solution at the output times, state after state: rows = count − 1, cols = n
 * </ul>
 *
 * <p>The caller has checked that the numbers are finite, times sorted, tolerances and maxSteps
 * positive. Rejected as in Stan, with its texts: more than maxSteps steps before an output time,
 * 500 attempts at a step that all fail. The work is bounded by 500 maxSteps attempts before an
 * output time; a solution that turns into NaN has steps that grow, and is returned.
 *
 * <p>The adjoint is that of the steps taken, sizes held fixed; its cost does not depend on the
 * number of parameters: six products with a Jacobian a step. Times have the derivatives of the
 * exact flow, f(t, y) for an output time and −∂y/∂y₀ f(t₀, y₀) for the initial time. The trace is
 * empty unless {@code f.traced()}.
 */
public final class RungeKutta {
  private RungeKutta() {}

  /** Solves by the pair of Dormand and Prince; returns the trace. */
  public static double[] rk45(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
      double relTol,
      double absTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int rows,
      int cols) {
    Problem problem = new Problem(f, y0, y0At, n, times, timesAt, rows);
    double absolute = Tolerances.absolute(f, relTol, absTol);
    Tolerances tolerances = new Tolerances(relTol, absolute, maxSteps, name);
    return solve(
        problem,
        tolerances,
        (p, l, trace, first) -> new DenseIntegration(p, l, trace).run(first, out, outAt),
        out,
        outAt);
  }

  /** Adjoint of {@link #rk45}. */
  public static void rk45Adjoint(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
      double relTol,
      double absTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int rows,
      int cols,
      double[] trace,
      int traceAt,
      int traceLength,
      double @Nullable [] dY0,
      int dY0At,
      double @Nullable [] dTimes,
      int dTimesAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    Problem problem = new Problem(f, y0, y0At, n, times, timesAt, rows);
    pull(
        problem,
        DenseIntegration::adjoint,
        out,
        outAt,
        trace,
        traceAt,
        traceLength,
        dY0,
        dY0At,
        dTimes,
        dTimesAt,
        dOut,
        dOutAt,
        dActive,
        dActiveAt);
  }

  /** Solves by the pair of Cash and Karp; returns the trace. */
  public static double[] ckrk(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
      double relTol,
      double absTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int rows,
      int cols) {
    Problem problem = new Problem(f, y0, y0At, n, times, timesAt, rows);
    double absolute = Tolerances.absolute(f, relTol, absTol);
    Tolerances tolerances = new Tolerances(relTol, absolute, maxSteps, name);
    return solve(
        problem,
        tolerances,
        (p, l, trace, first) -> new StoppingIntegration(p, l, trace).run(first, out, outAt),
        out,
        outAt);
  }

  /** Adjoint of {@link #ckrk}. */
  public static void ckrkAdjoint(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
      double relTol,
      double absTol,
      int maxSteps,
      String name,
      double[] out,
      int outAt,
      int rows,
      int cols,
      double[] trace,
      int traceAt,
      int traceLength,
      double @Nullable [] dY0,
      int dY0At,
      double @Nullable [] dTimes,
      int dTimesAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    Problem problem = new Problem(f, y0, y0At, n, times, timesAt, rows);
    pull(
        problem,
        StoppingIntegration::adjoint,
        out,
        outAt,
        trace,
        traceAt,
        traceLength,
        dY0,
        dY0At,
        dTimes,
        dTimesAt,
        dOut,
        dOutAt,
        dActive,
        dActiveAt);
  }

  /** The steps from the output {@code first} on; returns their trace. */
  private interface Forward {
    double[] run(Problem problem, Tolerances tolerances, @Nullable StepRecorder trace, int first);
  }

  /** The reverse of the steps; returns the adjoint of the initial state. */
  private interface Reverse {
    double[] run(
        Problem problem,
        StepTrace steps,
        int first,
        double[] dOut,
        int dOutAt,
        double @Nullable [] dActive,
        int dActiveAt);
  }

  private static double[] solve(
      Problem problem, Tolerances tolerances, Forward forward, double[] out, int outAt) {
    int rows = problem.outputs();
    StepRecorder trace = problem.f().traced() ? new StepRecorder(rows, problem.n()) : null;
    int first = problem.answerInitial(out, outAt);
    return first == rows ? StepTrace.NONE : forward.run(problem, tolerances, trace, first);
  }

  private static void pull(
      Problem problem,
      Reverse reverse,
      double[] out,
      int outAt,
      double[] trace,
      int traceAt,
      int traceLength,
      double @Nullable [] dY0,
      int dY0At,
      double @Nullable [] dTimes,
      int dTimesAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    if (dY0 == null && dTimes == null && dActive == null) {
      return;
    }
    int n = problem.n();
    int first = problem.initialOutputs();
    double[] initial = new double[n];
    if (first < problem.outputs()) {
      requireTrace(traceLength);
      StepTrace steps = new StepTrace(trace, traceAt, problem.outputs(), n);
      initial = reverse.run(problem, steps, first, dOut, dOutAt, dActive, dActiveAt);
    }
    addInitialOutputs(first, dOut, dOutAt, initial);
    if (dY0 != null) {
      for (int i = 0; i < n; i++) {
        dY0[dY0At + i] += initial[i];
      }
    }
    if (dTimes != null) {
      addTimes(problem, out, outAt, dOut, dOutAt, initial, dTimes, dTimesAt);
    }
  }

  private static void requireTrace(int length) {
    if (length == 0) {
      throw new IllegalStateException("The solution was computed without a trace.");
    }
  }

  /** Adjoint of the outputs that are y₀. */
  private static void addInitialOutputs(int first, double[] dOut, int at, double[] initial) {
    int n = initial.length;
    for (int j = 0; j < first * n; j++) {
      initial[j % n] += dOut[at + j];
    }
  }

  /** Adjoint of the times, by the flow: at an output f′ d̄, at the initial time −f′ ȳ₀. */
  private static void addTimes(
      Problem problem,
      double[] out,
      int outAt,
      double[] dOut,
      int dOutAt,
      double[] initial,
      double[] dTimes,
      int dTimesAt) {
    int n = problem.n();
    double[] lead = new double[n + 1];
    double[] slope = new double[n];
    dTimes[dTimesAt] -=
        along(
            problem, problem.initialTime(), problem.y0(), problem.y0At(), lead, slope, initial, 0);
    for (int k = 0; k < problem.outputs(); k++) {
      int at = k * n;
      dTimes[dTimesAt + 1 + k] +=
          along(problem, problem.time(k), out, outAt + at, lead, slope, dOut, dOutAt + at);
    }
  }

  /** f(t, y)′ d. */
  private static double along(
      Problem problem,
      double t,
      double[] y,
      int yAt,
      double[] lead,
      double[] slope,
      double[] d,
      int dAt) {
    int n = problem.n();
    lead[0] = t;
    System.arraycopy(y, yAt, lead, 1, n);
    problem.f().value(lead, slope);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += slope[i] * d[dAt + i];
    }
    return sum;
  }
}
