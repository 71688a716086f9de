package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.Callback;

/** n equations f(x) = 0 with n unknowns. */
final class AlgebraicSystem {
  private final Callback f;
  private final int n;
  private final double[] unit;
  private final double[] row;

  AlgebraicSystem(Callback f, int n) {
    this.f = f;
    this.n = n;
    unit = new double[n];
    row = new double[n];
  }

  int size() {
    return n;
  }

  void residual(double[] x, double[] out) {
    f.value(x, out);
  }

  /** ∂f/∂x, row by row, by n vector-Jacobian products. */
  double[] jacobianRows(double[] x) {
    double[] rows = new double[n * n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(unit, 0);
      unit[i] = 1;
      Arrays.fill(row, 0);
      f.vjp(x, unit, row, null, 0);
      System.arraycopy(row, 0, rows, i * n, n);
    }
    return rows;
  }

  /** Euclidean norm without overflow; NaN or ∞ if an element is. */
  static double norm(double[] x) {
    double largest = maxNorm(x);
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double element : x) {
      double ratio = element / largest;
      sum += ratio * ratio;
    }
    return largest * Math.sqrt(sum);
  }

  /** The largest |xᵢ|; NaN if an element is. */
  static double maxNorm(double[] x) {
    double largest = 0;
    for (double element : x) {
      largest = Math.max(largest, Math.abs(element));
    }
    return largest;
  }
}
