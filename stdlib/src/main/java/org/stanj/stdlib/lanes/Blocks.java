package org.stanj.stdlib.lanes;

/**
 * The functions of {@link Twins} over blocks of elements, with their bits. Each takes arguments
 * (array, offset, length) and puts as many results, which do not overlap with them; those of exp
 * and log may stand in place of the arguments.
 */
public final class Blocks {
  /** Factors of at most 2 in a product. */
  private static final int PRODUCT = 512;

  private static final FunctionSwitch EXP = new FunctionSwitch(Blocks::exp, -6, 6);
  private static final FunctionSwitch LOG = new FunctionSwitch(Blocks::log, 0.1, 20);
  private static final FunctionSwitch LOG1P_UNIT = new FunctionSwitch(Blocks::log1pUnit, 0, 1);
  private static final FunctionSwitch EXPM1 = new FunctionSwitch(Blocks::expm1, -6, 6);
  private static final FunctionSwitch TANH = new FunctionSwitch(Blocks::tanh, -3, 3);
  private static final FunctionSwitch LOG1M_EXP = new FunctionSwitch(Blocks::log1mExp, -6, -0.1);

  private Blocks() {}

  /** eˣ of each element. */
  public static void exp(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = EXP.isOn(length);
    int done = lanes ? VectorBlocks.exp(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.exp(x[atX + i]);
    }
  }

  /** log x of each element. */
  public static void log(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = LOG.isOn(length);
    int done = lanes ? VectorBlocks.log(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.log(x[atX + i]);
    }
  }

  /** log(1 + x) of each element, for x above −1 and not too large. */
  public static void log1pUnit(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = LOG1P_UNIT.isOn(length);
    int done = lanes ? VectorBlocks.log1p(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.log1pUnit(x[atX + i]);
    }
  }

  /**
   * log(1 + x) of each element.
   *
   * @return 1 if an element is below −1, where {@link Twins#log1p} throws; else 0
   */
  public static int log1p(double[] x, int atX, int length, double[] y, int atY, int results) {
    for (int i = 0; i < length; i++) {
      if (x[atX + i] < -1) {
        return 1;
      }
    }
    log1pChecked(x, atX, length, y, atY, results);
    return 0;
  }

  /** log(1 + x) of each element, NaN below −1. */
  public static void log1pChecked(
      double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean inside = true;
    for (int i = 0; i < length; i++) {
      double e = x[atX + i];
      inside &= e > -1 && e < Twins.LARGE;
    }
    if (inside) {
      log1pUnit(x, atX, length, y, atY, results);
      return;
    }
    for (int i = 0; i < length; i++) {
      y[atY + i] = Twins.log1pChecked(x[atX + i]);
    }
  }

  /** eˣ − 1 of each element. */
  public static void expm1(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = EXPM1.isOn(length);
    int done = lanes ? VectorBlocks.expm1(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.expm1(x[atX + i]);
    }
  }

  /** tanh x of each element. */
  public static void tanh(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = TANH.isOn(length);
    int done = lanes ? VectorBlocks.tanh(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.tanh(x[atX + i]);
    }
  }

  /** log(1 − eˣ) of each element. */
  public static void log1mExp(double[] x, int atX, int length, double[] y, int atY, int results) {
    boolean lanes = LOG1M_EXP.isOn(length);
    int done = lanes ? VectorBlocks.log1mExp(x, atX, length, y, atY) : 0;
    for (int i = done; i < length; i++) {
      y[atY + i] = Twins.log1mExp(x[atX + i]);
    }
  }

  /**
   * log(1 − x) of each element.
   *
   * @return 1 if an element is above 1, where {@link Twins#log1m} throws; else 0
   */
  public static int log1m(double[] x, int atX, int length, double[] y, int atY, int results) {
    for (int i = 0; i < length; i++) {
      if (x[atX + i] > 1) {
        return 1;
      }
    }
    double[] negative = Workspace.get();
    for (int from = 0; from < length; from += Workspace.LENGTH) {
      int n = Math.min(length - from, Workspace.LENGTH);
      for (int i = 0; i < n; i++) {
        negative[i] = -x[atX + from + i];
      }
      log1pChecked(negative, 0, n, y, atY + from, n);
    }
    return 0;
  }

  /** Sum of the elements: eight partial sums, of every eighth element, then their sum in pairs. */
  public static double sum(double[] x, int at, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int end = at + length;
    int i = at;
    for (; i <= end - 8; i += 8) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      s4 += x[i + 4];
      s5 += x[i + 5];
      s6 += x[i + 6];
      s7 += x[i + 7];
    }
    double rest = 0;
    for (; i < end; i++) {
      rest += x[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
  }

  /**
   * Sum of log(1 + x), for x in [0, 1]: the logarithm of four products, of every fourth factor. A
   * block has no more factors than a product can hold.
   */
  public static double sumLog1pUnit(double[] x, int at, int length) {
    double sum = 0;
    int end = at + length;
    for (int from = at; from < end; from += PRODUCT) {
      sum += Twins.log(product(x, from, Math.min(end, from + PRODUCT)));
    }
    return sum;
  }

  /** Sum of the logarithms of eight elements, by their product. */
  public static double sumLogs(double[] x, int at, int length) {
    double first = (x[at] * x[at + 1]) * (x[at + 2] * x[at + 3]);
    double second = (x[at + 4] * x[at + 5]) * (x[at + 6] * x[at + 7]);
    return Twins.log(first * second);
  }

  private static double product(double[] x, int from, int to) {
    double p0 = 1;
    double p1 = 1;
    double p2 = 1;
    double p3 = 1;
    int i = from;
    for (; i <= to - 4; i += 4) {
      p0 *= 1 + x[i];
      p1 *= 1 + x[i + 1];
      p2 *= 1 + x[i + 2];
      p3 *= 1 + x[i + 3];
    }
    for (; i < to; i++) {
      p0 *= 1 + x[i];
    }
    return (p0 * p1) * (p2 * p3);
  }
}
