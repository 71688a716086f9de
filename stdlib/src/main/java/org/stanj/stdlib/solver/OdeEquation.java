package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/** The step equation of y′ = f(t, y): R = e + p₁/l₁ - γ f, M = I - γ ∂f/∂y. */
final class OdeEquation extends StepEquation {
  private final double[] jacobian;

  OdeEquation(Callback f, int n) {
    super(f, n, 1 + n);
    jacobian = new double[n * n];
  }

  @Override
  boolean residual(double[] p, double[] e, double[] r) {
    for (int i = 0; i < n; i++) {
      lead[1 + i] = p[i] + e[i];
    }
    f.value(lead, value);
    double inverse = gamma / h;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      r[i] = e[i] + p[n + i] * inverse - gamma * value[i];
      sum += r[i] * 0;
    }
    return sum == 0;
  }

  @Override
  void differentiate() {
    Arrays.fill(seed, 0);
    for (int i = 0; i < n; i++) {
      seed[i] = 1;
      product(null, 0);
      System.arraycopy(dLead, 1, jacobian, i * n, n);
      seed[i] = 0;
    }
  }

  @Override
  void matrix(double[] m) {
    for (int i = 0; i < n * n; i++) {
      m[i] = -gamma * jacobian[i];
    }
    for (int i = 0; i < n; i++) {
      m[i * n + i] += 1;
    }
  }

  @Override
  void transposedProduct(double[] w, double[] out) {
    System.arraycopy(w, 0, seed, 0, n);
    product(null, 0);
    for (int i = 0; i < n; i++) {
      out[i] = w[i] - gamma * dLead[1 + i];
    }
  }

  @Override
  void pull(double[] w, double[] p, double @Nullable [] dActive, int dActiveAt) {
    for (int i = 0; i < n; i++) {
      seed[i] = gamma * w[i];
      p[n + i] -= w[i] * gamma / h;
    }
    product(dActive, dActiveAt);
    for (int i = 0; i < n; i++) {
      p[i] += dLead[1 + i];
    }
  }

  /** y′ = f(t, y). */
  void slope(double t, double[] y, int at, double[] out) {
    lead[0] = t;
    System.arraycopy(y, at, lead, 1, n);
    f.value(lead, out);
  }

  /** Adds {@code s′ ∂f/∂(y, active)} for s = scale · dSlope at (t, y). */
  void pullSlope(
      double t,
      double[] y,
      int at,
      double scale,
      double[] dSlope,
      int dSlopeAt,
      double[] dy,
      double @Nullable [] dActive,
      int dActiveAt) {
    lead[0] = t;
    System.arraycopy(y, at, lead, 1, n);
    for (int i = 0; i < n; i++) {
      seed[i] = scale * dSlope[dSlopeAt + i];
    }
    product(dActive, dActiveAt);
    for (int i = 0; i < n; i++) {
      dy[i] += dLead[1 + i];
    }
  }
}
