package org.stanj.stdlib.linalg;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops in vector types.
 *
 * <p>Lanes of {@link #addProduct} and {@link #addColumns} are rows, so the sums of one element are
 * those of the scalar form whatever the number of lanes. Multiplication and addition are always
 * fused: {@link Loops} takes this form only where the machine does so.
 */
final class VectorLoops implements InnerLoops {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /** Columns of a tile, which is two vectors high: eight sums, and what they read, in registers. */
  private static final int COLUMNS = 4;

  private static final int HEIGHT = 2 * WIDTH;

  /** Rows of a block that is copied: with {@link #DEPTH} columns a quarter of a megabyte. */
  private static final int ROWS = 128;

  /** From here on a copy of the left factor, tile by tile, pays for itself. */
  private static final int COPY_COLUMNS = 24;

  private static final int COPY_ROWS = 48;

  /** Machines whose vectors are shorter than half of the lanes of a sum take the scalar form. */
  private static final boolean DOTS = WIDTH == LANES || 2 * WIDTH == LANES;

  private final ScalarLoops scalar = new ScalarLoops();

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
    boolean copy = aRow != 1 || (n >= COPY_COLUMNS && m >= COPY_ROWS);
    for (int p = 0; p < k; p += DEPTH) {
      int depth = Math.min(DEPTH, k - p);
      int right = bo + p * bRow;
      for (int i = 0; i < m; i += ROWS) {
        int rows = Math.min(ROWS, m - i);
        int left = ao + i * aRow + p * aColumn;
        int whole = rows - rows % HEIGHT;
        double[] packed = space.packed(depth * (ROWS + HEIGHT));
        for (int r = copy ? 0 : whole; r < rows; r += HEIGHT) {
          pack(Math.min(HEIGHT, rows - r), depth, a, left + r * aRow, aRow, aColumn, packed, r);
        }
        for (int j = 0; j < n; j += COLUMNS) {
          int columns = Math.min(COLUMNS, n - j);
          double[] bs = b;
          int from = right + j * bColumn;
          int rowStep = bRow;
          int columnStep = bColumn;
          if (columns < COLUMNS) {
            edgeColumns(depth, columns, b, from, bRow, bColumn, space.edgeColumns);
            bs = space.edgeColumns;
            from = 0;
            rowStep = COLUMNS;
            columnStep = 1;
          }
          for (int r = 0; r < rows; r += HEIGHT) {
            boolean inPlace = !copy && r < whole;
            double[] as = inPlace ? a : packed;
            int at = inPlace ? left + r : r * depth;
            int step = inPlace ? aColumn : HEIGHT;
            int to = co + i + r + j * cColumn;
            if (r < whole && columns == COLUMNS) {
              tile(depth, as, at, step, bs, from, rowStep, columnStep, negative, c, to, cColumn);
            } else {
              Arrays.fill(space.edge, 0);
              double[] edge = space.edge;
              if (rows - r > WIDTH) {
                tile(depth, as, at, step, bs, from, rowStep, columnStep, negative, edge, 0, HEIGHT);
              } else {
                half(depth, as, at, step, bs, from, rowStep, columnStep, negative, edge, 0, HEIGHT);
              }
              addEdge(Math.min(HEIGHT, rows - r), columns, edge, c, to, cColumn);
            }
          }
        }
      }
    }
  }

  /** Rows of A in the order in which a tile reads them, filled up with zeros. */
  private static void pack(
      int rows,
      int depth,
      double[] a,
      int from,
      int aRow,
      int aColumn,
      double[] packed,
      int firstRow) {
    int to = firstRow * depth;
    if (aRow == 1 && rows == HEIGHT) {
      for (int p = 0; p < depth; p++) {
        DoubleVector.fromArray(SPECIES, a, from).intoArray(packed, to);
        DoubleVector.fromArray(SPECIES, a, from + WIDTH).intoArray(packed, to + WIDTH);
        from += aColumn;
        to += HEIGHT;
      }
      return;
    }
    if (rows < HEIGHT) {
      Arrays.fill(packed, to, to + depth * HEIGHT, 0);
    }
    for (int i = 0; i < rows; i++) {
      for (int p = 0; p < depth; p++) {
        packed[to + i + p * HEIGHT] = a[from + i * aRow + p * aColumn];
      }
    }
  }

  private static void edgeColumns(
      int depth, int columns, double[] b, int from, int bRow, int bColumn, double[] to) {
    Arrays.fill(to, 0, depth * COLUMNS, 0);
    for (int j = 0; j < columns; j++) {
      for (int p = 0; p < depth; p++) {
        to[p * COLUMNS + j] = b[from + p * bRow + j * bColumn];
      }
    }
  }

  private static void addEdge(
      int rows, int columns, double[] edge, double[] c, int co, int cColumn) {
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        c[co + j * cColumn + i] += edge[j * HEIGHT + i];
      }
    }
  }

  private static void tile(
      int depth,
      double[] a,
      int ao,
      int aColumn,
      double[] b,
      int bo,
      int bRow,
      int bColumn,
      boolean negative,
      double[] c,
      int co,
      int cColumn) {
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = c00;
    DoubleVector c02 = c00;
    DoubleVector c03 = c00;
    DoubleVector c10 = c00;
    DoubleVector c11 = c00;
    DoubleVector c12 = c00;
    DoubleVector c13 = c00;
    for (int p = 0; p < depth; p++) {
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, ao);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, ao + WIDTH);
      DoubleVector bj = DoubleVector.broadcast(SPECIES, b[bo]);
      c00 = a0.fma(bj, c00);
      c10 = a1.fma(bj, c10);
      bj = DoubleVector.broadcast(SPECIES, b[bo + bColumn]);
      c01 = a0.fma(bj, c01);
      c11 = a1.fma(bj, c11);
      bj = DoubleVector.broadcast(SPECIES, b[bo + 2 * bColumn]);
      c02 = a0.fma(bj, c02);
      c12 = a1.fma(bj, c12);
      bj = DoubleVector.broadcast(SPECIES, b[bo + 3 * bColumn]);
      c03 = a0.fma(bj, c03);
      c13 = a1.fma(bj, c13);
      ao += aColumn;
      bo += bRow;
    }
    add(c00, c10, negative, c, co);
    add(c01, c11, negative, c, co + cColumn);
    add(c02, c12, negative, c, co + 2 * cColumn);
    add(c03, c13, negative, c, co + 3 * cColumn);
  }

  private static void add(
      DoubleVector upper, DoubleVector lower, boolean negative, double[] c, int co) {
    add(upper, negative, c, co);
    add(lower, negative, c, co + WIDTH);
  }

  private static void add(DoubleVector v, boolean negative, double[] c, int co) {
    DoubleVector old = DoubleVector.fromArray(SPECIES, c, co);
    (negative ? old.sub(v) : old.add(v)).intoArray(c, co);
  }

  /** A tile of one vector's height. */
  private static void half(
      int depth,
      double[] a,
      int ao,
      int aColumn,
      double[] b,
      int bo,
      int bRow,
      int bColumn,
      boolean negative,
      double[] c,
      int co,
      int cColumn) {
    DoubleVector c0 = DoubleVector.zero(SPECIES);
    DoubleVector c1 = c0;
    DoubleVector c2 = c0;
    DoubleVector c3 = c0;
    for (int p = 0; p < depth; p++) {
      DoubleVector ap = DoubleVector.fromArray(SPECIES, a, ao);
      c0 = ap.fma(DoubleVector.broadcast(SPECIES, b[bo]), c0);
      c1 = ap.fma(DoubleVector.broadcast(SPECIES, b[bo + bColumn]), c1);
      c2 = ap.fma(DoubleVector.broadcast(SPECIES, b[bo + 2 * bColumn]), c2);
      c3 = ap.fma(DoubleVector.broadcast(SPECIES, b[bo + 3 * bColumn]), c3);
      ao += aColumn;
      bo += bRow;
    }
    add(c0, negative, c, co);
    add(c1, negative, c, co + cColumn);
    add(c2, negative, c, co + 2 * cColumn);
    add(c3, negative, c, co + 3 * cColumn);
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
    double sign = negative ? -1 : 1;
    int whole = m - m % WIDTH;
    int p = 0;
    for (; p < k - 7; p += 8) {
      addEight(whole, a, ao + p * aColumn, aColumn, x, xo + p * xStep, xStep, sign, y, yo);
    }
    for (; p < k; p++) {
      addOne(whole, a, ao + p * aColumn, sign * x[xo + p * xStep], y, yo);
    }
    if (whole < m) {
      scalar.addColumns(
          m - whole, k, a, ao + whole, aColumn, x, xo, xStep, negative, y, yo + whole);
    }
  }

  private static void addEight(
      int m,
      double[] a,
      int ao,
      int aColumn,
      double[] x,
      int xo,
      int xStep,
      double sign,
      double[] y,
      int yo) {
    DoubleVector x0 = DoubleVector.broadcast(SPECIES, sign * x[xo]);
    DoubleVector x1 = DoubleVector.broadcast(SPECIES, sign * x[xo + xStep]);
    DoubleVector x2 = DoubleVector.broadcast(SPECIES, sign * x[xo + 2 * xStep]);
    DoubleVector x3 = DoubleVector.broadcast(SPECIES, sign * x[xo + 3 * xStep]);
    DoubleVector x4 = DoubleVector.broadcast(SPECIES, sign * x[xo + 4 * xStep]);
    DoubleVector x5 = DoubleVector.broadcast(SPECIES, sign * x[xo + 5 * xStep]);
    DoubleVector x6 = DoubleVector.broadcast(SPECIES, sign * x[xo + 6 * xStep]);
    DoubleVector x7 = DoubleVector.broadcast(SPECIES, sign * x[xo + 7 * xStep]);
    for (int i = 0; i < m; i += WIDTH) {
      int at = ao + i;
      DoubleVector s = DoubleVector.fromArray(SPECIES, y, yo + i);
      s = DoubleVector.fromArray(SPECIES, a, at).fma(x0, s);
      s = DoubleVector.fromArray(SPECIES, a, at + aColumn).fma(x1, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 2 * aColumn).fma(x2, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 3 * aColumn).fma(x3, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 4 * aColumn).fma(x4, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 5 * aColumn).fma(x5, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 6 * aColumn).fma(x6, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 7 * aColumn).fma(x7, s);
      s.intoArray(y, yo + i);
    }
  }

  private static void addOne(int m, double[] a, int ao, double x, double[] y, int yo) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    for (int i = 0; i < m; i += WIDTH) {
      DoubleVector s = DoubleVector.fromArray(SPECIES, y, yo + i);
      DoubleVector.fromArray(SPECIES, a, ao + i).fma(factor, s).intoArray(y, yo + i);
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
    if (DOTS && m >= LANES) {
      double[] lanes = Workspace.ofThread().edge;
      for (; j < k - 3; j += 4) {
        if (WIDTH == LANES) {
          fourDots(m - m % LANES, a, ao + j * aColumn, aColumn, y, yo, lanes);
        } else {
          fourDotsInHalves(m - m % LANES, a, ao + j * aColumn, aColumn, y, yo, lanes);
        }
        for (int c = 0; c < 4; c++) {
          double sum = finish(m, a, ao + (j + c) * aColumn, y, yo, lanes, c * LANES);
          x[xo + j + c] += negative ? -sum : sum;
        }
      }
    }
    scalar.addDots(m, k - j, a, ao + j * aColumn, aColumn, y, yo, negative, x, xo + j);
  }

  /** Adds the terms behind the last whole row of lanes, and then the lanes. */
  private static double finish(
      int m, double[] a, int ao, double[] y, int yo, double[] lanes, int at) {
    for (int i = m - m % LANES; i < m; i++) {
      int lane = at + i % LANES;
      lanes[lane] = Math.fma(a[ao + i], y[yo + i], lanes[lane]);
    }
    return ((lanes[at] + lanes[at + 4]) + (lanes[at + 2] + lanes[at + 6]))
        + ((lanes[at + 1] + lanes[at + 5]) + (lanes[at + 3] + lanes[at + 7]));
  }

  private static void fourDots(
      int m, double[] a, int a0, int aColumn, double[] y, int yo, double[] lanes) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int i = 0; i < m; i += WIDTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, y, yo + i);
      int at = a0 + i;
      s0 = DoubleVector.fromArray(SPECIES, a, at).fma(v, s0);
      s1 = DoubleVector.fromArray(SPECIES, a, at + aColumn).fma(v, s1);
      s2 = DoubleVector.fromArray(SPECIES, a, at + 2 * aColumn).fma(v, s2);
      s3 = DoubleVector.fromArray(SPECIES, a, at + 3 * aColumn).fma(v, s3);
    }
    s0.intoArray(lanes, 0);
    s1.intoArray(lanes, LANES);
    s2.intoArray(lanes, 2 * LANES);
    s3.intoArray(lanes, 3 * LANES);
  }

  /** As {@link #fourDots}, with two vectors for the lanes of a sum. */
  private static void fourDotsInHalves(
      int m, double[] a, int a0, int aColumn, double[] y, int yo, double[] lanes) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector t0 = s0;
    DoubleVector t1 = s0;
    DoubleVector t2 = s0;
    DoubleVector t3 = s0;
    for (int i = 0; i < m; i += 2 * WIDTH) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, y, yo + i);
      DoubleVector w = DoubleVector.fromArray(SPECIES, y, yo + i + WIDTH);
      int at = a0 + i;
      s0 = DoubleVector.fromArray(SPECIES, a, at).fma(v, s0);
      t0 = DoubleVector.fromArray(SPECIES, a, at + WIDTH).fma(w, t0);
      at += aColumn;
      s1 = DoubleVector.fromArray(SPECIES, a, at).fma(v, s1);
      t1 = DoubleVector.fromArray(SPECIES, a, at + WIDTH).fma(w, t1);
      at += aColumn;
      s2 = DoubleVector.fromArray(SPECIES, a, at).fma(v, s2);
      t2 = DoubleVector.fromArray(SPECIES, a, at + WIDTH).fma(w, t2);
      at += aColumn;
      s3 = DoubleVector.fromArray(SPECIES, a, at).fma(v, s3);
      t3 = DoubleVector.fromArray(SPECIES, a, at + WIDTH).fma(w, t3);
    }
    store(s0, t0, lanes, 0);
    store(s1, t1, lanes, LANES);
    store(s2, t2, lanes, 2 * LANES);
    store(s3, t3, lanes, 3 * LANES);
  }

  private static void store(DoubleVector low, DoubleVector high, double[] lanes, int at) {
    low.intoArray(lanes, at);
    high.intoArray(lanes, at + WIDTH);
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
    int whole = m - m % WIDTH;
    for (int j = 0; j < n; j++) {
      double xj = negative ? -x[xo + j] : x[xo + j];
      int column = ao + j * aColumn;
      addOne(whole, y, yo, xj, a, column);
      for (int i = whole; i < m; i++) {
        a[column + i] = Math.fma(y[yo + i], xj, a[column + i]);
      }
    }
  }
}
