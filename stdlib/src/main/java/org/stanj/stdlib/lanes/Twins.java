package org.stanj.stdlib.lanes;

import org.stanj.stdlib.scalar.Elementary;

/**
 * Elementary functions of a loop in lanes, one element at a time: the twins of those in {@link
 * VectorBlocks}, operation by operation.
 *
 * <p>Errors are those against the exact value, in ulps of it; NaN in, NaN out.
 */
public final class Twins {
  /** 1/log 2. */
  static final double INVERSE_LOG_2 = 0x1.71547652b82fep0;

  /** Upper part of log 2: its product with an integer below 2²⁰ is exact. */
  static final double LOG_2_HIGH = 0x1.62e42feep-1;

  /** log 2 − {@link #LOG_2_HIGH}. */
  static final double LOG_2_LOW = 0x1.a39ef35793c76p-33;

  /** 1.5 · 2⁵²: what is added to it is rounded to an integer, which stands in the last bits. */
  static final double ROUND = 0x1.8p52;

  /**
   * Above it eˣ is infinite, and below its negative 0, so that there is no need to look further.
   */
  static final double EXP_LIMIT = 750;

  /** Up to it, either way, eˣ is a normal number. */
  static final double EXP_PLAIN = 708;

  /** Up to it 1 + x is finite. */
  static final double LARGE = 1e300;

  static final double EXP_2 = 1.0 / 2;
  static final double EXP_3 = 1.0 / 6;
  static final double EXP_4 = 1.0 / 24;
  static final double EXP_5 = 1.0 / 120;
  static final double EXP_6 = 1.0 / 720;
  static final double EXP_7 = 1.0 / 5040;
  static final double EXP_8 = 1.0 / 40320;
  static final double EXP_9 = 1.0 / 362880;
  static final double EXP_10 = 1.0 / 3628800;
  static final double EXP_11 = 1.0 / 39916800;
  static final double EXP_12 = 1.0 / 479001600;

  /** Exponent of a number by itself. */
  static final int MANTISSA = 52;

  static final long BIAS = 1023;

  /** Bits of √½: mantissas are taken from [√½, √2). */
  static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;

  /** 1024 as the exponent field of a number: keeps exponents positive. */
  static final long LIFT = 1024L << MANTISSA;

  /** 2⁵² as bits: an integer below it in the last bits makes a number of it. */
  static final long INTEGER = 0x4330000000000000L;

  /** The number of {@link #INTEGER} and {@link #LIFT}. */
  static final double INTEGER_LIFTED = 0x1p52 + 1024;

  static final double SUBNORMAL_SCALE = 0x1p54;
  static final double SUBNORMAL_EXPONENT = 54;

  // Coefficients of log((1 + s)/(1 - s)) - 2s over s, in powers of s squared, for |s| < 0.1716;
  // those of the series are 2/3, 2/5, ..., and these are the best ones for this range.
  static final double LOG_1 = 6.666666666666735130e-01;
  static final double LOG_2 = 3.999999999940941908e-01;
  static final double LOG_3 = 2.857142874366239149e-01;
  static final double LOG_4 = 2.222219843214978396e-01;
  static final double LOG_5 = 1.818357216161805012e-01;
  static final double LOG_6 = 1.531383769920937332e-01;
  static final double LOG_7 = 1.479819860511658591e-01;

  private Twins() {}

  /**
   * eˣ, to 2 ulps: e^(k log 2 + r) with |r| ≤ log(2)/2, by the Taylor polynomial of degree 12 in r.
   */
  public static double exp(double given) {
    double x = given > EXP_LIMIT ? EXP_LIMIT : given;
    x = x < -EXP_LIMIT ? -EXP_LIMIT : x;
    double k = x * INVERSE_LOG_2 + ROUND - ROUND;
    double half = k * 0.5 + ROUND;
    double rest = k - (half - ROUND) + ROUND;
    double r = x - k * LOG_2_HIGH - k * LOG_2_LOW;
    return expNearZero(r) * power(half) * power(rest);
  }

  private static double expNearZero(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double a = (r * EXP_3 + EXP_2) + (r * EXP_5 + EXP_4) * r2;
    double b = (r * EXP_7 + EXP_6) + (r * EXP_9 + EXP_8) * r2;
    double c = (r * EXP_11 + EXP_10) + r2 * EXP_12;
    double tail = a + b * r4 + c * (r4 * r4);
    return tail * r2 + r + 1;
  }

  /** 2ᵏ for an integer k that {@link #ROUND} was added to. */
  private static double power(double k) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(k) + BIAS) << MANTISSA);
  }

  /**
   * log x, to 1 ulp; −∞ at 0, NaN below. With x = 2ᵏ(1 + f), √½ ≤ 1 + f &lt; √2, and s = f/(2 + f):
   * k log 2 + f − f²/2 + s (f²/2 + R(s²)).
   */
  public static double log(double x) {
    boolean small = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(small ? x * SUBNORMAL_SCALE : x);
    long exponent = (bits - ROOT_HALF + LIFT) >>> MANTISSA;
    double f = Double.longBitsToDouble(bits - (exponent << MANTISSA) + LIFT) - 1;
    double k = Double.longBitsToDouble(exponent | INTEGER) - INTEGER_LIFTED;
    double value = log(small ? k - SUBNORMAL_EXPONENT : k, f);
    double edge = x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    double inside = x > 0 ? value : edge;
    return x < Double.POSITIVE_INFINITY ? inside : x;
  }

  private static double log(double k, double f) {
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double even = w * (LOG_2 + w * (LOG_4 + w * LOG_6));
    double odd = z * (LOG_1 + w * (LOG_3 + w * (LOG_5 + w * LOG_7)));
    double half = f * f * 0.5;
    return k * LOG_2_HIGH - ((half - (s * (half + (even + odd)) + k * LOG_2_LOW)) - f);
  }

  /**
   * log(1 + x), to 2 ulps: log u + (x − (u − 1))/u for u = 1 + x rounded.
   *
   * @throws org.stanj.stdlib.abi.RejectException if x &lt; −1
   */
  public static double log1p(double x) {
    return x < -1 ? Elementary.log1p(x) : log1pChecked(x);
  }

  /** log(1 + x), to 2 ulps; NaN below −1. */
  public static double log1pChecked(double x) {
    double u = 1 + x;
    if (u > 0 && u < Double.POSITIVE_INFINITY) {
      return log1pInside(u, x);
    }
    return Elementary.log1pChecked(x);
  }

  /** log(1 − x), to 2 ulps; NaN above 1. */
  public static double log1mChecked(double x) {
    return log1pChecked(-x);
  }

  /** log(1 + x) for x in [0, 1]. */
  public static double log1pUnit(double x) {
    return log1pInside(1 + x, x);
  }

  private static double log1pInside(double u, double x) {
    return log(u) + (x - (u - 1)) * (1 / u);
  }

  /** log(1 + eˣ). */
  public static double log1pExp(double x) {
    return Elementary.positivePart(x) + log1pUnit(exp(-Math.abs(x)));
  }

  /** 1/(1 + e⁻ˣ), by e^(−|x|). */
  public static double invLogit(double x) {
    double e = exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }
}
