package org.stanj.stdlib.solver;

/**
 * LU factors of a general matrix, with partial pivoting. Source: Golub and Van Loan, Matrix
 * Computations (2013), algorithm 3.4.1, by columns.
 */
final class LuFactor {
  private final int n;

  /** U in the upper triangle, the multipliers of L below it. */
  private final double[] lu;

  /** The row that came to place k at step k. */
  private final int[] pivots;

  private int sign = 1;

  /**
   * @param a overwritten
   */
  LuFactor(double[] a, int n) {
    this.n = n;
    this.lu = a;
    this.pivots = new int[n];
    for (int k = 0; k < n; k++) {
      pivots[k] = pivotRow(k);
      if (pivots[k] != k) {
        sign = -sign;
        swapRows(k, pivots[k]);
      }
      double pivot = lu[k * n + k];
      sign *= pivot > 0 ? 1 : pivot < 0 ? -1 : 0;
      for (int i = k + 1; i < n; i++) {
        lu[k * n + i] /= pivot;
      }
      for (int j = k + 1; j < n; j++) {
        eliminate(lu, j * n, k);
      }
    }
  }

  private int pivotRow(int k) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(lu[k * n + i]) > Math.abs(lu[k * n + best])) {
        best = i;
      }
    }
    return best;
  }

  private void swapRows(int i, int k) {
    for (int j = 0; j < n; j++) {
      double t = lu[j * n + i];
      lu[j * n + i] = lu[j * n + k];
      lu[j * n + k] = t;
    }
  }

  private void eliminate(double[] x, int xo, int k) {
    double factor = x[xo + k];
    for (int i = k + 1; i < n; i++) {
      x[xo + i] -= lu[k * n + i] * factor;
    }
  }

  /** Sign of the determinant; 0 where it is 0 or not a number. */
  int sign() {
    return sign;
  }

  /** log |det|. */
  double logDeterminant() {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += Math.log(Math.abs(lu[k * n + k]));
    }
    return sum;
  }

  /** A⁻¹X, column by column. */
  double[] solve(double[] x) {
    double[] y = x.clone();
    for (int xo = 0; xo < y.length; xo += n) {
      for (int k = 0; k < n; k++) {
        double t = y[xo + k];
        y[xo + k] = y[xo + pivots[k]];
        y[xo + pivots[k]] = t;
      }
      for (int k = 0; k < n; k++) {
        eliminate(y, xo, k);
      }
      for (int k = n - 1; k >= 0; k--) {
        double value = y[xo + k] / lu[k * n + k];
        y[xo + k] = value;
        for (int i = 0; i < k; i++) {
          y[xo + i] -= lu[k * n + i] * value;
        }
      }
    }
    return y;
  }
}
