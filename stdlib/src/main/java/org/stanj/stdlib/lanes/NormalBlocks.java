package org.stanj.stdlib.lanes;

/**
 * The functions of {@link NormalTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class NormalBlocks {
  private static final LaneSwitch PHI = new LaneSwitch();
  private static final LaneSwitch LOG_PHI = new LaneSwitch();
  private static final LaneSwitch LOG_PHI_SLOPE = new LaneSwitch();
  private static final LaneSwitch ERF = new LaneSwitch();
  private static final LaneSwitch ERFC = new LaneSwitch();

  private NormalBlocks() {}

  /** Φ(x) of each element. */
  public static void phi(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = PHI.begin(length);
    long start = LaneSwitch.clock(how);
    int share = PHI.share(how, length);
    int done =
        LaneSwitch.isVector(how)
            ? VectorNormal.normal(VectorNormal.Form.PHI, x, atX, share, y, atY)
            : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.phi(x[atX + i]);
    }
    PHI.end(how, length, start);
  }

  /** log Φ(x) of each element. */
  public static void logPhi(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = LOG_PHI.begin(length);
    long start = LaneSwitch.clock(how);
    int share = LOG_PHI.share(how, length);
    int done =
        LaneSwitch.isVector(how)
            ? VectorNormal.normal(VectorNormal.Form.LOG, x, atX, share, y, atY)
            : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.logPhi(x[atX + i]);
    }
    LOG_PHI.end(how, length, start);
  }

  /** φ(x)/Φ(x) of each element. */
  public static void logPhiSlope(
      double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = LOG_PHI_SLOPE.begin(length);
    long start = LaneSwitch.clock(how);
    int share = LOG_PHI_SLOPE.share(how, length);
    int done =
        LaneSwitch.isVector(how)
            ? VectorNormal.normal(VectorNormal.Form.SLOPE, x, atX, share, y, atY)
            : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.logPhiSlope(x[atX + i]);
    }
    LOG_PHI_SLOPE.end(how, length, start);
  }

  /** erf x of each element. */
  public static void erf(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = ERF.begin(length);
    long start = LaneSwitch.clock(how);
    int share = ERF.share(how, length);
    int done =
        LaneSwitch.isVector(how)
            ? VectorNormal.normal(VectorNormal.Form.ERF, x, atX, share, y, atY)
            : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.erf(x[atX + i]);
    }
    ERF.end(how, length, start);
  }

  /** 1 − erf x of each element. */
  public static void erfc(double[] x, int atX, int length, double[] y, int atY, int results) {
    int how = ERFC.begin(length);
    long start = LaneSwitch.clock(how);
    int share = ERFC.share(how, length);
    int done =
        LaneSwitch.isVector(how)
            ? VectorNormal.normal(VectorNormal.Form.ERFC, x, atX, share, y, atY)
            : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.erfc(x[atX + i]);
    }
    ERFC.end(how, length, start);
  }
}
