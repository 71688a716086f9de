package org.stanj.stdlib.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops in vector types.
 *
 * <p>Lanes of {@link VectorProducts} and {@link #addColumns} are rows, so the sums of one element
 * are those of the scalar form whatever the number of lanes. Multiplication and addition are always
 * fused: {@link Loops} takes this form only where the machine does so.
 */
final class VectorLoops implements InnerLoops {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /** Up to here a column is short enough for jumps from one to the next. */
  private static final int PANEL_ROWS = 256;

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
    VectorProducts.add(
        m, n, k, a, ao, aRow, aColumn, b, bo, bRow, bColumn, negative, c, co, cColumn);
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
    if (m < WIDTH) {
      scalar.addColumns(m, k, a, ao, aColumn, x, xo, xStep, negative, y, yo);
      return;
    }
    double sign = negative ? -1 : 1;
    if (m <= PANEL_ROWS) {
      panels(m, k, a, ao, aColumn, x, xo, xStep, sign, y, yo);
      return;
    }
    int whole = m - m % WIDTH;
    int last = m - WIDTH;
    DoubleVector rest = DoubleVector.fromArray(SPECIES, y, yo + last);
    for (int p = 0; p < k && whole < m; p++) {
      DoubleVector xp = DoubleVector.broadcast(SPECIES, sign * x[xo + p * xStep]);
      rest = DoubleVector.fromArray(SPECIES, a, ao + last + p * aColumn).fma(xp, rest);
    }
    int p = 0;
    for (; p < k - 7; p += 8) {
      addEight(whole, a, ao + p * aColumn, aColumn, x, xo + p * xStep, xStep, sign, y, yo);
    }
    if (p < k - 3) {
      addFour(whole, a, ao + p * aColumn, aColumn, x, xo + p * xStep, xStep, sign, y, yo);
      p += 4;
    }
    for (; p < k; p++) {
      addOne(whole, a, ao + p * aColumn, sign * x[xo + p * xStep], y, yo);
    }
    if (whole < m) {
      // Where it overlaps with rows that are done it holds the same.
      rest.intoArray(y, yo + last);
    }
  }

  /**
   * Rows by fours of vectors, each over all columns. The last vector ends with the last row; it and
   * the one it overlaps with are read before one of them is written.
   */
  private static void panels(
      int m,
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] x,
      int xo,
      int xStep,
      double sign,
      double[] y,
      int yo) {
    int last = m - WIDTH;
    int r = 0;
    while (r < m) {
      int vectors = (m - r + WIDTH - 1) / WIDTH;
      int take = vectors == 5 ? 3 : Math.min(4, vectors);
      int r0 = Math.min(r, last);
      int r1 = take > 1 ? Math.min(r + WIDTH, last) : r0;
      int r2 = take > 2 ? Math.min(r + 2 * WIDTH, last) : r1;
      int r3 = take > 3 ? Math.min(r + 3 * WIDTH, last) : r2;
      if (take > 2) {
        panel(k, a, ao, aColumn, x, xo, xStep, sign, y, yo, r0, r1, r2, r3);
      } else {
        panel(k, a, ao, aColumn, x, xo, xStep, sign, y, yo, r0, r1);
      }
      r += take * WIDTH;
    }
  }

  private static void panel(
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] x,
      int xo,
      int xStep,
      double sign,
      double[] y,
      int yo,
      int r0,
      int r1,
      int r2,
      int r3) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, y, yo + r0);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, y, yo + r1);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, y, yo + r2);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, y, yo + r3);
    int at = ao;
    for (int p = 0; p < k; p++) {
      DoubleVector xp = DoubleVector.broadcast(SPECIES, sign * x[xo + p * xStep]);
      s0 = DoubleVector.fromArray(SPECIES, a, at + r0).fma(xp, s0);
      s1 = DoubleVector.fromArray(SPECIES, a, at + r1).fma(xp, s1);
      s2 = DoubleVector.fromArray(SPECIES, a, at + r2).fma(xp, s2);
      s3 = DoubleVector.fromArray(SPECIES, a, at + r3).fma(xp, s3);
      at += aColumn;
    }
    s0.intoArray(y, yo + r0);
    s1.intoArray(y, yo + r1);
    s2.intoArray(y, yo + r2);
    s3.intoArray(y, yo + r3);
  }

  private static void panel(
      int k,
      double[] a,
      int ao,
      int aColumn,
      double[] x,
      int xo,
      int xStep,
      double sign,
      double[] y,
      int yo,
      int r0,
      int r1) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, y, yo + r0);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, y, yo + r1);
    int at = ao;
    for (int p = 0; p < k; p++) {
      DoubleVector xp = DoubleVector.broadcast(SPECIES, sign * x[xo + p * xStep]);
      s0 = DoubleVector.fromArray(SPECIES, a, at + r0).fma(xp, s0);
      s1 = DoubleVector.fromArray(SPECIES, a, at + r1).fma(xp, s1);
      at += aColumn;
    }
    s0.intoArray(y, yo + r0);
    s1.intoArray(y, yo + r1);
  }

  private static void addFour(
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
    for (int i = 0; i < m; i += WIDTH) {
      int at = ao + i;
      DoubleVector s = DoubleVector.fromArray(SPECIES, y, yo + i);
      s = DoubleVector.fromArray(SPECIES, a, at).fma(x0, s);
      s = DoubleVector.fromArray(SPECIES, a, at + aColumn).fma(x1, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 2 * aColumn).fma(x2, s);
      s = DoubleVector.fromArray(SPECIES, a, at + 3 * aColumn).fma(x3, s);
      s.intoArray(y, yo + i);
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
      double[] lanes = Workspace.ofThread().lanes;
      int whole = m - m % LANES;
      for (; j < k - 3; j += 4) {
        int column = ao + j * aColumn;
        if (WIDTH == LANES) {
          fourDots(whole, a, column, aColumn, y, yo, lanes);
        } else {
          fourDotsInHalves(whole, a, column, aColumn, y, yo, lanes);
        }
        if (whole < m) {
          addRest(m - whole, a, column + whole, aColumn, y, yo + whole, lanes);
        }
        double s0 = sum(lanes, 0);
        double s1 = sum(lanes, LANES);
        double s2 = sum(lanes, 2 * LANES);
        double s3 = sum(lanes, 3 * LANES);
        x[xo + j] += negative ? -s0 : s0;
        x[xo + j + 1] += negative ? -s1 : s1;
        x[xo + j + 2] += negative ? -s2 : s2;
        x[xo + j + 3] += negative ? -s3 : s3;
      }
    }
    scalar.addDots(m, k - j, a, ao + j * aColumn, aColumn, y, yo, negative, x, xo + j);
  }

  /** The terms behind the last whole row of lanes. */
  private static void addRest(
      int m, double[] a, int ao, int aColumn, double[] y, int yo, double[] lanes) {
    for (int i = 0; i < m; i++) {
      double yi = y[yo + i];
      int at = ao + i;
      lanes[i] = Math.fma(a[at], yi, lanes[i]);
      at += aColumn;
      lanes[LANES + i] = Math.fma(a[at], yi, lanes[LANES + i]);
      at += aColumn;
      lanes[2 * LANES + i] = Math.fma(a[at], yi, lanes[2 * LANES + i]);
      at += aColumn;
      lanes[3 * LANES + i] = Math.fma(a[at], yi, lanes[3 * LANES + i]);
    }
  }

  private static double sum(double[] lanes, int at) {
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
    if (m < WIDTH) {
      scalar.addOuter(m, n, y, yo, x, xo, negative, a, ao, aColumn);
      return;
    }
    int whole = m - m % WIDTH;
    int last = m - WIDTH;
    DoubleVector end = DoubleVector.fromArray(SPECIES, y, yo + last);
    for (int j = 0; j < n; j++) {
      DoubleVector xj = DoubleVector.broadcast(SPECIES, negative ? -x[xo + j] : x[xo + j]);
      int column = ao + j * aColumn;
      DoubleVector rest = end.fma(xj, DoubleVector.fromArray(SPECIES, a, column + last));
      for (int i = 0; i < whole; i += WIDTH) {
        DoubleVector s = DoubleVector.fromArray(SPECIES, a, column + i);
        DoubleVector.fromArray(SPECIES, y, yo + i).fma(xj, s).intoArray(a, column + i);
      }
      rest.intoArray(a, column + last);
    }
  }

  @Override
  public void rotate(int m, double[] v, int x, int y, double c, double s) {
    DoubleVector cosine = DoubleVector.broadcast(SPECIES, c);
    DoubleVector sine = DoubleVector.broadcast(SPECIES, s);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -s);
    int whole = m - m % WIDTH;
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector xi = DoubleVector.fromArray(SPECIES, v, x + i);
      DoubleVector yi = DoubleVector.fromArray(SPECIES, v, y + i);
      xi.fma(cosine, yi.mul(minus)).intoArray(v, x + i);
      xi.fma(sine, yi.mul(cosine)).intoArray(v, y + i);
    }
    if (whole < m) {
      scalar.rotate(m - whole, v, x + whole, y + whole, c, s);
    }
  }

  /**
   * Eight vectors a round: the method is too long to be inlined into the gradient, where its
   * vectors would be beyond what HotSpot's compiler is willing to look into, and be objects.
   */
  @Override
  public void addScaled(int m, double[] x, int xo, double s, double[] y, int yo) {
    DoubleVector f = DoubleVector.broadcast(SPECIES, s);
    int i = 0;
    for (; i <= m - 8 * WIDTH; i += 8 * WIDTH) {
      int a = xo + i;
      int b = yo + i;
      DoubleVector.fromArray(SPECIES, x, a)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b))
          .intoArray(y, b);
      DoubleVector.fromArray(SPECIES, x, a + WIDTH)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b + WIDTH))
          .intoArray(y, b + WIDTH);
      DoubleVector.fromArray(SPECIES, x, a + 2 * WIDTH)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b + 2 * WIDTH))
          .intoArray(y, b + 2 * WIDTH);
      DoubleVector.fromArray(SPECIES, x, a + 3 * WIDTH)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b + 3 * WIDTH))
          .intoArray(y, b + 3 * WIDTH);
      DoubleVector.fromArray(SPECIES, x, a + 4 * WIDTH)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b + 4 * WIDTH))
          .intoArray(y, b + 4 * WIDTH);
      DoubleVector.fromArray(SPECIES, x, a + 5 * WIDTH)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b + 5 * WIDTH))
          .intoArray(y, b + 5 * WIDTH);
      DoubleVector.fromArray(SPECIES, x, a + 6 * WIDTH)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b + 6 * WIDTH))
          .intoArray(y, b + 6 * WIDTH);
      DoubleVector.fromArray(SPECIES, x, a + 7 * WIDTH)
          .fma(f, DoubleVector.fromArray(SPECIES, y, b + 7 * WIDTH))
          .intoArray(y, b + 7 * WIDTH);
    }
    for (; i <= m - WIDTH; i += WIDTH) {
      DoubleVector.fromArray(SPECIES, x, xo + i)
          .fma(f, DoubleVector.fromArray(SPECIES, y, yo + i))
          .intoArray(y, yo + i);
    }
    for (; i < m; i++) {
      y[yo + i] = Math.fma(x[xo + i], s, y[yo + i]);
    }
  }
}
