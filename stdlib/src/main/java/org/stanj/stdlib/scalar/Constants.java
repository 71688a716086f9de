package org.stanj.stdlib.scalar;

/** Mathematical and floating-point constants. */
public final class Constants {
  private Constants() {}

  /** π. */
  public static double pi() {
    return Math.PI;
  }

  /** e. */
  public static double e() {
    return Math.E;
  }

  /** √2. */
  public static double sqrt2() {
    return 1.4142135623730951;
  }

  /** log 2. */
  public static double log2() {
    return 0.6931471805599453;
  }

  /** log 10. */
  public static double log10() {
    return 2.302585092994046;
  }

  /** +∞. */
  public static double positiveInfinity() {
    return Double.POSITIVE_INFINITY;
  }

  /** −∞. */
  public static double negativeInfinity() {
    return Double.NEGATIVE_INFINITY;
  }

  /** A quiet NaN. */
  public static double notANumber() {
    return Double.NaN;
  }

  /** The distance from 1 to the next larger double, 2⁻⁵². */
  public static double machinePrecision() {
    return 0x1p-52;
  }
}
