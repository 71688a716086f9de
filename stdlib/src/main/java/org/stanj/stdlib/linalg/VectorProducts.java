package org.stanj.stdlib.linalg;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C ± AB in vector types: tiles of two vectors by four columns, whose sums stay in registers, over
 * blocks of A that stay in the cache.
 *
 * <p>Lanes are rows of C. Rows at the end that do not fill a vector are the last ones of a vector
 * that overlaps with the one before: both are read before one is written.
 */
final class VectorProducts {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();
  private static final int DEPTH = InnerLoops.DEPTH;

  /** Columns of a tile, which is two vectors high: eight sums, and what they read, in registers. */
  private static final int COLUMNS = 4;

  private static final int HEIGHT = 2 * WIDTH;

  /** Rows of a block that is copied: with {@link #DEPTH} columns a quarter of a megabyte. */
  private static final int ROWS = 128;

  /** From here on a copy of the left factor, tile by tile, pays for itself. */
  private static final int COPY_COLUMNS = 24;

  private static final int COPY_ROWS = 48;

  private VectorProducts() {}

  /** As {@link InnerLoops#addProduct}. */
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
    if (m < WIDTH) {
      addLowProduct(m, n, k, a, ao, aRow, aColumn, b, bo, bRow, bColumn, negative, c, co, cColumn);
      return;
    }
    boolean copy = aRow != 1 || (n >= COPY_COLUMNS && m >= COPY_ROWS);
    double[] packed = copy ? Workspace.ofThread().packed(DEPTH * (ROWS + 3 * WIDTH)) : a;
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      int rows;
      for (int i = 0; i < m; i += rows) {
        // The last block takes what is too short for one of its own.
        rows = m - i < ROWS + WIDTH ? m - i : ROWS;
        int from = ao + i * aRow + p * aColumn;
        if (copy) {
          pack(rows, depth, a, from, aRow, aColumn, packed);
          from = 0;
        }
        for (int j = 0; j < n; j += COLUMNS) {
          tiles(
              rows,
              Math.min(COLUMNS, n - j),
              depth,
              packed,
              from,
              copy ? 0 : aColumn,
              b,
              bo + p * bRow + j * bColumn,
              bRow,
              bColumn,
              negative,
              c,
              co + i + j * cColumn,
              cColumn);
        }
      }
    }
  }

  /** Fewer rows than a vector has: they are filled up with zeros, and added from beside C. */
  private static void addLowProduct(
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
    double[] packed = space.packed(DEPTH * WIDTH);
    double[] sums = space.lanes;
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      packLow(m, depth, a, ao + p * aColumn, aRow, aColumn, packed);
      for (int j = 0; j < n; j += COLUMNS) {
        int columns = Math.min(COLUMNS, n - j);
        Arrays.fill(sums, 0);
        tiles(
            WIDTH,
            columns,
            depth,
            packed,
            0,
            0,
            b,
            bo + p * bRow + j * bColumn,
            bRow,
            bColumn,
            negative,
            sums,
            0,
            WIDTH);
        for (int q = 0; q < columns; q++) {
          int to = co + (j + q) * cColumn;
          for (int i = 0; i < m; i++) {
            c[to + i] += sums[q * WIDTH + i];
          }
        }
      }
    }
  }

  private static void packLow(
      int m, int depth, double[] a, int from, int aRow, int aColumn, double[] packed) {
    Arrays.fill(packed, 0, depth * WIDTH, 0);
    for (int p = 0; p < depth; p++) {
      for (int i = 0; i < m; i++) {
        packed[p * WIDTH + i] = a[from + i * aRow + p * aColumn];
      }
    }
  }

  /**
   * Rows of the next tile, where so many are left: two vectors of them, which overlap if they must,
   * or one, such that there are never fewer than one vector left.
   */
  private static int high(int left) {
    if (left >= 3 * WIDTH || (left > WIDTH && left <= HEIGHT)) {
      return Math.min(left, HEIGHT);
    }
    return WIDTH;
  }

  /** Rows of A in the order in which tiles read them. */
  private static void pack(
      int rows, int depth, double[] a, int from, int aRow, int aColumn, double[] packed) {
    int to = 0;
    int high;
    for (int r = 0; r < rows; r += high) {
      high = high(rows - r);
      int step = high == WIDTH ? WIDTH : HEIGHT;
      packVector(depth, a, from + r * aRow, aRow, aColumn, packed, to, step);
      if (high > WIDTH) {
        int second = from + (r + high - WIDTH) * aRow;
        packVector(depth, a, second, aRow, aColumn, packed, to + WIDTH, step);
      }
      to += depth * step;
    }
  }

  private static void packVector(
      int depth, double[] a, int from, int aRow, int aColumn, double[] packed, int to, int step) {
    if (aRow == 1) {
      for (int p = 0; p < depth; p++) {
        DoubleVector.fromArray(SPECIES, a, from + p * aColumn).intoArray(packed, to + p * step);
      }
      return;
    }
    if (aColumn == 1 && step == HEIGHT && WIDTH % 4 == 0) {
      for (int i = 0; i < WIDTH; i += 4) {
        packFour(depth, a, from + i * aRow, aRow, packed, to + i);
      }
      return;
    }
    for (int p = 0; p < depth; p++) {
      int at = to + p * step;
      int source = from + p * aColumn;
      for (int i = 0; i < WIDTH; i++) {
        packed[at + i] = a[source + i * aRow];
      }
    }
  }

  /** Four rows that are contiguous, for a tile of two vectors. */
  private static void packFour(int depth, double[] a, int a0, int aRow, double[] packed, int to) {
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    for (int p = 0; p < depth; p++) {
      packed[to + p * HEIGHT] = a[a0 + p];
      packed[to + p * HEIGHT + 1] = a[a1 + p];
      packed[to + p * HEIGHT + 2] = a[a2 + p];
      packed[to + p * HEIGHT + 3] = a[a3 + p];
    }
  }

  /** Up to four columns of C, from the top down; {@code aColumn} is 0 where A was copied. */
  private static void tiles(
      int rows,
      int columns,
      int depth,
      double[] a,
      int ao,
      int aColumn,
      double[] b,
      int b0,
      int bRow,
      int bColumn,
      boolean negative,
      double[] c,
      int co,
      int cColumn) {
    // Columns that are not there repeat the last one, and are not stored.
    int b1 = columns > 1 ? b0 + bColumn : b0;
    int b2 = columns > 2 ? b1 + bColumn : b1;
    int b3 = columns > 3 ? b2 + bColumn : b2;
    int from = ao;
    int high;
    for (int r = 0; r < rows; r += high) {
      high = high(rows - r);
      int width = high == WIDTH ? WIDTH : HEIGHT;
      int step = aColumn == 0 ? width : aColumn;
      if (high == WIDTH) {
        half(columns, depth, a, from, step, b, b0, b1, b2, b3, bRow, negative, c, co + r, cColumn);
      } else {
        int second = high - WIDTH;
        tile(
            columns,
            depth,
            a,
            from,
            aColumn == 0 ? WIDTH : second,
            step,
            b,
            b0,
            b1,
            b2,
            b3,
            bRow,
            negative,
            c,
            co + r,
            second,
            cColumn);
      }
      from += aColumn == 0 ? depth * width : high;
    }
  }

  /** Two vectors of four columns; the second vector is {@code second} rows below the first. */
  private static void tile(
      int columns,
      int depth,
      double[] a,
      int ao,
      int aSecond,
      int aColumn,
      double[] b,
      int b0,
      int b1,
      int b2,
      int b3,
      int bRow,
      boolean negative,
      double[] c,
      int co,
      int second,
      int cColumn) {
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = c00;
    DoubleVector c02 = c00;
    DoubleVector c03 = c00;
    DoubleVector c10 = c00;
    DoubleVector c11 = c00;
    DoubleVector c12 = c00;
    DoubleVector c13 = c00;
    DoubleVector sign = DoubleVector.broadcast(SPECIES, negative ? -1 : 1);
    int row = 0;
    for (int p = 0; p < depth; p++) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, ao);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, ao + aSecond);
      DoubleVector bj = DoubleVector.broadcast(SPECIES, b[b0 + row]);
      c00 = a0.fma(bj, c00);
      c10 = a1.fma(bj, c10);
      bj = DoubleVector.broadcast(SPECIES, b[b1 + row]);
      c01 = a0.fma(bj, c01);
      c11 = a1.fma(bj, c11);
      bj = DoubleVector.broadcast(SPECIES, b[b2 + row]);
      c02 = a0.fma(bj, c02);
      c12 = a1.fma(bj, c12);
      bj = DoubleVector.broadcast(SPECIES, b[b3 + row]);
      c03 = a0.fma(bj, c03);
      c13 = a1.fma(bj, c13);
      ao += aColumn;
      row += bRow;
    }
    // Both are read before one is written: where they overlap they hold the same.
    DoubleVector low = plus(c10, sign, c, co + second);
    plus(c00, sign, c, co).intoArray(c, co);
    low.intoArray(c, co + second);
    if (columns > 1) {
      co += cColumn;
      low = plus(c11, sign, c, co + second);
      plus(c01, sign, c, co).intoArray(c, co);
      low.intoArray(c, co + second);
    }
    if (columns > 2) {
      co += cColumn;
      low = plus(c12, sign, c, co + second);
      plus(c02, sign, c, co).intoArray(c, co);
      low.intoArray(c, co + second);
    }
    if (columns > 3) {
      co += cColumn;
      low = plus(c13, sign, c, co + second);
      plus(c03, sign, c, co).intoArray(c, co);
      low.intoArray(c, co + second);
    }
  }

  /**
   * C ± v at a place. So short that HotSpot always copies it to where it is called: vectors that
   * are arguments of a real call would be objects.
   */
  private static DoubleVector plus(DoubleVector v, DoubleVector sign, double[] c, int co) {
    return v.fma(sign, DoubleVector.fromArray(SPECIES, c, co));
  }

  /** One vector of four columns. */
  private static void half(
      int columns,
      int depth,
      double[] a,
      int ao,
      int aColumn,
      double[] b,
      int b0,
      int b1,
      int b2,
      int b3,
      int bRow,
      boolean negative,
      double[] c,
      int co,
      int cColumn) {
    DoubleVector c0 = DoubleVector.zero(SPECIES);
    DoubleVector c1 = c0;
    DoubleVector c2 = c0;
    DoubleVector c3 = c0;
    DoubleVector sign = DoubleVector.broadcast(SPECIES, negative ? -1 : 1);
    int row = 0;
    for (int p = 0; p < depth; p++) {
      DoubleVector ap = DoubleVector.fromArray(SPECIES, a, ao);
      c0 = ap.fma(DoubleVector.broadcast(SPECIES, b[b0 + row]), c0);
      c1 = ap.fma(DoubleVector.broadcast(SPECIES, b[b1 + row]), c1);
      c2 = ap.fma(DoubleVector.broadcast(SPECIES, b[b2 + row]), c2);
      c3 = ap.fma(DoubleVector.broadcast(SPECIES, b[b3 + row]), c3);
      ao += aColumn;
      row += bRow;
    }
    plus(c0, sign, c, co).intoArray(c, co);
    if (columns > 1) {
      co += cColumn;
      plus(c1, sign, c, co).intoArray(c, co);
    }
    if (columns > 2) {
      co += cColumn;
      plus(c2, sign, c, co).intoArray(c, co);
    }
    if (columns > 3) {
      co += cColumn;
      plus(c3, sign, c, co).intoArray(c, co);
    }
  }
}
