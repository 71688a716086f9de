package org.stanj.stdlib.linalg;

import static org.stanj.stdlib.simd.Fused.multiplyAdd;

/**
 * The inner loops for a handful of elements, without preparations. {@link Loops} takes this form by
 * sizes alone, so it may add in an order of its own: the terms of {@link #addDots} one by one.
 */
final class SmallLoops implements InnerLoops {
  @Override
  public void addProduct(
      int m,
      int n,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aColumn,
      double[] b,
      int bo,
      int bRow,
      int bColumn,
      boolean negative,
      double[] c,
      int co,
      int cColumn) {
    for (int j = 0; j < n; j++) {
      int right = bo + j * bColumn;
      int to = co + j * cColumn;
      int i = 0;
      for (; i < m - 3; i += 4) {
        fourRows(k, a, ao + i * aRow, aRow, aColumn, b, right, bRow, negative, c, to + i);
      }
      for (; i < m; i++) {
        double sum = dot(k, a, ao + i * aRow, aColumn, b, right, bRow);
        c[to + i] += negative ? -sum : sum;
      }
    }
  }

  /** Four sums that do not wait for each other. */
  private static void fourRows(
      int k,
      double[] a,
      int ao,
      int aRow,
      int aColumn,
      double[] b,
      int bo,
      int bRow,
      boolean negative,
      double[] c,
      int co) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int p = 0; p < k; p++) {
      int at = ao + p * aColumn;
      double bp = b[bo + p * bRow];
      s0 = multiplyAdd(a[at], bp, s0);
      s1 = multiplyAdd(a[at + aRow], bp, s1);
      s2 = multiplyAdd(a[at + 2 * aRow], bp, s2);
      s3 = multiplyAdd(a[at + 3 * aRow], bp, s3);
    }
    c[co] += negative ? -s0 : s0;
    c[co + 1] += negative ? -s1 : s1;
    c[co + 2] += negative ? -s2 : s2;
    c[co + 3] += negative ? -s3 : s3;
  }

  /** The lower triangle of C ± AB; C is n × n. */
  static void addLower(
      int n,
      int k,
      double[] a,
      int ao,
      int aRow,
      int aColumn,
      double[] b,
      int bo,
      int bRow,
      int bColumn,
      boolean negative,
      double[] c,
      int co,
      int cColumn) {
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = dot(k, a, ao + i * aRow, aColumn, b, bo + j * bColumn, bRow);
        c[co + j * cColumn + i] += negative ? -sum : sum;
      }
    }
  }

  private static double dot(int k, double[] a, int ao, int aStep, double[] b, int bo, int bStep) {
    double sum = 0;
    for (int p = 0; p < k; p++) {
      sum = multiplyAdd(a[ao + p * aStep], b[bo + p * bStep], sum);
    }
    return sum;
  }

  @Override
  public void addColumns(
      int m,
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] x,
      int xo,
      int xStep,
      boolean negative,
      double[] y,
      int yo) {
    for (int i = 0; i < m; i++) {
      double sum = y[yo + i];
      for (int p = 0; p < k; p++) {
        double xp = x[xo + p * xStep];
        sum = multiplyAdd(a[ao + i + p * aColumn], negative ? -xp : xp, sum);
      }
      y[yo + i] = sum;
    }
  }

  @Override
  public void addDots(
      int m,
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] y,
      int yo,
      boolean negative,
      double[] x,
      int xo) {
    int j = 0;
    for (; j < k - 3; j += 4) {
      fourDots(m, a, ao + j * aColumn, aColumn, y, yo, negative, x, xo + j);
    }
    for (; j < k; j++) {
      double sum = dot(m, a, ao + j * aColumn, 1, y, yo, 1);
      x[xo + j] += negative ? -sum : sum;
    }
  }

  /** As {@link #fourRows}, for columns. */
  private static void fourDots(
      int m,
      double[] a,
      int a0,
      int aColumn,
      double[] y,
      int yo,
      boolean negative,
      double[] x,
      int xo) {
    int a1 = a0 + aColumn;
    int a2 = a1 + aColumn;
    int a3 = a2 + aColumn;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < m; i++) {
      double yi = y[yo + i];
      s0 = multiplyAdd(a[a0 + i], yi, s0);
      s1 = multiplyAdd(a[a1 + i], yi, s1);
      s2 = multiplyAdd(a[a2 + i], yi, s2);
      s3 = multiplyAdd(a[a3 + i], yi, s3);
    }
    x[xo] += negative ? -s0 : s0;
    x[xo + 1] += negative ? -s1 : s1;
    x[xo + 2] += negative ? -s2 : s2;
    x[xo + 3] += negative ? -s3 : s3;
  }

  @Override
  public void addOuter(
      int m,
      int n,
      double[] y,
      int yo,
      double[] x,
      int xo,
      boolean negative,
      double[] a,
      int ao,
      int aColumn) {
    for (int j = 0; j < n; j++) {
      double xj = negative ? -x[xo + j] : x[xo + j];
      int column = ao + j * aColumn;
      for (int i = 0; i < m; i++) {
        a[column + i] = multiplyAdd(y[yo + i], xj, a[column + i]);
      }
    }
  }

  @Override
  public void rotate(int m, double[] v, int x, int y, double c, double s) {
    for (int i = 0; i < m; i++) {
      double xi = v[x + i];
      double yi = v[y + i];
      v[x + i] = multiplyAdd(xi, c, -s * yi);
      v[y + i] = multiplyAdd(xi, s, c * yi);
    }
  }

  @Override
  public void addScaled(int m, double[] x, int xo, double s, double[] y, int yo) {
    for (int i = 0; i < m; i++) {
      y[yo + i] = multiplyAdd(x[xo + i], s, y[yo + i]);
    }
  }
}
