package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.LaneCoefficients.*;

import org.stanj.stdlib.scalar.Elementary;
import org.stanj.stdlib.scalar.NormalFunctions;

/**
 * Powers in lanes, one element at a time: the twins of {@link VectorPower}. Bases that are not
 * positive and normal, and huge exponents, are left to {@link Elementary}.
 */
public final class PowerTwins {
  /** Up to here, either way, products of the exponent and a logarithm are finite in both parts. */
  static final double LARGEST_EXPONENT = 1e10;

  private PowerTwins() {}

  /**
   * xʸ, to 2 ulps for results between e⁻⁵⁰ and e⁵⁰, and to 12 for all: exp(y log x), of which
   * logarithm and product are sums of two numbers. With x = 2ᵏ(1 + f) and s = f/(2 + f), log x = k
   * log 2 + 2s + s³ C(s²). Products that must be exact are those of numbers of 26 bits (Dekker,
   * Numer. Math. 18 (1971) 224).
   */
  public static double pow(double x, double y) {
    boolean usual =
        x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE && Math.abs(y) <= LARGEST_EXPONENT;
    if (!usual) {
      return Elementary.pow(x, y);
    }
    long bits = Double.doubleToRawLongBits(x);
    long exponent = (bits - Twins.ROOT_HALF + Twins.LIFT) >>> Twins.MANTISSA;
    double f = Double.longBitsToDouble(bits - (exponent << Twins.MANTISSA) + Twins.LIFT) - 1;
    double k = Double.longBitsToDouble(exponent | Twins.INTEGER) - Twins.INTEGER_LIFTED;
    double d = f + 2;
    double s = short26(f / d);
    double dHigh = short26(d);
    double dLow = 2 - dHigh + f;
    double rest = (f - s * dHigh - s * dLow) / d;
    double whole = s + rest;
    double z = whole * whole;
    double w = z * z;
    double even = CUBIC_0 + w * (CUBIC_2 + w * (CUBIC_4 + w * CUBIC_6));
    double odd = CUBIC_1 + w * (CUBIC_3 + w * (CUBIC_5 + w * CUBIC_7));
    double cubic = (even + z * odd) * (z * whole);
    double twice = s + s;
    double start = k * Twins.LOG_2_HIGH;
    double head = start + twice;
    double tail = twice - (head - start) + (rest + rest + (cubic + k * Twins.LOG_2_LOW));
    double high = head + tail;
    return power(high, tail - (high - head), y);
  }

  /** exp((high + low) y). */
  private static double power(double high, double low, double y) {
    double a = short26(high);
    double b = short26(y);
    double product = y * high;
    double error = a * b - product + a * (y - b) + (high - a) * b + (high - a) * (y - b);
    double value = Twins.exp(product);
    double corrected = value * (error + y * low) + value;
    return value == Double.POSITIVE_INFINITY ? value : corrected;
  }

  /** The number without its last 27 bits. */
  private static double short26(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & NormalFunctions.HALF_BITS);
  }

  /** ∂xʸ/∂x as {@link Elementary#powBase}. */
  public static double powBase(double x, double y, double power) {
    return Elementary.powBase(x, y, power);
  }
}
