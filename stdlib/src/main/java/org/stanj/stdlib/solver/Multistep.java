package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;
import org.stanj.stdlib.abi.RejectException;

/**
 * Initial value problems by implicit multistep methods of variable order and step size: backward
 * differentiation and Adams-Moulton for {@code y′ = f(t, y)}, backward differentiation for {@code
 * F(t, y, y′) = 0} of index 1.
 *
 * <p>The first of the times is the initial one; column k of the output is the state at the k-th
 * after it, read off the polynomial of the step that passed it. A function receives {@code [t, y]}
 * and gives y′, or receives {@code [t, y, y′]} and gives the residual. The local error in each step
 * is at most 1 in the root mean square norm with weights {@code 1 / (relTol |y| + absTol)}.
 *
 * <p>Derivatives are those of the computed solution with sizes and orders of its steps held fixed
 * (see {@link MultistepSweep}). An output by its time is y′ of the step's polynomial, which in
 * stiff problems is nearer to the solution's than f of the output; by the initial time it is {@code
 * -∂y/∂y₀ y′(t₀)}, as in Stan. Adjoints need a trace: {@code f.traced()} holds where any derivative
 * is wanted, be it by times alone.
 *
 * <p>All methods throw a {@link RejectException} of kind {@code DOMAIN} with Stan's text where a
 * solver gives up: after {@code maxSteps} steps from one output to the next, or where steps no
 * longer change the time or their trace outgrows memory; where one step fails its test of error 20
 * times or to solve its equation 50 times (10 and 10 for F = 0), be it for values that are not
 * finite. Other checks of arguments are the caller's. What the function throws passes through.
 */
public final class Multistep {
  private static final int ODE_ITERATIONS = 3;
  private static final double ODE_SHARE = 0.1;
  private static final int DAE_ITERATIONS = 4;
  private static final double DAE_SHARE = 0.03;
  private static final int ADAMS = 1;

  private Multistep() {}

  /** Solves y′ = f(t, y) by backward differentiation of orders 1 to 5. */
  public static double[] bdf(
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
    double absolute = Tolerances.absolute(f, relTol, absTol);
    ErrorWeights weights = new ErrorWeights(n, relTol, new double[] {absolute}, 0, 0);
    return ode(
        f,
        y0,
        y0At,
        times,
        timesAt,
        count,
        weights,
        n,
        StepLimits.ofOde(maxSteps, SolverFailure.ODE),
        new BdfFormula(false),
        out,
        outAt);
  }

  /** Adjoint of {@link #bdf}. */
  public static void bdfAdjoint(
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
    odeAdjoint(
        f,
        y0,
        y0At,
        n,
        times,
        timesAt,
        count,
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

  /** Solves y′ = f(t, y) by Adams-Moulton methods of orders 1 to 12. */
  public static double[] adams(
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
    double absolute = Tolerances.absolute(f, relTol, absTol);
    ErrorWeights weights = new ErrorWeights(n, relTol, new double[] {absolute}, 0, 0);
    return ode(
        f,
        y0,
        y0At,
        times,
        timesAt,
        count,
        weights,
        n,
        StepLimits.ofOde(maxSteps, SolverFailure.ODE),
        new AdamsFormula(),
        out,
        outAt);
  }

  /** Adjoint of {@link #adams}. */
  public static void adamsAdjoint(
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
    odeAdjoint(
        f,
        y0,
        y0At,
        n,
        times,
        timesAt,
        count,
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

  /**
   * Solves y′ = f(t, y) with an absolute tolerance for each state.
   *
   * @param solver 1 for Adams-Moulton, 2 for backward differentiation
   */
  public static double[] adjointTolCtl(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
      double relTol,
      double[] absTol,
      int absTolAt,
      int absTolN,
      int maxSteps,
      int solver,
      String name,
      double[] out,
      int outAt,
      int rows,
      int cols) {
    ErrorWeights weights = new ErrorWeights(n, relTol, absTol, absTolAt, 1);
    String call = f.traced() ? SolverFailure.ADJOINT_TRACED : SolverFailure.ADJOINT_VALUE;
    StepFormula formula = solver == ADAMS ? new AdamsFormula() : new BdfFormula(false);
    return ode(
        f,
        y0,
        y0At,
        times,
        timesAt,
        count,
        weights,
        n,
        StepLimits.ofOde(maxSteps, call),
        formula,
        out,
        outAt);
  }

  /** Adjoint of {@link #adjointTolCtl}; tolerances have none. */
  public static void adjointTolCtlAdjoint(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
      double relTol,
      double[] absTol,
      int absTolAt,
      int absTolN,
      int maxSteps,
      int solver,
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
      double @Nullable [] dAbsTol,
      int dAbsTolAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    odeAdjoint(
        f,
        y0,
        y0At,
        n,
        times,
        timesAt,
        count,
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

  /**
   * Solves F(t, y, y′) = 0 of index 1 by backward differentiation of orders 1 to 5. The initial
   * values are taken as they are: where they do not solve the equation, the first step does.
   */
  public static double[] dae(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] yp0,
      int yp0At,
      int yp0N,
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
    double absolute = Tolerances.absolute(f, relTol, absTol);
    ErrorWeights weights = new ErrorWeights(n, relTol, new double[] {absolute}, 0, 0);
    DaeEquation equation = new DaeEquation(f, n);
    MultistepTrace trace = new MultistepTrace(f.traced());
    NordsieckIntegrator integrator =
        new NordsieckIntegrator(
            equation,
            new BdfFormula(true),
            weights,
            new NewtonIteration(equation, weights, DAE_ITERATIONS, DAE_SHARE, true),
            trace,
            StepLimits.ofDae(maxSteps));
    int first = firstAfter(y0, y0At, n, times, timesAt, count, out, outAt);
    if (n > 0 && first < count) {
      double t0 = times[timesAt];
      double t1 = times[timesAt + first];
      if (t1 - t0 < 2 * FirstStep.resolution(t0, t1)) {
        throw SolverFailure.ILLEGAL_INPUT.in(SolverFailure.DAE);
      }
      double[] slope = Arrays.copyOfRange(yp0, yp0At, yp0At + n);
      weights.set(Arrays.copyOfRange(y0, y0At, y0At + n));
      integrator.start(t0, y0, y0At, slope, FirstStep.ofDae(weights, t0, t1, slope));
      run(integrator, n, times, timesAt, first, count, out, outAt);
    }
    return trace.toArray();
  }

  /** Adjoint of {@link #dae}. */
  public static void daeAdjoint(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] yp0,
      int yp0At,
      int yp0N,
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
      double @Nullable [] dYp0,
      int dYp0At,
      double @Nullable [] dTimes,
      int dTimesAt,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dActive,
      int dActiveAt) {
    if (n == 0) {
      return;
    }
    DaeEquation equation = new DaeEquation(f, n);
    MultistepSweep sweep =
        new MultistepSweep(equation, BdfFormula.MAX_ORDER, trace, dActive, dActiveAt);
    sweep.times(dTimes, dTimesAt + 1);
    double[] dStart = sweep.run(traceAt, traceLength, dOut, dOutAt);
    add(dStart, n, n, dYp0, dYp0At);
    addInitial(
        yp0, yp0At, n, times, timesAt, count, dStart, dOut, dOutAt, dY0, dY0At, dTimes, dTimesAt);
  }

  private static double[] ode(
      Callback f,
      double[] y0,
      int y0At,
      double[] times,
      int timesAt,
      int count,
      ErrorWeights weights,
      int n,
      StepLimits limits,
      StepFormula formula,
      double[] out,
      int outAt) {
    OdeEquation equation = new OdeEquation(f, n);
    MultistepTrace trace = new MultistepTrace(f.traced());
    boolean relaxed = formula instanceof BdfFormula;
    NewtonIteration newton =
        new NewtonIteration(equation, weights, ODE_ITERATIONS, ODE_SHARE, relaxed);
    NordsieckIntegrator integrator =
        new NordsieckIntegrator(equation, formula, weights, newton, trace, limits);
    int first = firstAfter(y0, y0At, n, times, timesAt, count, out, outAt);
    if (n > 0 && first < count) {
      double t0 = times[timesAt];
      double t1 = times[timesAt + first];
      if (t1 - t0 < 2 * FirstStep.resolution(t0, t1)) {
        throw SolverFailure.TOO_CLOSE.in(limits.call());
      }
      double[] y = Arrays.copyOfRange(y0, y0At, y0At + n);
      double[] slope = new double[n];
      weights.set(y);
      equation.slope(t0, y, 0, slope);
      integrator.start(t0, y, 0, slope, FirstStep.ofOde(equation, weights, t0, t1, y, slope));
      run(integrator, n, times, timesAt, first, count, out, outAt);
    }
    return trace.toArray();
  }

  /** Index of the first time after the initial one; outputs before are the initial state. */
  private static int firstAfter(
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
      double[] out,
      int outAt) {
    int first = 1;
    while (first < count && times[timesAt + first] <= times[timesAt]) {
      System.arraycopy(y0, y0At, out, outAt + (first - 1) * n, n);
      first++;
    }
    return first;
  }

  private static void run(
      NordsieckIntegrator integrator,
      int n,
      double[] times,
      int timesAt,
      int first,
      int count,
      double[] out,
      int outAt) {
    for (int k = first; k < count; k++) {
      integrator.advance(times[timesAt + k]);
      integrator.output(k - 1, times[timesAt + k], out, outAt + (k - 1) * n);
    }
  }

  private static void odeAdjoint(
      Callback f,
      double[] y0,
      int y0At,
      int n,
      double[] times,
      int timesAt,
      int count,
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
    if (n == 0) {
      return;
    }
    OdeEquation equation = new OdeEquation(f, n);
    double t0 = times[timesAt];
    double[] slope = new double[n];
    equation.slope(t0, y0, y0At, slope);
    MultistepSweep sweep =
        new MultistepSweep(equation, AdamsFormula.MAX_ORDER, trace, dActive, dActiveAt);
    sweep.times(dTimes, dTimesAt + 1);
    double[] dStart = sweep.run(traceAt, traceLength, dOut, dOutAt);
    equation.pullSlope(t0, y0, y0At, 1, dStart, n, dStart, dActive, dActiveAt);
    addInitial(
        slope, 0, n, times, timesAt, count, dStart, dOut, dOutAt, dY0, dY0At, dTimes, dTimesAt);
  }

  /** Adds what goes to the initial state and time, and to outputs at that time. */
  private static void addInitial(
      double[] slope,
      int slopeAt,
      int n,
      double[] times,
      int timesAt,
      int count,
      double[] dStart,
      double[] dOut,
      int dOutAt,
      double @Nullable [] dY0,
      int dY0At,
      double @Nullable [] dTimes,
      int dTimesAt) {
    for (int k = 1; k < count && times[timesAt + k] <= times[timesAt]; k++) {
      int at = dOutAt + (k - 1) * n;
      add(dOut, at, n, dStart, 0);
      if (dTimes != null) {
        dTimes[dTimesAt + k] += dot(n, dOut, at, slope, slopeAt);
      }
    }
    add(dStart, 0, n, dY0, dY0At);
    if (dTimes != null) {
      dTimes[dTimesAt] -= dot(n, dStart, 0, slope, slopeAt);
    }
  }

  private static void add(double[] from, int at, int n, double @Nullable [] to, int toAt) {
    if (to != null) {
      for (int i = 0; i < n; i++) {
        to[toAt + i] += from[at + i];
      }
    }
  }

  private static double dot(int n, double[] a, int aAt, double[] b, int bAt) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[aAt + i] * b[bAt + i];
    }
    return sum;
  }
}
