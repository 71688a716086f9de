package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Products of a matrix with its own transpose: each half of the result is computed once. */
public final class SelfProducts {
  /** Columns of a triangle that are multiplied together, those above the diagonal as zeros. */
  private static final int COLUMNS = 32;

  private SelfProducts() {}

  /** C = A′A. */
  public static void crossprod(
      double[] a, int ao, int m, int n, double[] c, int co, int n1, int n2) {
    Arrays.fill(c, co, co + n * n, 0);
    Products.addLower(n, m, a, ao, m, 1, a, ao, 1, m, false, c, co, n);
    Products.mirror(n, c, co);
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
    double[] both = plusTransposed(n, cAdj, ca);
    Products.add(m, n, n, a, ao, 1, m, both, 0, 1, n, false, aAdj, aa, m);
  }

  /** C = AA′. */
  public static void tcrossprod(
      double[] a, int ao, int m, int n, double[] c, int co, int m1, int m2) {
    Arrays.fill(c, co, co + m * m, 0);
    Products.addLower(m, n, a, ao, 1, m, a, ao, m, 1, false, c, co, m);
    Products.mirror(m, c, co);
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
    if (aAdj == null) {
      return;
    }
    double[] both = plusTransposed(m, cAdj, ca);
    Products.add(m, n, m, both, 0, 1, m, a, ao, 1, m, false, aAdj, aa, m);
  }

  /** C = TT′, where T is the lower triangle of L. */
  public static void multiplyLowerTriSelfTranspose(
      double[] l, int lo, int m, int n, double[] c, int co, int m1, int m2) {
    Arrays.fill(c, co, co + m * m, 0);
    for (int p = 0; p < Math.min(m, n); p += COLUMNS) {
      int columns = Math.min(COLUMNS, Math.min(m, n) - p);
      int rows = m - p;
      double[] t = lowerColumns(l, lo + p * m + p, rows, columns, m);
      Products.addLower(rows, columns, t, 0, 1, rows, t, 0, rows, 1, false, c, co + p * m + p, m);
    }
    Products.mirror(m, c, co);
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
    if (lAdj == null) {
      return;
    }
    double[] both = plusTransposed(m, cAdj, ca);
    for (int p = 0; p < Math.min(m, n); p += COLUMNS) {
      int columns = Math.min(COLUMNS, Math.min(m, n) - p);
      int rows = m - p;
      int corner = p * m + p;
      double[] t = lowerColumns(l, lo + corner, rows, columns, m);
      Products.addLower(
          columns, rows, both, corner, 1, m, t, 0, 1, rows, false, lAdj, la + corner, m);
      int below = corner + columns;
      Products.add(
          rows - columns,
          columns,
          rows,
          both,
          below,
          1,
          m,
          t,
          0,
          1,
          rows,
          false,
          lAdj,
          la + below,
          m);
    }
  }

  /** C + C′. */
  private static double[] plusTransposed(int n, double[] c, int co) {
    double[] sum = Workspace.ofThread().matrix(n * n);
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double e = c[co + j * n + i] + c[co + i * n + j];
        sum[j * n + i] = e;
        sum[i * n + j] = e;
      }
    }
    return sum;
  }

  /** Columns of a lower triangle, from the diagonal down, with zeros above it. */
  private static double[] lowerColumns(double[] l, int lo, int rows, int columns, int ld) {
    double[] t = Workspace.ofThread().transposed(rows * columns);
    for (int j = 0; j < columns; j++) {
      Arrays.fill(t, j * rows, j * rows + j, 0);
      System.arraycopy(l, lo + j * ld + j, t, j * rows + j, rows - j);
    }
    return t;
  }
}
