package org.stanj.stdlib.solver;

import java.util.Arrays;

/** A solve with its arguments, laid at offsets in larger arrays, and its adjoint. */
final class MultistepRun {
  /** The kernels. */
  enum Method {
    ADAMS,
    BDF,
    ADJOINT_ADAMS,
    ADJOINT_BDF,
    DAE
  }

  private static final int AT = 3;
  private static final String NAME = "ode_bdf_tol";

  private final Method method;
  private final double[] y0;
  private final double[] yp0;
  private final double[] times;
  private final double relTol;
  private final double absTol;
  private final int n;
  private final int count;
  private int maxSteps = 1_000_000;
  private double[] out = {};
  private double[] trace = {};

  MultistepRun(
      Method method, double[] y0, double[] yp0, double[] times, double relTol, double absTol) {
    this.method = method;
    n = y0.length;
    count = times.length;
    this.y0 = shifted(y0);
    this.yp0 = shifted(yp0);
    this.times = shifted(times);
    this.relTol = relTol;
    this.absTol = absTol;
  }

  MultistepRun(Method method, double[] y0, double[] times, double relTol, double absTol) {
    this(method, y0, new double[0], times, relTol, absTol);
  }

  MultistepRun steps(int most) {
    maxSteps = most;
    return this;
  }

  private static double[] shifted(double[] x) {
    double[] shifted = new double[AT + x.length];
    System.arraycopy(x, 0, shifted, AT, x.length);
    return shifted;
  }

  private static double[] unshifted(double[] x) {
    return Arrays.copyOfRange(x, AT, x.length);
  }

  /** The outputs, state after state. */
  double[] solve(MatrixCallback f) {
    int rows = count - 1;
    out = new double[AT + rows * n];
    double[] abs = new double[AT + n];
    Arrays.fill(abs, absTol);
    trace =
        switch (method) {
          case ADAMS ->
              Multistep.adams(
                  f, y0, AT, n, times, AT, count, relTol, absTol, maxSteps, NAME, out, AT, rows, n);
          case BDF ->
              Multistep.bdf(
                  f, y0, AT, n, times, AT, count, relTol, absTol, maxSteps, NAME, out, AT, rows, n);
          case ADJOINT_ADAMS, ADJOINT_BDF ->
              Multistep.adjointTolCtl(
                  f,
                  y0,
                  AT,
                  n,
                  times,
                  AT,
                  count,
                  relTol,
                  abs,
                  AT,
                  n,
                  maxSteps,
                  method == Method.ADJOINT_ADAMS ? 1 : 2,
                  NAME,
                  out,
                  AT,
                  rows,
                  n);
          case DAE ->
              Multistep.dae(
                  f, y0, AT, n, yp0, AT, n, times, AT, count, relTol, absTol, maxSteps, NAME, out,
                  AT, rows, n);
        };
    return unshifted(out);
  }

  /** The last state. */
  double[] end(MatrixCallback f) {
    double[] all = solve(f);
    return Arrays.copyOfRange(all, all.length - n, all.length);
  }

  int traceLength() {
    return trace.length;
  }

  /** Adjoints of the arguments. */
  record Gradient(double[] y0, double[] yp0, double[] times, double[] theta) {}

  /** Solves, then pulls adjoints of the outputs back. */
  Gradient gradient(MatrixCallback f, double[] weights) {
    solve(f);
    int rows = count - 1;
    double[] dY = new double[AT + n];
    double[] dYp = new double[AT + n];
    double[] dT = new double[AT + count];
    double[] dTheta = new double[AT + f.theta.length];
    double[] dOut = shifted(weights);
    double[] laid = shifted(trace);
    int length = trace.length;
    switch (method) {
      case ADAMS ->
          Multistep.adamsAdjoint(
              f, y0, AT, n, times, AT, count, relTol, absTol, maxSteps, NAME, out, AT, rows, n,
              laid, AT, length, dY, AT, dT, AT, dOut, AT, dTheta, AT);
      case BDF ->
          Multistep.bdfAdjoint(
              f, y0, AT, n, times, AT, count, relTol, absTol, maxSteps, NAME, out, AT, rows, n,
              laid, AT, length, dY, AT, dT, AT, dOut, AT, dTheta, AT);
      case ADJOINT_ADAMS, ADJOINT_BDF ->
          Multistep.adjointTolCtlAdjoint(
              f,
              y0,
              AT,
              n,
              times,
              AT,
              count,
              relTol,
              y0,
              AT,
              n,
              maxSteps,
              method == Method.ADJOINT_ADAMS ? 1 : 2,
              NAME,
              out,
              AT,
              rows,
              n,
              laid,
              AT,
              length,
              dY,
              AT,
              dT,
              AT,
              null,
              0,
              dOut,
              AT,
              dTheta,
              AT);
      case DAE ->
          Multistep.daeAdjoint(
              f, y0, AT, n, yp0, AT, n, times, AT, count, relTol, absTol, maxSteps, NAME, out, AT,
              rows, n, laid, AT, length, dY, AT, dYp, AT, dT, AT, dOut, AT, dTheta, AT);
    }
    return new Gradient(unshifted(dY), unshifted(dYp), unshifted(dT), unshifted(dTheta));
  }
}
