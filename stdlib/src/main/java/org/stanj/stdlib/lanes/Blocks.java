package org.stanj.stdlib.lanes;

/**
 * The functions of {@link Twins} over blocks of elements, with their bits. Each takes arguments
 * (array, offset, length) and puts as many results; the two may be the same, and do not overlap
 * otherwise.
 */
public final class Blocks {
  private static final LaneSwitch EXP = new LaneSwitch();
  private static final LaneSwitch LOG = new LaneSwitch();
  private static final LaneSwitch LOG1P_UNIT = new LaneSwitch();

  private Blocks() {}

  /** eˣ of each element. */
  public static void exp(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = EXP.begin(length);
    long start = how > LaneSwitch.VECTORS ? System.nanoTime() : 0;
    int done = LaneSwitch.isVector(how) ? VectorBlocks.exp(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.exp(x[atX + i]);
    }
    if (how > LaneSwitch.VECTORS) {
      EXP.end(how, length, System.nanoTime() - start);
    }
  }

  /** log x of each element. */
  public static void log(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = LOG.begin(length);
    long start = how > LaneSwitch.VECTORS ? System.nanoTime() : 0;
    int done = LaneSwitch.isVector(how) ? VectorBlocks.log(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.log(x[atX + i]);
    }
    if (how > LaneSwitch.VECTORS) {
      LOG.end(how, length, System.nanoTime() - start);
    }
  }

  /** log(1 + x) of each element, for x in [0, 1]. */
  public static void log1pUnit(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = LOG1P_UNIT.begin(length);
    long start = how > LaneSwitch.VECTORS ? System.nanoTime() : 0;
    int done = LaneSwitch.isVector(how) ? VectorBlocks.log1p(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.log1pUnit(x[atX + i]);
    }
    if (how > LaneSwitch.VECTORS) {
      LOG1P_UNIT.end(how, length, System.nanoTime() - start);
    }
  }

  /**
   * log(1 + x) of each element.
   *
   * @return 1 if an element is below −1, where {@link Twins#log1p} throws: then the results are not
   *     complete; else 0
   */
  public static int log1p(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean inside = true;
    for (int i = 0; i < length; i++) {
      double e = x[atX + i];
      if (e < -1) {
        return 1;
      }
      inside &= e > -1 && e < Twins.LARGE;
    }
    if (inside) {
      log1pUnit(x, atX, length, y, atY, results);
      return 0;
    }
    for (int i = 0; i < length; i++) {
      y[atY + i] = Twins.log1p(x[atX + i]);
    }
    return 0;
  }
}
