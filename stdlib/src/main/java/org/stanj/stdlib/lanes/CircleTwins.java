package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.LaneCoefficients.*;

/**
 * Sine and cosine in lanes, one element at a time: the twins of {@link VectorCircle}. Large angles
 * are left to {@code java.lang.Math}.
 *
 * <p>The angle less k π/2, which is subtracted in three parts (Cody and Waite, Software Manual for
 * the Elementary Functions, 1980), and polynomials of it. Coefficients from {@code
 * scripts/lanes/coefficients.py}.
 */
public final class CircleTwins {
  static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  /** Upper part of π/2: its product with an integer below 2²⁰ is exact. */
  static final double HIGH = 0x1.921fb544p+0;

  /** The middle part, as exact. */
  static final double MIDDLE = 0x1.0b4611a6p-34;

  /** The rest. */
  static final double LOW = 0x1.3198a2e037073p-69;

  /** Up to here k is below 2²⁰. */
  static final double LARGE = 1e6;

  private CircleTwins() {}

  /** sin x, to 2 ulps. */
  public static double sin(double x) {
    return Math.abs(x) <= LARGE ? circle(x, 0) : Math.sin(x);
  }

  /** cos x, to 2 ulps. */
  public static double cos(double x) {
    return Math.abs(x) <= LARGE ? circle(x, 1) : Math.cos(x);
  }

  /** sin(x + q π/2). */
  private static double circle(double x, long q) {
    double lifted = x * TWO_OVER_PI + Twins.ROUND;
    double k = lifted - Twins.ROUND;
    double r = x - k * HIGH - k * MIDDLE - k * LOW;
    long quarter = Double.doubleToRawLongBits(lifted) + q;
    double z = r * r;
    double w = z * z;
    double value;
    if ((quarter & 1) == 0) {
      double even = SIN_0 + w * (SIN_2 + w * SIN_4);
      double odd = SIN_1 + w * (SIN_3 + w * SIN_5);
      value = (even + z * odd) * (z * r) + r;
    } else {
      double even = COS_0 + w * (COS_2 + w * COS_4);
      double odd = COS_1 + w * (COS_3 + w * COS_5);
      double half = z * 0.5;
      double head = 1 - half;
      value = (even + z * odd) * w + (1 - head - half) + head;
    }
    long sign = (quarter & 2) << 62;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ sign);
  }
}
