package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.LaneCoefficients.*;

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

  /** Below it eˣ − 1 is −1. */
  static final double EXPM1_FLOOR = -50;

  /** From half of it on, tanh is 1. */
  static final double TANH_IS_1 = 44;

  /** log 2: where eˣ is ½. */
  static final double HALF = 0x1.62e42fefa39efp-1;

  /** Up to it 1 + x is finite. */
  static final double LARGE = 1e300;

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

  private Twins() {}

  /** eˣ, to 2 ulps: e^(k log 2 + r) with |r| ≤ log(2)/2, by a polynomial of degree 12 in r. */
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
    return expTail(r) * (r * r) + r + 1;
  }

  /** (eʳ − 1 − r)/r² for |r| ≤ log(2)/2. */
  private static double expTail(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double a = (r * EXP_1 + EXP_0) + (r * EXP_3 + EXP_2) * r2;
    double b = (r * EXP_5 + EXP_4) + (r * EXP_7 + EXP_6) * r2;
    double c = (r * EXP_9 + EXP_8) + r2 * EXP_10;
    return a + b * r4 + c * (r4 * r4);
  }

  /** eˣ − 1, to 2 ulps: 2ᵏ(eʳ − 1) + (2ᵏ − 1). */
  public static double expm1(double x) {
    if (x > EXP_PLAIN) {
      return exp(x) - 1;
    }
    double value = expm1Inside(x < EXPM1_FLOOR ? EXPM1_FLOOR : x);
    return x == 0 ? x : value;
  }

  private static double expm1Inside(double x) {
    double lifted = x * INVERSE_LOG_2 + ROUND;
    double k = lifted - ROUND;
    double r = x - k * LOG_2_HIGH - k * LOG_2_LOW;
    double scale = power(lifted);
    return (expTail(r) * (r * r) + r) * scale + (scale - 1);
  }

  /** tanh x, to 3 ulps, by t = e^(2|x|) − 1: t/(t + 2). */
  public static double tanh(double x) {
    double a = Math.abs(x) * 2;
    double t = expm1Inside(a > TANH_IS_1 ? TANH_IS_1 : a);
    return Math.copySign(t / (t + 2), x);
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
    double even = w * (LOG_1 + w * (LOG_3 + w * LOG_5));
    double odd = z * (LOG_0 + w * (LOG_2 + w * (LOG_4 + w * LOG_6)));
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

  /**
   * log(1 − x), to 2 ulps.
   *
   * @throws org.stanj.stdlib.abi.RejectException if x &gt; 1
   */
  public static double log1m(double x) {
    return x > 1 ? Elementary.log1m(x) : log1pChecked(-x);
  }

  /** log(1 + x) for x in [0, 1]. */
  public static double log1pUnit(double x) {
    return log1pInside(1 + x, x);
  }

  private static double log1pInside(double u, double x) {
    return log(u) + (x - (u - 1)) * (1 / u);
  }

  /**
   * log(1 − eˣ), to 3 ulps; −∞ at 0, NaN above. The logarithm is that of w = −(eˣ − 1), or of 1 −
   * eˣ where this is rounded less.
   */
  public static double log1mExp(double x) {
    double e = exp(x);
    double m = -expm1(x);
    boolean near = x > -HALF;
    double w = near ? m : 1 - e;
    double rest = near ? 0 : (e + (w - 1)) / w;
    return log(w) - rest;
  }
}
