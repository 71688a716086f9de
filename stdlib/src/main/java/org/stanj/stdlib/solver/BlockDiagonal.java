package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.linalg.Decompositions;

/**
 * A block diagonal matrix with blocks of one size.
 *
 * @param n rows and columns, a multiple of {@code size}
 * @param size rows and columns of a block
 * @param values of the blocks, column by column: n columns of {@code size} elements; kept, not
 *     copied
 */
record BlockDiagonal(int n, int size, double[] values) {
  /** Rounding in an eigenvalue of a semidefinite block, relative to the largest one. */
  private static final double ROUNDING = 1e-14;

  /** The diagonal blocks of a dense matrix. */
  static BlockDiagonal of(double[] dense, int n, int size) {
    double[] values = new double[n * size];
    for (int c = 0; c < n; c++) {
      System.arraycopy(dense, c * n + c / size * size, values, c * size, size);
    }
    return new BlockDiagonal(n, size, values);
  }

  /** Adds DX to Y, both of so many columns with n rows. */
  void addProduct(double[] x, double[] y, int columns) {
    for (int j = 0; j < columns; j++) {
      for (int c = 0; c < n; c++) {
        double factor = x[j * n + c];
        int first = j * n + c / size * size;
        for (int i = 0; i < size; i++) {
          y[first + i] += values[c * size + i] * factor;
        }
      }
    }
  }

  /** Dx. */
  double[] product(double[] x) {
    double[] y = new double[n];
    addProduct(x, y, 1);
    return y;
  }

  /** DA for a dense A. */
  double[] timesDense(double[] a) {
    double[] y = new double[n * n];
    addProduct(a, y, n);
    return y;
  }

  /** AD for a dense A. */
  double[] denseTimes(double[] a) {
    double[] y = new double[n * n];
    for (int c = 0; c < n; c++) {
      int first = c / size * size;
      for (int k = 0; k < size; k++) {
        double factor = values[c * size + k];
        int from = (first + k) * n;
        for (int i = 0; i < n; i++) {
          y[c * n + i] += a[from + i] * factor;
        }
      }
    }
    return y;
  }

  /** This matrix with its zeros. */
  double[] dense() {
    double[] y = new double[n * n];
    for (int c = 0; c < n; c++) {
      System.arraycopy(values, c * size, y, c * n + c / size * size, size);
    }
    return y;
  }

  /**
   * The symmetric positive semidefinite square root.
   *
   * @throws RejectException where a diagonal element or an eigenvalue is negative or not finite
   */
  BlockDiagonal root(String name) {
    for (int c = 0; c < n; c++) {
      double d = values[c * size + c % size];
      if (!(d >= 0) || d == Double.POSITIVE_INFINITY) {
        throw notDefinite(name);
      }
    }
    double[] roots = new double[n * size];
    for (int first = 0; first < n; first += size) {
      rootOfBlock(first * size, roots, name);
    }
    return new BlockDiagonal(n, size, roots);
  }

  private void rootOfBlock(int at, double[] roots, String name) {
    if (size == 1) {
      roots[at] = Math.sqrt(values[at]);
      return;
    }
    double[] w = new double[size];
    double[] v = new double[size * size];
    for (int i = at; i < at + size * size; i++) {
      if (!Double.isFinite(values[i])) {
        throw notDefinite(name);
      }
    }
    Decompositions.eigenSymmetric(values, at, size, size, w, 0, size, v, 0, size, size);
    if (w[0] < -ROUNDING * size * Math.abs(w[size - 1])) {
      throw notDefinite(name);
    }
    Arrays.setAll(w, k -> Math.sqrt(Math.max(0, w[k])));
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < size; k++) {
        double factor = w[k] * v[k * size + j];
        for (int i = 0; i < size; i++) {
          roots[at + j * size + i] += v[k * size + i] * factor;
        }
      }
    }
  }

  private static RejectException notDefinite(String name) {
    return RejectException.domain(name + ": Hessian matrix is not positive definite");
  }
}
