package org.stanj.stdlib.lanes;

/**
 * The functions of {@link NormalTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class NormalBlocks {
  private static final FunctionSwitch PHI = new FunctionSwitch(NormalBlocks::phi, -6, 6);
  private static final FunctionSwitch LOG_PHI = new FunctionSwitch(NormalBlocks::logPhi, -6, 6);
  private static final FunctionSwitch LOG_PHI_SLOPE =
      new FunctionSwitch(NormalBlocks::logPhiSlope, -6, 6);
  private static final FunctionSwitch ERF = new FunctionSwitch(NormalBlocks::erf, -4, 4);
  private static final FunctionSwitch ERFC = new FunctionSwitch(NormalBlocks::erfc, -4, 4);

  private NormalBlocks() {}

  /** Φ(x) of each element. */
  public static void phi(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = PHI.isOn(length);
    int done = lanes ? VectorNormal.normal(VectorNormal.Form.PHI, x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.phi(x[atX + i]);
    }
  }

  /** log Φ(x) of each element. */
  public static void logPhi(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = LOG_PHI.isOn(length);
    int done = lanes ? VectorNormal.normal(VectorNormal.Form.LOG, x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.logPhi(x[atX + i]);
    }
  }

  /** φ(x)/Φ(x) of each element. */
  public static void logPhiSlope(
      double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = LOG_PHI_SLOPE.isOn(length);
    int done = lanes ? VectorNormal.normal(VectorNormal.Form.SLOPE, x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.logPhiSlope(x[atX + i]);
    }
  }

  /** erf x of each element. */
  public static void erf(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = ERF.isOn(length);
    int done = lanes ? VectorNormal.normal(VectorNormal.Form.ERF, x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.erf(x[atX + i]);
    }
  }

  /** 1 − erf x of each element. */
  public static void erfc(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = ERFC.isOn(length);
    int done = lanes ? VectorNormal.normal(VectorNormal.Form.ERFC, x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = NormalTwins.erfc(x[atX + i]);
    }
  }
}
