package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The reverse of an integration: the exact derivative of what {@link NordsieckIntegrator} computed,
 * with sizes and orders of its steps held fixed.
 *
 * <p>All but the equation of a step is linear in the history. Where ē is the adjoint of the
 * correction, w = M′⁻¹ē with M at the solution of the step gives those of prediction and parameters
 * as {@code -w′ ∂R}, by one vector product. M is made anew where that is cheaper; else an older one
 * is the preconditioner of a refinement with exact products, to full precision.
 */
final class MultistepSweep {
  private static final int ALWAYS_DIRECT = 8;
  private static final double PRECISION = 1e-13;
  private static final double SLOW = 0.5;

  private final StepEquation equation;
  private final int n;
  private final double[] z;
  private final double[] l;
  private final double[] w;
  private final double[] target;
  private final double[] product;
  private final double[] residual;
  private final double[] pending;
  private final DenseLu lu;
  private boolean factored;

  private final double[] trace;
  private final double @Nullable [] dActive;
  private final int dActiveAt;
  private double @Nullable [] dTimes;
  private int dTimesAt;

  /**
   * @param dActive null where that adjoint is not wanted
   */
  MultistepSweep(
      StepEquation equation,
      int maxOrder,
      double[] trace,
      double @Nullable [] dActive,
      int dActiveAt) {
    this.equation = equation;
    this.trace = trace;
    this.dActive = dActive;
    this.dActiveAt = dActiveAt;
    n = equation.n;
    z = new double[(maxOrder + 1) * n];
    l = new double[maxOrder + 1];
    w = new double[n];
    target = new double[n];
    product = new double[n];
    residual = new double[n];
    pending = new double[n];
    lu = new DenseLu(n);
  }

  /** Where adjoints of output times go, the first of which is at an index. */
  void times(double @Nullable [] adjoints, int at) {
    dTimes = adjoints;
    dTimesAt = at;
  }

  /**
   * Reads the trace from its end.
   *
   * @return adjoints of y(t₀), then of y′(t₀)
   */
  double[] run(int traceAt, int traceLength, double[] dOut, int dOutAt) {
    int at = traceAt + traceLength;
    while (at > traceAt) {
      double end = trace[--at];
      int q = MultistepTrace.order(end);
      at =
          switch (MultistepTrace.kind(end)) {
            case MultistepTrace.START -> start(at);
            case MultistepTrace.RESCALE -> rescale(at, q);
            case MultistepTrace.LOWER -> lower(at, q);
            case MultistepTrace.RAISE -> raise(at, q);
            case MultistepTrace.RESTART -> restart(at);
            case MultistepTrace.STEP -> step(at, q);
            case MultistepTrace.OUTPUT -> output(at, q, dOut, dOutAt);
            default -> throw new IllegalArgumentException("trace");
          };
    }
    return Arrays.copyOf(z, 2 * n);
  }

  /** Adjoint of y′(t₀) from that of h y′(t₀). */
  private int start(int end) {
    int at = end - 1;
    for (int i = n; i < 2 * n; i++) {
      z[i] *= trace[at];
    }
    Arrays.fill(z, 2 * n, z.length, 0);
    return at;
  }

  private int output(int end, int q, double[] dOut, int dOutAt) {
    double s = trace[end - 1];
    int index = (int) trace[end - 2];
    int k = dOutAt + index * n;
    double power = 1;
    for (int j = 0; j <= q; j++) {
      for (int i = 0; i < n; i++) {
        z[j * n + i] += power * dOut[k + i];
      }
      power *= s;
    }
    int at = end - 2 - n;
    for (int i = 0; dTimes != null && i < n; i++) {
      dTimes[dTimesAt + index] += trace[at + i] * dOut[k + i];
    }
    return at;
  }

  private int rescale(int end, int q) {
    double r = trace[end - 1];
    double power = 1;
    for (int j = 1; j <= q; j++) {
      power *= r;
      for (int i = j * n; i < (j + 1) * n; i++) {
        z[i] *= power;
      }
    }
    return end - 1;
  }

  private int lower(int end, int q) {
    int at = end - (q - 2);
    Arrays.fill(z, q * n, (q + 1) * n, 0);
    for (int j = 2; j < q; j++) {
      addMultiple(-trace[at + j - 2], j * n, z, q * n);
    }
    return at;
  }

  private int raise(int end, int q) {
    int at = end - q;
    int column = (q + 1) * n;
    for (int j = 2; j <= q; j++) {
      addMultiple(trace[at + j - 2], j * n, z, column);
    }
    addMultiple(trace[end - 1], column, pending, 0);
    Arrays.fill(z, column, column + n, 0);
    return at;
  }

  private void addMultiple(double a, int from, double[] to, int at) {
    for (int i = 0; i < n; i++) {
      to[at + i] += a * z[from + i];
    }
  }

  private int restart(int end) {
    int at = end - n - 2;
    Arrays.fill(product, 0);
    if (equation instanceof OdeEquation ode) {
      ode.pullSlope(trace[at], trace, at + 2, trace[at + 1], z, n, product, dActive, dActiveAt);
    }
    for (int i = 0; i < n; i++) {
      z[i] += product[i];
    }
    Arrays.fill(z, n, z.length, 0);
    return at;
  }

  private int step(int end, int q) {
    int at = end - (equation.lead.length - 1) - 2 - q;
    l[0] = 1;
    System.arraycopy(trace, at, l, 1, q);
    equation.step(trace[at + q], trace[at + q + 1], l[1]);
    equation.restore(trace, at + q + 2);
    System.arraycopy(pending, 0, target, 0, n);
    Arrays.fill(pending, 0);
    for (int j = 0; j <= q; j++) {
      addMultiple(l[j], j * n, target, 0);
    }
    solve();
    equation.pull(w, z, dActive, dActiveAt);
    for (int k = q; k >= 1; k--) {
      for (int i = k * n; i < (q + 1) * n; i++) {
        z[i] += z[i - n];
      }
    }
    return at;
  }

  /** w = M′⁻¹ target. */
  private void solve() {
    if (n > ALWAYS_DIRECT && factored && refine()) {
      return;
    }
    equation.differentiate();
    equation.matrix(lu.matrix());
    factored = lu.factor();
    System.arraycopy(target, 0, w, 0, n);
    lu.solveTransposed(w);
  }

  /** Iterates w += P′⁻¹(target - M′w) with older factors P; false where that is slow. */
  private boolean refine() {
    double goal = PRECISION * largest(target);
    System.arraycopy(target, 0, residual, 0, n);
    Arrays.fill(w, 0);
    double before = Double.POSITIVE_INFINITY;
    for (int k = 0; k < n / 2; k++) {
      lu.solveTransposed(residual);
      for (int i = 0; i < n; i++) {
        w[i] += residual[i];
      }
      equation.transposedProduct(w, product);
      for (int i = 0; i < n; i++) {
        residual[i] = target[i] - product[i];
      }
      double size = largest(residual);
      if (size <= goal) {
        return true;
      }
      if (!(size <= SLOW * before)) {
        return false;
      }
      before = size;
    }
    return false;
  }

  private static double largest(double[] v) {
    double largest = 0;
    for (double x : v) {
      largest = Math.max(largest, Math.abs(x));
    }
    return largest;
  }
}
