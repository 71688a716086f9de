package org.stanj.stdlib.lanes;

/**
 * The functions of {@link CircleTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class CircleBlocks {
  private static final FunctionSwitch SIN = new FunctionSwitch(CircleBlocks::sin, -6, 6);
  private static final FunctionSwitch COS = new FunctionSwitch(CircleBlocks::cos, -6, 6);

  private CircleBlocks() {}

  /** sin x of each element. */
  public static void sin(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = SIN.isOn(length);
    int done = lanes ? VectorCircle.circle(x, atX, length, 0, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = CircleTwins.sin(x[atX + i]);
    }
  }

  /** cos x of each element. */
  public static void cos(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = COS.isOn(length);
    int done = lanes ? VectorCircle.circle(x, atX, length, 1, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = CircleTwins.cos(x[atX + i]);
    }
  }
}
