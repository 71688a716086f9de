package org.stanj.stdlib.linalg;

import static org.stanj.stdlib.simd.Fused.multiplyAdd;

import java.util.Arrays;

/** The inner loops without vector types; loops down columns are such that HotSpot finds lanes. */
final class ScalarLoops implements InnerLoops {
  /** Rows of a block: a column of it, and those of the left factor, stay in the nearest cache. */
  static final int ROWS = 128;

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
    Workspace space = Workspace.ofThread();
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      for (int i = 0; i < m; i += ROWS) {
        int rows = Math.min(ROWS, m - i);
        double[] left = a;
        int from = ao + i * aRow + p * aColumn;
        int step = aColumn;
        if (aRow != 1) {
          left = transposed(space, rows, depth, a, from, aRow, aColumn);
          from = 0;
          step = rows;
        }
        for (int j = 0; j < n; j++) {
          Arrays.fill(space.column, 0, rows, 0);
          int right = bo + p * bRow + j * bColumn;
          sumColumns(rows, depth, left, from, step, b, right, bRow, space.column, 0);
          add(rows, space.column, negative, c, co + i + j * cColumn);
        }
      }
    }
  }

  private static double[] transposed(
      Workspace space, int rows, int depth, double[] a, int from, int aRow, int aColumn) {
    double[] to = space.packed(rows * depth);
    for (int i = 0; i < rows; i++) {
      for (int p = 0; p < depth; p++) {
        to[p * rows + i] = a[from + i * aRow + p * aColumn];
      }
    }
    return to;
  }

  private static void add(int m, double[] x, boolean negative, double[] y, int yo) {
    if (negative) {
      for (int i = 0; i < m; i++) {
        y[yo + i] -= x[i];
      }
    } else {
      for (int i = 0; i < m; i++) {
        y[yo + i] += x[i];
      }
    }
  }

  /** y += Ax, four columns at a time, which are added in their order. */
  private static void sumColumns(
      int m,
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] x,
      int xo,
      int xStep,
      double[] y,
      int yo) {
    int p = 0;
    for (; p < k - 3; p += 4) {
      int at = xo + p * xStep;
      double x0 = x[at];
      double x1 = x[at + xStep];
      double x2 = x[at + 2 * xStep];
      double x3 = x[at + 3 * xStep];
      addFour(m, a, ao + p * aColumn, aColumn, x0, x1, x2, x3, y, yo);
    }
    for (; p < k; p++) {
      addOne(m, a, ao + p * aColumn, x[xo + p * xStep], y, yo);
    }
  }

  private static void addFour(
      int m,
      double[] a,
      int a0,
      int aColumn,
      double x0,
      double x1,
      double x2,
      double x3,
      double[] y,
      int yo) {
    int a1 = a0 + aColumn;
    int a2 = a1 + aColumn;
    int a3 = a2 + aColumn;
    for (int i = 0; i < m; i++) {
      double s = multiplyAdd(a[a0 + i], x0, y[yo + i]);
      s = multiplyAdd(a[a1 + i], x1, s);
      s = multiplyAdd(a[a2 + i], x2, s);
      y[yo + i] = multiplyAdd(a[a3 + i], x3, s);
    }
  }

  private static void addOne(int m, double[] a, int ao, double x, double[] y, int yo) {
    for (int i = 0; i < m; i++) {
      y[yo + i] = multiplyAdd(a[ao + i], x, y[yo + i]);
    }
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
    if (!negative) {
      sumColumns(m, k, a, ao, aColumn, x, xo, xStep, y, yo);
      return;
    }
    int p = 0;
    for (; p < k - 3; p += 4) {
      int at = xo + p * xStep;
      double x0 = -x[at];
      double x1 = -x[at + xStep];
      double x2 = -x[at + 2 * xStep];
      double x3 = -x[at + 3 * xStep];
      addFour(m, a, ao + p * aColumn, aColumn, x0, x1, x2, x3, y, yo);
    }
    for (; p < k; p++) {
      addOne(m, a, ao + p * aColumn, -x[xo + p * xStep], y, yo);
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
    for (int j = 0; j < k; j++) {
      double sum = dot(m, a, ao + j * aColumn, y, yo);
      x[xo + j] += negative ? -sum : sum;
    }
  }

  /** Σ aᵢyᵢ in eight lanes. */
  static double dot(int m, double[] a, int ao, double[] y, int yo) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int whole = m & -LANES;
    for (int i = 0; i < whole; i += LANES) {
      s0 = multiplyAdd(a[ao + i], y[yo + i], s0);
      s1 = multiplyAdd(a[ao + i + 1], y[yo + i + 1], s1);
      s2 = multiplyAdd(a[ao + i + 2], y[yo + i + 2], s2);
      s3 = multiplyAdd(a[ao + i + 3], y[yo + i + 3], s3);
      s4 = multiplyAdd(a[ao + i + 4], y[yo + i + 4], s4);
      s5 = multiplyAdd(a[ao + i + 5], y[yo + i + 5], s5);
      s6 = multiplyAdd(a[ao + i + 6], y[yo + i + 6], s6);
      s7 = multiplyAdd(a[ao + i + 7], y[yo + i + 7], s7);
    }
    int rest = m - whole;
    int r = ao + whole;
    int t = yo + whole;
    s0 = rest > 0 ? multiplyAdd(a[r], y[t], s0) : s0;
    s1 = rest > 1 ? multiplyAdd(a[r + 1], y[t + 1], s1) : s1;
    s2 = rest > 2 ? multiplyAdd(a[r + 2], y[t + 2], s2) : s2;
    s3 = rest > 3 ? multiplyAdd(a[r + 3], y[t + 3], s3) : s3;
    s4 = rest > 4 ? multiplyAdd(a[r + 4], y[t + 4], s4) : s4;
    s5 = rest > 5 ? multiplyAdd(a[r + 5], y[t + 5], s5) : s5;
    s6 = rest > 6 ? multiplyAdd(a[r + 6], y[t + 6], s6) : s6;
    return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
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
      addOne(m, y, yo, negative ? -x[xo + j] : x[xo + j], a, ao + j * aColumn);
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
