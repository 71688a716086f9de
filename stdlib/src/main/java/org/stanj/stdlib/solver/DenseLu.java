package org.stanj.stdlib.solver;

/**
 * LU factors with partial pivoting of a dense matrix, row-major, in memory that is kept over many
 * factorisations. Source: Golub & Van Loan, Matrix Computations, 4th ed., algorithm 3.4.1.
 */
final class DenseLu {
  private final int n;
  private final double[] a;
  private final int[] pivots;
  private final double[] work;

  DenseLu(int n) {
    this.n = n;
    a = new double[n * n];
    pivots = new int[n];
    work = new double[n];
  }

  /** The matrix to factor is written here, row after row; {@link #factor} overwrites it. */
  double[] matrix() {
    return a;
  }

  /** Factors the matrix; false where a pivot is 0 or not finite. */
  boolean factor() {
    for (int k = 0; k < n; k++) {
      int pivot = pivotRow(k);
      double value = a[pivot * n + k];
      if (value == 0 || !Double.isFinite(value)) {
        return false;
      }
      pivots[k] = pivot;
      if (pivot != k) {
        swapRows(pivot, k);
      }
      eliminateBelow(k);
    }
    return true;
  }

  private int pivotRow(int k) {
    int pivot = k;
    for (int i = k + 1; i < n; i++) {
      // A NaN is taken, so that the factorisation fails.
      if (!(Math.abs(a[i * n + k]) <= Math.abs(a[pivot * n + k]))) {
        pivot = i;
      }
    }
    return pivot;
  }

  private void swapRows(int i, int k) {
    for (int j = 0; j < n; j++) {
      double kept = a[i * n + j];
      a[i * n + j] = a[k * n + j];
      a[k * n + j] = kept;
    }
  }

  private void eliminateBelow(int k) {
    double inverse = 1 / a[k * n + k];
    for (int i = k + 1; i < n; i++) {
      double factor = a[i * n + k] * inverse;
      a[i * n + k] = factor;
      if (factor != 0) {
        for (int j = k + 1; j < n; j++) {
          a[i * n + j] -= factor * a[k * n + j];
        }
      }
    }
  }

  /** Replaces b by A⁻¹b. */
  void solve(double[] b) {
    for (int k = 0; k < n; k++) {
      double kept = b[pivots[k]];
      b[pivots[k]] = b[k];
      b[k] = kept;
    }
    for (int i = 1; i < n; i++) {
      double sum = b[i];
      for (int j = 0; j < i; j++) {
        sum -= a[i * n + j] * b[j];
      }
      b[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < n; j++) {
        sum -= a[i * n + j] * b[j];
      }
      b[i] = sum / a[i * n + i];
    }
  }

  /** Replaces b by A′⁻¹b. */
  void solveTransposed(double[] b) {
    System.arraycopy(b, 0, work, 0, n);
    for (int i = 0; i < n; i++) {
      double x = work[i] / a[i * n + i];
      work[i] = x;
      for (int j = i + 1; j < n; j++) {
        work[j] -= a[i * n + j] * x;
      }
    }
    for (int i = n - 1; i > 0; i--) {
      for (int j = 0; j < i; j++) {
        work[j] -= a[i * n + j] * work[i];
      }
    }
    System.arraycopy(work, 0, b, 0, n);
    for (int k = n - 1; k >= 0; k--) {
      double kept = b[pivots[k]];
      b[pivots[k]] = b[k];
      b[k] = kept;
    }
  }
}
