package org.stanj.stdlib.linalg;

import static org.stanj.stdlib.simd.Fused.multiplyAdd;

/**
 * Solves with a lower triangular L, in place, whose upper triangle is not read.
 *
 * <p>A solve is split in two halves of L, with a product in between; small ones go column by
 * column, with all rows of the right sides in one loop. Right sides on the left of L are stored
 * that way; those on its right are transposed for it.
 */
final class Triangular {
  /** Columns of L that are solved one by one. */
  static final int BASE = 16;

  /** Rows of right sides that stay in the nearest cache with {@link #BASE} columns. */
  private static final int ROWS = 128;

  /** Fewer right sides than this are solved one at a time. */
  private static final int FEW = 6;

  /** Elements of one right side that are solved before the rest is updated. */
  private static final int STEP = 8;

  private Triangular() {}

  /** Where to split n columns: about half, a multiple of {@link #BASE}. */
  static int half(int n) {
    return (n / 2 + BASE - 1) / BASE * BASE;
  }

  /** X becomes L⁻¹X; X is n × k. */
  static void left(int n, int k, double[] l, int lo, int ld, double[] x, int xo, int xColumn) {
    if (k < FEW) {
      for (int j = 0; j < k; j++) {
        left(n, l, lo, ld, x, xo + j * xColumn);
      }
    } else if (n <= BASE) {
      int rows = wholeRows(k);
      double[] t = transposed(n, k, rows, x, xo, xColumn);
      rightTransposed(rows, n, l, lo, ld, t, 0, rows);
      back(n, k, rows, t, x, xo, xColumn);
    } else {
      int h = half(n);
      left(h, k, l, lo, ld, x, xo, xColumn);
      Products.add(n - h, k, h, l, lo + h, 1, ld, x, xo, 1, xColumn, true, x, xo + h, xColumn);
      left(n - h, k, l, lo + h * ld + h, ld, x, xo + h, xColumn);
    }
  }

  /** X becomes L′⁻¹X; X is n × k. */
  static void leftTransposed(
      int n, int k, double[] l, int lo, int ld, double[] x, int xo, int xColumn) {
    if (k < FEW) {
      for (int j = 0; j < k; j++) {
        leftTransposed(n, l, lo, ld, x, xo + j * xColumn);
      }
    } else if (n <= BASE) {
      int rows = wholeRows(k);
      double[] t = transposed(n, k, rows, x, xo, xColumn);
      right(rows, n, l, lo, ld, t, 0, rows);
      back(n, k, rows, t, x, xo, xColumn);
    } else {
      int h = half(n);
      leftTransposed(n - h, k, l, lo + h * ld + h, ld, x, xo + h, xColumn);
      Products.add(h, k, n - h, l, lo + h, ld, 1, x, xo + h, 1, xColumn, true, x, xo, xColumn);
      leftTransposed(h, k, l, lo, ld, x, xo, xColumn);
    }
  }

  /** X becomes XL′⁻¹; X is m × n. */
  static void rightTransposed(
      int m, int n, double[] l, int lo, int ld, double[] x, int xo, int xColumn) {
    if (n > BASE) {
      int h = half(n);
      rightTransposed(m, h, l, lo, ld, x, xo, xColumn);
      int rest = xo + h * xColumn;
      Products.add(m, n - h, h, x, xo, 1, xColumn, l, lo + h, ld, 1, true, x, rest, xColumn);
      rightTransposed(m, n - h, l, lo + h * ld + h, ld, x, rest, xColumn);
      return;
    }
    InnerLoops loops = Loops.columns(m, (long) m * n * n / 2);
    for (int i = 0; i < m; i += ROWS) {
      int rows = Math.min(ROWS, m - i);
      for (int j = 0; j < n; j++) {
        int column = xo + i + j * xColumn;
        loops.addColumns(rows, j, x, xo + i, xColumn, l, lo + j, ld, true, x, column);
        divide(rows, x, column, l[lo + j * ld + j]);
      }
    }
  }

  /** X becomes XL⁻¹; X is m × n. */
  static void right(int m, int n, double[] l, int lo, int ld, double[] x, int xo, int xColumn) {
    if (n > BASE) {
      int h = half(n);
      int rest = xo + h * xColumn;
      right(m, n - h, l, lo + h * ld + h, ld, x, rest, xColumn);
      Products.add(m, h, n - h, x, rest, 1, xColumn, l, lo + h, 1, ld, true, x, xo, xColumn);
      right(m, h, l, lo, ld, x, xo, xColumn);
      return;
    }
    InnerLoops loops = Loops.columns(m, (long) m * n * n / 2);
    for (int i = 0; i < m; i += ROWS) {
      int rows = Math.min(ROWS, m - i);
      for (int j = n - 1; j >= 0; j--) {
        int column = xo + i + j * xColumn;
        int diagonal = lo + j * ld + j;
        loops.addColumns(
            rows, n - 1 - j, x, column + xColumn, xColumn, l, diagonal + 1, 1, true, x, column);
        divide(rows, x, column, l[diagonal]);
      }
    }
  }

  private static void divide(int m, double[] x, int xo, double divisor) {
    for (int i = 0; i < m; i++) {
      x[xo + i] /= divisor;
    }
  }

  /** Rows of transposed right sides: filled up, so that no lanes are left over. */
  private static int wholeRows(int k) {
    return (k + InnerLoops.LANES - 1) / InnerLoops.LANES * InnerLoops.LANES;
  }

  private static double[] transposed(int n, int k, int rows, double[] x, int xo, int xColumn) {
    double[] t = Workspace.ofThread().transposed(n * rows);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        t[i * rows + j] = x[xo + j * xColumn + i];
      }
      for (int j = k; j < rows; j++) {
        t[i * rows + j] = 0;
      }
    }
    return t;
  }

  private static void back(int n, int k, int rows, double[] t, double[] x, int xo, int xColumn) {
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < n; i++) {
        x[xo + j * xColumn + i] = t[i * rows + j];
      }
    }
  }

  /** x becomes L⁻¹x. */
  static void left(int n, double[] l, int lo, int ld, double[] x, int xo) {
    for (int j = 0; j < n; j += STEP) {
      int step = Math.min(STEP, n - j);
      int corner = lo + j * ld + j;
      if (step == STEP) {
        eight(l, corner, ld, x, xo + j);
      } else {
        few(step, l, corner, ld, x, xo + j);
      }
      int rest = n - j - step;
      if (rest > 0) {
        Loops.columns(rest, (long) rest * step)
            .addColumns(rest, step, l, corner + step, ld, x, xo + j, 1, true, x, xo + j + step);
      }
    }
  }

  private static void few(int n, double[] l, int lo, int ld, double[] x, int xo) {
    for (int j = 0; j < n; j++) {
      double xj = x[xo + j] / l[lo + j * ld + j];
      x[xo + j] = xj;
      for (int i = j + 1; i < n; i++) {
        x[xo + i] = multiplyAdd(-l[lo + j * ld + i], xj, x[xo + i]);
      }
    }
  }

  /** As {@link #few} for eight elements, which stay in registers. */
  private static void eight(double[] l, int lo, int ld, double[] x, int xo) {
    double x0 = x[xo] / l[lo];
    double x1 = multiplyAdd(-l[lo + 1], x0, x[xo + 1]);
    double x2 = multiplyAdd(-l[lo + 2], x0, x[xo + 2]);
    double x3 = multiplyAdd(-l[lo + 3], x0, x[xo + 3]);
    double x4 = multiplyAdd(-l[lo + 4], x0, x[xo + 4]);
    double x5 = multiplyAdd(-l[lo + 5], x0, x[xo + 5]);
    double x6 = multiplyAdd(-l[lo + 6], x0, x[xo + 6]);
    double x7 = multiplyAdd(-l[lo + 7], x0, x[xo + 7]);
    int d = lo + ld;
    x1 /= l[d + 1];
    x2 = multiplyAdd(-l[d + 2], x1, x2);
    x3 = multiplyAdd(-l[d + 3], x1, x3);
    x4 = multiplyAdd(-l[d + 4], x1, x4);
    x5 = multiplyAdd(-l[d + 5], x1, x5);
    x6 = multiplyAdd(-l[d + 6], x1, x6);
    x7 = multiplyAdd(-l[d + 7], x1, x7);
    d += ld;
    x2 /= l[d + 2];
    x3 = multiplyAdd(-l[d + 3], x2, x3);
    x4 = multiplyAdd(-l[d + 4], x2, x4);
    x5 = multiplyAdd(-l[d + 5], x2, x5);
    x6 = multiplyAdd(-l[d + 6], x2, x6);
    x7 = multiplyAdd(-l[d + 7], x2, x7);
    d += ld;
    x3 /= l[d + 3];
    x4 = multiplyAdd(-l[d + 4], x3, x4);
    x5 = multiplyAdd(-l[d + 5], x3, x5);
    x6 = multiplyAdd(-l[d + 6], x3, x6);
    x7 = multiplyAdd(-l[d + 7], x3, x7);
    d += ld;
    x4 /= l[d + 4];
    x5 = multiplyAdd(-l[d + 5], x4, x5);
    x6 = multiplyAdd(-l[d + 6], x4, x6);
    x7 = multiplyAdd(-l[d + 7], x4, x7);
    d += ld;
    x5 /= l[d + 5];
    x6 = multiplyAdd(-l[d + 6], x5, x6);
    x7 = multiplyAdd(-l[d + 7], x5, x7);
    d += ld;
    x6 /= l[d + 6];
    x7 = multiplyAdd(-l[d + 7], x6, x7) / l[d + ld + 7];
    x[xo] = x0;
    x[xo + 1] = x1;
    x[xo + 2] = x2;
    x[xo + 3] = x3;
    x[xo + 4] = x4;
    x[xo + 5] = x5;
    x[xo + 6] = x6;
    x[xo + 7] = x7;
  }

  /** x becomes L′⁻¹x. */
  static void leftTransposed(int n, double[] l, int lo, int ld, double[] x, int xo) {
    for (int j = (n - 1) / STEP * STEP; j >= 0; j -= STEP) {
      int step = Math.min(STEP, n - j);
      int corner = lo + j * ld + j;
      int rest = n - j - step;
      if (rest > 0) {
        Loops.dots(rest, (long) rest * step)
            .addDots(rest, step, l, corner + step, ld, x, xo + j + step, true, x, xo + j);
      }
      for (int i = step - 1; i >= 0; i--) {
        double xi = x[xo + j + i] / l[corner + i * ld + i];
        x[xo + j + i] = xi;
        for (int p = 0; p < i; p++) {
          x[xo + j + p] = multiplyAdd(-l[corner + p * ld + i], xi, x[xo + j + p]);
        }
      }
    }
  }

  /** The lower triangle of C −= yx′. */
  static void subtractOuterLower(
      int n, double[] y, int yo, double[] x, int xo, double[] c, int co) {
    for (int j = 0; j < n; j += STEP) {
      int step = Math.min(STEP, n - j);
      int corner = co + j * n + j;
      for (int p = 0; p < step; p++) {
        for (int i = p; i < step; i++) {
          int at = corner + p * n + i;
          c[at] = multiplyAdd(-y[yo + j + i], x[xo + j + p], c[at]);
        }
      }
      int rest = n - j - step;
      if (rest > 0) {
        Loops.columns(rest, (long) rest * step)
            .addOuter(rest, step, y, yo + j + step, x, xo + j, true, c, corner + step, n);
      }
    }
  }
}
