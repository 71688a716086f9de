package org.stanj.stdlib.lanes;

/**
 * The functions of {@link GammaTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class GammaBlocks {
  private static final LaneSwitch LGAMMA = new LaneSwitch();
  private static final LaneSwitch DIGAMMA = new LaneSwitch();
  private static final LaneSwitch TRIGAMMA = new LaneSwitch();

  private GammaBlocks() {}

  /** log|Γ(x)| of each element. */
  public static void lgamma(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = LGAMMA.begin(length);
    long start = LaneSwitch.clock(how);
    int share = LGAMMA.share(how, length);
    int done = LaneSwitch.isVector(how) ? VectorGamma.lgamma(x, atX, share, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = GammaTwins.lgamma(x[atX + i]);
    }
    LGAMMA.end(how, length, start);
  }

  /** ψ(x) of each element. */
  public static void digamma(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = DIGAMMA.begin(length);
    long start = LaneSwitch.clock(how);
    int share = DIGAMMA.share(how, length);
    int done = LaneSwitch.isVector(how) ? VectorGamma.digamma(x, atX, share, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = GammaTwins.digamma(x[atX + i]);
    }
    DIGAMMA.end(how, length, start);
  }

  /** ψ′(x) of each element. */
  public static void trigamma(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = TRIGAMMA.begin(length);
    long start = LaneSwitch.clock(how);
    int share = TRIGAMMA.share(how, length);
    int done = LaneSwitch.isVector(how) ? VectorGamma.trigamma(x, atX, share, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = GammaTwins.trigamma(x[atX + i]);
    }
    TRIGAMMA.end(how, length, start);
  }
}
