package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Callback;

/** The step equation of F(t, y, y′) = 0: R = γ F, M = γ ∂F/∂y + ∂F/∂y′. */
final class DaeEquation extends StepEquation {
  private final double[] byState;
  private final double[] bySlope;

  DaeEquation(Callback f, int n) {
    super(f, n, 1 + 2 * n);
    byState = new double[n * n];
    bySlope = new double[n * n];
  }

  @Override
  boolean residual(double[] p, double[] e, double[] r) {
    for (int i = 0; i < n; i++) {
      lead[1 + i] = p[i] + e[i];
      lead[1 + n + i] = p[n + i] / h + e[i] / gamma;
    }
    f.value(lead, value);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      r[i] = gamma * value[i];
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
      System.arraycopy(dLead, 1, byState, i * n, n);
      System.arraycopy(dLead, 1 + n, bySlope, i * n, n);
      seed[i] = 0;
    }
  }

  @Override
  void matrix(double[] m) {
    for (int i = 0; i < n * n; i++) {
      m[i] = gamma * byState[i] + bySlope[i];
    }
  }

  @Override
  void transposedProduct(double[] w, double[] out) {
    System.arraycopy(w, 0, seed, 0, n);
    product(null, 0);
    for (int i = 0; i < n; i++) {
      out[i] = gamma * dLead[1 + i] + dLead[1 + n + i];
    }
  }

  @Override
  void pull(double[] w, double[] p, double @Nullable [] dActive, int dActiveAt) {
    for (int i = 0; i < n; i++) {
      seed[i] = -gamma * w[i];
    }
    product(dActive, dActiveAt);
    for (int i = 0; i < n; i++) {
      p[i] += dLead[1 + i];
      p[n + i] += dLead[1 + n + i] / h;
    }
  }
}
