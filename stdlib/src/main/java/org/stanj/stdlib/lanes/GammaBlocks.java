package org.stanj.stdlib.lanes;

/**
 * The functions of {@link GammaTwins} over blocks of elements, with their bits; arguments and
 * results as in {@link Blocks}.
 */
public final class GammaBlocks {
  private static final FunctionSwitch LGAMMA = new FunctionSwitch(GammaBlocks::lgamma, 0.1, 20);
  private static final FunctionSwitch DIGAMMA = new FunctionSwitch(GammaBlocks::digamma, 0.1, 20);
  private static final FunctionSwitch TRIGAMMA = new FunctionSwitch(GammaBlocks::trigamma, 0.1, 20);

  private GammaBlocks() {}

  /** log|Γ(x)| of each element. */
  public static void lgamma(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = LGAMMA.isOn(length);
    int done = lanes ? VectorGamma.lgamma(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = GammaTwins.lgamma(x[atX + i]);
    }
  }

  /** ψ(x) of each element. */
  public static void digamma(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = DIGAMMA.isOn(length);
    int done = lanes ? VectorGamma.digamma(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = GammaTwins.digamma(x[atX + i]);
    }
  }

  /** ψ′(x) of each element. */
  public static void trigamma(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = TRIGAMMA.isOn(length);
    int done = lanes ? VectorGamma.trigamma(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = GammaTwins.trigamma(x[atX + i]);
    }
  }
}
