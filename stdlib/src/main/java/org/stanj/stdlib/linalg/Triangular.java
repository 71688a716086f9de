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
      double[] t = transposed(n, k, x, xo, xColumn);
      rightTransposed(k, n, l, lo, ld, t, 0, k);
      back(n, k, t, x, xo, xColumn);
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
      double[] t = transposed(n, k, x, xo, xColumn);
      right(k, n, l, lo, ld, t, 0, k);
      back(n, k, t, x, xo, xColumn);
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
    InnerLoops loops = Loops.of((long) m * n * n / 2);
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
    InnerLoops loops = Loops.of((long) m * n * n / 2);
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

  private static double[] transposed(int n, int k, double[] x, int xo, int xColumn) {
    double[] t = Workspace.ofThread().transposed(n * k);
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < n; i++) {
        t[i * k + j] = x[xo + j * xColumn + i];
      }
    }
    return t;
  }

  private static void back(int n, int k, double[] t, double[] x, int xo, int xColumn) {
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < n; i++) {
        x[xo + j * xColumn + i] = t[i * k + j];
      }
    }
  }

  /** x becomes L⁻¹x. */
  static void left(int n, double[] l, int lo, int ld, double[] x, int xo) {
    InnerLoops loops = Loops.of((long) n * n / 2);
    for (int j = 0; j < n; j += STEP) {
      int step = Math.min(STEP, n - j);
      int corner = lo + j * ld + j;
      for (int i = 0; i < step; i++) {
        double sum = x[xo + j + i];
        for (int p = 0; p < i; p++) {
          sum = multiplyAdd(-l[corner + p * ld + i], x[xo + j + p], sum);
        }
        x[xo + j + i] = sum / l[corner + i * ld + i];
      }
      int rest = n - j - step;
      loops.addColumns(rest, step, l, corner + step, ld, x, xo + j, 1, true, x, xo + j + step);
    }
  }

  /** x becomes L′⁻¹x. */
  static void leftTransposed(int n, double[] l, int lo, int ld, double[] x, int xo) {
    InnerLoops loops = Loops.of((long) n * n / 2);
    for (int j = (n - 1) / STEP * STEP; j >= 0; j -= STEP) {
      int step = Math.min(STEP, n - j);
      int corner = lo + j * ld + j;
      int rest = n - j - step;
      loops.addDots(rest, step, l, corner + step, ld, x, xo + j + step, true, x, xo + j);
      for (int i = step - 1; i >= 0; i--) {
        double sum = x[xo + j + i];
        for (int p = i + 1; p < step; p++) {
          sum = multiplyAdd(-l[corner + i * ld + p], x[xo + j + p], sum);
        }
        x[xo + j + i] = sum / l[corner + i * ld + i];
      }
    }
  }

  /** The lower triangle of C −= yx′. */
  static void subtractOuterLower(
      int n, double[] y, int yo, double[] x, int xo, double[] c, int co) {
    InnerLoops loops = Loops.of((long) n * n / 2);
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
      loops.addOuter(rest, step, y, yo + j + step, x, xo + j, true, c, corner + step, n);
    }
  }
}
