package org.stanj.stdlib.linalg;

import java.util.Arrays;

/**
 * Products that are added to a matrix, whole or to its lower triangle, by the inner loop that suits
 * their sizes. Element (i, p) of A is at {@code ao + i * aRow + p * aColumn}, and B likewise; C is
 * column-major.
 */
final class Products {
  /** Columns of a block on the diagonal of {@link #addLower}. */
  private static final int DIAGONAL = 32;

  /** Up to so many multiplications, of which half are needed, there are no blocks. */
  private static final int SMALL_LOWER = 2 * Loops.FEW;

  private Products() {}

  /** C += AB, or C −= AB; C is m × n, A is m × k. */
  static void add(
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
    if (m == 0 || n == 0 || k == 0) {
      return;
    }
    long work = (long) m * n * k;
    if (n == 1 && aRow == 1) {
      Loops.columns(m, work).addColumns(m, k, a, ao, aColumn, b, bo, bRow, negative, c, co);
    } else if (m == 1 && cColumn == 1 && aColumn == 1 && bRow == 1) {
      Loops.dots(k, work).addDots(k, n, b, bo, bColumn, a, ao, negative, c, co);
    } else if (n == 1 && aColumn == 1 && bRow == 1) {
      Loops.dots(k, work).addDots(k, m, a, ao, aRow, b, bo, negative, c, co);
    } else if (k == 1 && aRow == 1 && bColumn == 1) {
      Loops.columns(m, work).addOuter(m, n, a, ao, b, bo, negative, c, co, cColumn);
    } else {
      Loops.product(work)
          .addProduct(
              m, n, k, a, ao, aRow, aColumn, b, bo, bRow, bColumn, negative, c, co, cColumn);
    }
  }

  /** The lower triangle of C += AB, or of C −= AB; C is n × n, A is n × k. */
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
    if ((long) n * n * k <= SMALL_LOWER) {
      SmallLoops.addLower(
          n, k, a, ao, aRow, aColumn, b, bo, bRow, bColumn, negative, c, co, cColumn);
      return;
    }
    Workspace space = Workspace.ofThread();
    if (aRow != 1 && n > DIAGONAL) {
      // Every block reads all rows below it: they are transposed once.
      a = transposed(n, k, a, ao, aRow, aColumn, space.transposed(n * k));
      ao = 0;
      aRow = 1;
      aColumn = n;
    }
    double[] square = space.square(DIAGONAL * DIAGONAL);
    for (int j = 0; j < n; j += DIAGONAL) {
      int width = Math.min(DIAGONAL, n - j);
      int left = ao + j * aRow;
      int right = bo + j * bColumn;
      int to = co + j * cColumn + j;
      Arrays.fill(square, 0, width * width, 0);
      add(
          width, width, k, a, left, aRow, aColumn, b, right, bRow, bColumn, negative, square, 0,
          width);
      addTriangle(width, square, c, to, cColumn);
      int below = n - j - width;
      left += width * aRow;
      add(
          below,
          width,
          k,
          a,
          left,
          aRow,
          aColumn,
          b,
          right,
          bRow,
          bColumn,
          negative,
          c,
          to + width,
          cColumn);
    }
  }

  private static double[] transposed(
      int n, int k, double[] a, int ao, int aRow, int aColumn, double[] t) {
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < k; p++) {
        t[p * n + i] = a[ao + i * aRow + p * aColumn];
      }
    }
    return t;
  }

  private static void addTriangle(int n, double[] square, double[] c, int co, int cColumn) {
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        c[co + j * cColumn + i] += square[j * n + i];
      }
    }
  }

  /** The upper triangle becomes the mirror of the lower one. */
  static void mirror(int n, double[] c, int co) {
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        c[co + i * n + j] = c[co + j * n + i];
      }
    }
  }

  /** y += x, element by element. */
  static void addTo(int n, double[] x, int xo, double[] y, int yo) {
    for (int i = 0; i < n; i++) {
      y[yo + i] += x[xo + i];
    }
  }
}
