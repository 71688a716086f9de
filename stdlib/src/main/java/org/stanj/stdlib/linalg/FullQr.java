package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The QR decomposition with a square orthogonal factor, by Householder's reflections. */
public final class FullQr {
  private FullQr() {}

  /** A = QR, Q m by m, R m by n with a diagonal that is not negative. */
  public static void qr(
      double[] a,
      int ao,
      int m,
      int n,
      double[] q,
      int qo,
      int mq,
      int mq2,
      double[] r,
      int ro,
      int mr,
      int nr) {
    System.arraycopy(a, ao, r, ro, m * n);
    Arrays.fill(q, qo, qo + m * m, 0);
    for (int i = 0; i < m; i++) {
      q[qo + i * m + i] = 1;
    }
    double[] v = new double[m];
    for (int k = 0; k < Math.min(m - 1, n); k++) {
      double tau = reflection(r, ro + k * m, k, m, v);
      if (tau != 0) {
        fromLeft(r, ro, m, n, k, v, tau);
        fromRight(q, qo, m, k, v, tau);
        Arrays.fill(r, ro + k * m + k + 1, ro + k * m + m, 0);
      }
    }
    for (int k = 0; k < Math.min(m, n); k++) {
      if (r[ro + k * m + k] < 0) {
        negate(q, qo, r, ro, m, n, k);
      }
    }
  }

  /** Fills v from position k on; gives τ of the reflection I − τvv′ of the column. */
  private static double reflection(double[] r, int column, int k, int m, double[] v) {
    double tail = 0;
    for (int i = k + 1; i < m; i++) {
      tail += r[column + i] * r[column + i];
    }
    if (tail <= Double.MIN_NORMAL) {
      return 0;
    }
    double first = r[column + k];
    double norm = Math.sqrt(first * first + tail);
    double beta = first >= 0 ? -norm : norm;
    v[k] = 1;
    for (int i = k + 1; i < m; i++) {
      v[i] = r[column + i] / (first - beta);
    }
    return (beta - first) / beta;
  }

  private static void fromLeft(double[] r, int ro, int m, int n, int k, double[] v, double tau) {
    for (int j = k; j < n; j++) {
      double dot = 0;
      for (int i = k; i < m; i++) {
        dot += v[i] * r[ro + j * m + i];
      }
      for (int i = k; i < m; i++) {
        r[ro + j * m + i] -= tau * dot * v[i];
      }
    }
  }

  private static void fromRight(double[] q, int qo, int m, int k, double[] v, double tau) {
    for (int i = 0; i < m; i++) {
      double dot = 0;
      for (int j = k; j < m; j++) {
        dot += q[qo + j * m + i] * v[j];
      }
      for (int j = k; j < m; j++) {
        q[qo + j * m + i] -= tau * dot * v[j];
      }
    }
  }

  private static void negate(double[] q, int qo, double[] r, int ro, int m, int n, int k) {
    for (int i = 0; i < m; i++) {
      q[qo + k * m + i] = -q[qo + k * m + i];
    }
    for (int j = k; j < n; j++) {
      r[ro + j * m + k] = -r[ro + j * m + k];
    }
  }

  /**
   * Adjoint of {@link #qr}. The columns of Q beyond those of A are any basis of the rest; it turns
   * only as far as it must: dQ₂ = −Q₁ dQ₁′ Q₂, so that Q̄₁ gains −Q₂ Q̄₂′ Q₁. What remains is the
   * adjoint of the thin decomposition.
   */
  public static void qrAdjoint(
      double[] a,
      int ao,
      int m,
      int n,
      double[] q,
      int qo,
      int mq,
      int mq2,
      double[] r,
      int ro,
      int mr,
      int nr,
      double @Nullable [] aAdj,
      int aa,
      double[] qAdj,
      int qa,
      double[] rAdj,
      int ra) {
    if (aAdj == null) {
      return;
    }
    int k = Math.min(m, n);
    for (int j = 0; j < k; j++) {
      for (int c = k; c < m; c++) {
        double dot = 0;
        for (int i = 0; i < m; i++) {
          dot += qAdj[qa + c * m + i] * q[qo + j * m + i];
        }
        for (int i = 0; i < m; i++) {
          qAdj[qa + j * m + i] -= dot * q[qo + c * m + i];
        }
      }
    }
    double[] top = topRows(r, ro, m, n, k);
    double[] topAdj = topRows(rAdj, ra, m, n, k);
    Decompositions.qrThinAdjoint(
        a, ao, m, n, q, qo, m, k, top, 0, k, n, aAdj, aa, qAdj, qa, topAdj, 0);
  }

  private static double[] topRows(double[] r, int ro, int m, int n, int k) {
    double[] top = new double[k * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(r, ro + j * m, top, j * k, k);
    }
    return top;
  }
}
