package org.stanj.stdlib.solver;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * Q and R of a square matrix, which follow it through changes of rank one.
 *
 * <p>Source: Golub &amp; Van Loan (2013), Matrix Computations, 4th ed., section 6.5.1.
 */
final class QrFactors {
  private final int n;
  private final double[] q;
  private final double[] r;

  /**
   * @param rows of the matrix, one after the other
   */
  QrFactors(double[] rows, int n) {
    this.n = n;
    QRDecomposition<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.qr(n, n);
    decomposition.decompose(DMatrixRMaj.wrap(n, n, rows.clone()));
    q = decomposition.getQ(null, false).data;
    r = decomposition.getR(null, false).data;
  }

  /** Element of R. */
  double upper(int i, int j) {
    return r[i * n + j];
  }

  /** Q′ v. */
  double[] rotate(double[] v) {
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        product[j] += q[i * n + j] * v[i];
      }
    }
    return product;
  }

  /** R v. */
  double[] upperTimes(double[] v) {
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        product[i] += r[i * n + j] * v[j];
      }
    }
    return product;
  }

  /** R′ v. */
  double[] lowerTimes(double[] v) {
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        product[j] += r[i * n + j] * v[i];
      }
    }
    return product;
  }

  /**
   * Adds Q u v′ to the matrix: rotations turn u into a multiple of the first unit vector, which
   * makes R Hessenberg, and others make it triangular again.
   *
   * @param u is overwritten
   */
  void update(double[] u, double[] v) {
    for (int i = n - 1; i > 0; i--) {
      double length = Math.hypot(u[i - 1], u[i]);
      if (length > 0) {
        rotate(i - 1, u[i - 1] / length, u[i] / length);
        u[i - 1] = length;
      }
    }
    for (int j = 0; j < n; j++) {
      r[j] += u[0] * v[j];
    }
    for (int i = 0; i < n - 1; i++) {
      double a = r[i * n + i];
      double b = r[(i + 1) * n + i];
      double length = Math.hypot(a, b);
      if (length > 0) {
        rotate(i, a / length, b / length);
        r[(i + 1) * n + i] = 0;
      }
    }
  }

  /** Rotates rows i and i + 1 of R and the same columns of Q. */
  private void rotate(int i, double cosine, double sine) {
    for (int j = 0; j < n; j++) {
      rotate(r, i * n + j, (i + 1) * n + j, cosine, sine);
      rotate(q, j * n + i, j * n + i + 1, cosine, sine);
    }
  }

  private static void rotate(double[] matrix, int at, int next, double cosine, double sine) {
    double a = matrix[at];
    double b = matrix[next];
    matrix[at] = cosine * a + sine * b;
    matrix[next] = cosine * b - sine * a;
  }
}
