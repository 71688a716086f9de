package org.stanj.stdlib.lanes;

/**
 * The functions of {@link CircleTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class CircleBlocks {
  private static final LaneSwitch SIN = new LaneSwitch();
  private static final LaneSwitch COS = new LaneSwitch();

  private CircleBlocks() {}

  /** sin x of each element. */
  public static void sin(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = SIN.begin(length);
    long start = LaneSwitch.clock(how);
    int share = SIN.share(how, length);
    int done = LaneSwitch.isVector(how) ? VectorCircle.circle(x, atX, share, 0, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = CircleTwins.sin(x[atX + i]);
    }
    SIN.end(how, length, start);
  }

  /** cos x of each element. */
  public static void cos(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = COS.begin(length);
    long start = LaneSwitch.clock(how);
    int share = COS.share(how, length);
    int done = LaneSwitch.isVector(how) ? VectorCircle.circle(x, atX, share, 1, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = CircleTwins.cos(x[atX + i]);
    }
    COS.end(how, length, start);
  }
}
