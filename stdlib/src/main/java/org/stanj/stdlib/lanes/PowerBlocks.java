package org.stanj.stdlib.lanes;

/**
 * The functions of {@link PowerTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class PowerBlocks {
  private static final LaneSwitch POW = new LaneSwitch();
  private static final LaneSwitch POW_BASE = new LaneSwitch();

  private PowerBlocks() {}

  /** xʸ of each pair; h are the exponents. */
  public static void pow(
      double[] x,
      int atX,
      int length,
      double[] h,
      int atH,
      int lengthH,
      double[] y,
      int atY,
      int results) {
    int how = POW.begin(length);
    long start = LaneSwitch.clock(how);
    int share = POW.share(how, length);
    int done = LaneSwitch.isVector(how) ? VectorPower.pow(x, atX, h, atH, share, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = PowerTwins.pow(x[atX + i], h[atH + i]);
    }
    POW.end(how, length, start);
  }

  /** ∂xʸ/∂x of each base x, exponent e and power p. */
  public static void powBase(
      double[] x,
      int atX,
      int length,
      double[] e,
      int atE,
      int lengthE,
      double[] p,
      int atP,
      int lengthP,
      double[] y,
      int atY,
      int results) {
    int how = POW_BASE.begin(length);
    long start = LaneSwitch.clock(how);
    int share = POW_BASE.share(how, length);
    int done =
        LaneSwitch.isVector(how) ? VectorPower.powBase(x, atX, e, atE, p, atP, share, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = PowerTwins.powBase(x[atX + i], e[atE + i], p[atP + i]);
    }
    POW_BASE.end(how, length, start);
  }
}
