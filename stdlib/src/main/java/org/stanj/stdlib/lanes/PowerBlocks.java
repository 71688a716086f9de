package org.stanj.stdlib.lanes;

/**
 * The functions of {@link PowerTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class PowerBlocks {
  private static final FunctionSwitch POW =
      new FunctionSwitch((x, at, n, y, to, m) -> pow(x, at, n, x, at, n, y, to, m), 0.1, 5);
  private static final FunctionSwitch POW_BASE =
      new FunctionSwitch(
          (x, at, n, y, to, m) -> powBase(x, at, n, x, at, n, x, at, n, y, to, m), 0.1, 5);

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
    boolean lanes = POW.isOn(length);
    int done = lanes ? VectorPower.pow(x, atX, h, atH, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = PowerTwins.pow(x[atX + i], h[atH + i]);
    }
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
    boolean lanes = POW_BASE.isOn(length);
    int done = lanes ? VectorPower.powBase(x, atX, e, atE, p, atP, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = PowerTwins.powBase(x[atX + i], e[atE + i], p[atP + i]);
    }
  }
}
