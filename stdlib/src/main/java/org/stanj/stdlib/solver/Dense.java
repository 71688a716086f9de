package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.linalg.LinearAlgebra;

/** Square dense matrices, column-major, without offsets. */
final class Dense {
  private Dense() {}

  /** Ax. */
  static double[] product(double[] a, double[] x) {
    int n = x.length;
    double[] y = new double[n];
    LinearAlgebra.multiplyVector(a, 0, n, n, x, 0, n, y, 0, n);
    return y;
  }

  /** A′x. */
  static double[] transposedProduct(double[] a, double[] x) {
    int n = x.length;
    double[] y = new double[n];
    Arrays.setAll(y, j -> dot(a, j * n, x, 0, n));
    return y;
  }

  static double dot(double[] x, double[] y) {
    return dot(x, 0, y, 0, x.length);
  }

  /** In two sums, so that an addition need not wait for the last one. */
  static double dot(double[] x, int xo, double[] y, int yo, int n) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i < n - 1; i += 2) {
      even += x[xo + i] * y[yo + i];
      odd += x[xo + i + 1] * y[yo + i + 1];
    }
    return i < n ? even + odd + x[xo + i] * y[yo + i] : even + odd;
  }

  /** T′T. */
  static double[] gram(double[] t, int n) {
    double[] g = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double value = dot(t, i * n, t, j * n, n);
        g[j * n + i] = value;
        g[i * n + j] = value;
      }
    }
    return g;
  }

  /**
   * The lower triangular L with LL′ = A; only the lower triangle of A is read.
   *
   * @throws RejectException with the message where A is not positive definite
   */
  static double[] cholesky(double[] a, int n, String message) {
    double[] l = new double[n * n];
    LinearAlgebra.choleskyOrNan(a, 0, n, n, l, 0, n, n);
    if (n > 0 && Double.isNaN(l[0])) {
      throw RejectException.domain(message);
    }
    return l;
  }

  /** log |LL′|. */
  static double logDeterminant(double[] l, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.log(l[i * n + i]);
    }
    return 2 * sum;
  }

  /** L⁻¹X. */
  static double[] forward(double[] l, double[] x, int n) {
    double[] y = new double[x.length];
    int columns = x.length / n;
    LinearAlgebra.solveLowerMatrix(l, 0, n, n, x, 0, n, columns, y, 0, n, columns);
    return y;
  }

  /** L′⁻¹x. */
  static double[] backward(double[] l, double[] x) {
    int n = x.length;
    double[] y = new double[n];
    LinearAlgebra.solveLowerTransposed(l, 0, n, n, x, 0, n, y, 0, n);
    return y;
  }

  static double[] transpose(double[] a, int n) {
    double[] t = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        t[i * n + j] = a[j * n + i];
      }
    }
    return t;
  }
}
