package org.stanj.stdlib.linalg;

import org.jspecify.annotations.Nullable;

/** Products of a matrix with its own transpose: each half of the result is computed once. */
public final class SelfProducts {
  private SelfProducts() {}

  /** C = A′A. */
  public static void crossprod(
      double[] a, int ao, int m, int n, double[] c, int co, int n1, int n2) {
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
          sum += a[ao + i * m + k] * a[ao + j * m + k];
        }
        c[co + j * n + i] = sum;
        c[co + i * n + j] = sum;
      }
    }
  }

  /** Adjoint of {@link #crossprod}: Ā += A(C̄ + C̄′). */
  public static void crossprodAdjoint(
      double[] a,
      int ao,
      int m,
      int n,
      double[] c,
      int co,
      int n1,
      int n2,
      double @Nullable [] aAdj,
      int aa,
      double[] cAdj,
      int ca) {
    if (aAdj == null) {
      return;
    }
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double g = cAdj[ca + j * n + i] + cAdj[ca + i * n + j];
        for (int k = 0; k < m; k++) {
          aAdj[aa + j * m + k] += g * a[ao + i * m + k];
        }
      }
    }
  }

  /** C = AA′. */
  public static void tcrossprod(
      double[] a, int ao, int m, int n, double[] c, int co, int m1, int m2) {
    for (int i = 0; i < m * m; i++) {
      c[co + i] = 0;
    }
    addOuterProducts(a, ao, m, n, c, co, false);
  }

  /** Adjoint of {@link #tcrossprod}: Ā += (C̄ + C̄′)A. */
  public static void tcrossprodAdjoint(
      double[] a,
      int ao,
      int m,
      int n,
      double[] c,
      int co,
      int m1,
      int m2,
      double @Nullable [] aAdj,
      int aa,
      double[] cAdj,
      int ca) {
    if (aAdj != null) {
      outerProductsAdjoint(a, ao, m, n, aAdj, aa, cAdj, ca, false);
    }
  }

  /** C = TT′, where T is the lower triangle of L. */
  public static void multiplyLowerTriSelfTranspose(
      double[] l, int lo, int m, int n, double[] c, int co, int m1, int m2) {
    for (int i = 0; i < m * m; i++) {
      c[co + i] = 0;
    }
    addOuterProducts(l, lo, m, n, c, co, true);
  }

  /** Adjoint of {@link #multiplyLowerTriSelfTranspose}: lower triangle of (C̄ + C̄′)T. */
  public static void multiplyLowerTriSelfTransposeAdjoint(
      double[] l,
      int lo,
      int m,
      int n,
      double[] c,
      int co,
      int m1,
      int m2,
      double @Nullable [] lAdj,
      int la,
      double[] cAdj,
      int ca) {
    if (lAdj != null) {
      outerProductsAdjoint(l, lo, m, n, lAdj, la, cAdj, ca, true);
    }
  }

  private static void addOuterProducts(
      double[] a, int ao, int m, int n, double[] c, int co, boolean lower) {
    for (int k = 0; k < n; k++) {
      for (int j = lower ? k : 0; j < m; j++) {
        double factor = a[ao + k * m + j];
        for (int i = j; i < m; i++) {
          c[co + j * m + i] += factor * a[ao + k * m + i];
        }
      }
    }
    for (int j = 0; j < m; j++) {
      for (int i = j + 1; i < m; i++) {
        c[co + i * m + j] = c[co + j * m + i];
      }
    }
  }

  private static void outerProductsAdjoint(
      double[] a,
      int ao,
      int m,
      int n,
      double[] aAdj,
      int aa,
      double[] cAdj,
      int ca,
      boolean lower) {
    for (int k = 0; k < n; k++) {
      for (int j = lower ? k : 0; j < m; j++) {
        double sum = 0;
        for (int i = lower ? k : 0; i < m; i++) {
          sum += (cAdj[ca + j * m + i] + cAdj[ca + i * m + j]) * a[ao + k * m + i];
        }
        aAdj[aa + k * m + j] += sum;
      }
    }
  }
}
