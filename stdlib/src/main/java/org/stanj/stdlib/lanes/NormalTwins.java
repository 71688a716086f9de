package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.LaneCoefficients.*;

import org.stanj.stdlib.scalar.NormalFunctions;

/**
 * The normal distribution function and its relatives in lanes, one element at a time: the twins of
 * {@link VectorNormal}. Arguments that are not finite are left to {@link NormalFunctions}.
 *
 * <p>The tail 1 − Φ(a) for a ≥ 0 is e^(−a²/2) R(a), and (1 + 2a) R(a) is smooth in (a − 5)/(a + 5)
 * for all a: Shepherd and Laframboise, Math. Comp. 36 (1981) 249, do so for erfc. Coefficients from
 * {@code scripts/lanes/coefficients.py}.
 */
public final class NormalTwins {
  /** 1/√(2π). */
  static final double DENSITY_AT_0 = 0.3989422804014327;

  static final double SQRT_2 = 1.4142135623730951;

  /** Where the tail is 0, and its square root representable. */
  static final double NONE = 40;

  /** All but the last 27 bits: squares of what is left are exact. */
  static final long HALF_BITS = -1L << 27;

  /** Up to here erf is a polynomial. */
  static final double ERF_NEAR = 0.7;

  static final double SIXTH = 1.0 / 6;

  private NormalTwins() {}

  /** Φ(x), to 4 ulps, also where it is small. */
  public static double phi(double x) {
    double a = Math.abs(x);
    if (!(a <= Double.MAX_VALUE)) {
      return NormalFunctions.phi(x);
    }
    double tail = gauss(a, 0.5) * scaledTail(a);
    return x < 0 ? tail : 1 - tail;
  }

  /** log Φ(x), to 4 ulps. */
  public static double logPhi(double x) {
    double a = Math.abs(x);
    if (!(a <= Double.MAX_VALUE)) {
      return NormalFunctions.logPhi(x);
    }
    double scaled = scaledTail(a);
    if (x < 0) {
      return Twins.log(scaled) - 0.5 * (a * a);
    }
    double tail = gauss(a, 0.5) * scaled;
    double w = 1 - tail;
    return Twins.log(w) - (tail + (w - 1)) / w;
  }

  /** d log Φ(x)/dx = φ(x)/Φ(x), to 4 ulps. */
  public static double logPhiSlope(double x) {
    double a = Math.abs(x);
    if (!(a <= Double.MAX_VALUE)) {
      return NormalFunctions.logPhiSlope(x);
    }
    double scaled = scaledTail(a);
    if (x < 0) {
      return DENSITY_AT_0 / scaled;
    }
    double g = gauss(a, 0.5);
    return DENSITY_AT_0 * g / (1 - g * scaled);
  }

  /** erf x, to 3 ulps. */
  public static double erf(double x) {
    double a = Math.abs(x);
    if (!(a <= Double.MAX_VALUE)) {
      return NormalFunctions.erf(x);
    }
    if (a < ERF_NEAR) {
      double t = x * x;
      double z = t * t;
      double even = ERF_0 + z * (ERF_2 + z * (ERF_4 + z * (ERF_6 + z * (ERF_8 + z * ERF_10))));
      double odd = ERF_1 + z * (ERF_3 + z * (ERF_5 + z * (ERF_7 + z * ERF_9)));
      return (even + t * odd) * x;
    }
    return Math.copySign(1 - 2 * (gauss(a, 1) * scaledTail(a * SQRT_2)), x);
  }

  /** 1 − erf x, to 4 ulps, also where it is small. */
  public static double erfc(double x) {
    double a = Math.abs(x);
    if (!(a <= Double.MAX_VALUE)) {
      return NormalFunctions.erfc(x);
    }
    double tail = 2 * (gauss(a, 1) * scaledTail(a * SQRT_2));
    return x < 0 ? 2 - tail : tail;
  }

  /** R(a) = (1 − Φ(a)) e^(a²/2), a ≥ 0. */
  private static double scaledTail(double a) {
    double s = (a - 5) / (a + 5);
    double z = s * s;
    double even = TAIL_0 + z * (TAIL_2 + z * (TAIL_4 + z * (TAIL_6 + z * (TAIL_8 + z * (TAIL_10 + z * (TAIL_12 + z * (TAIL_14 + z * (TAIL_16 + z * (TAIL_18 + z * (TAIL_20 + z * (TAIL_22 + z * TAIL_24)))))))))));
    double odd = TAIL_1 + z * (TAIL_3 + z * (TAIL_5 + z * (TAIL_7 + z * (TAIL_9 + z * (TAIL_11 + z * (TAIL_13 + z * (TAIL_15 + z * (TAIL_17 + z * (TAIL_19 + z * (TAIL_21 + z * TAIL_23))))))))));
    return (even + s * odd) / (2 * a + 1);
  }

  /**
   * e^(−h a²), without the rounding of the square, which for large a would cost a² ulps: a² = b² +
   * (a − b)(a + b) for an a of fewer bits, and the second part is small.
   */
  private static double gauss(double given, double h) {
    double a = given > NONE ? NONE : given;
    double b = Double.longBitsToDouble(Double.doubleToRawLongBits(a) & HALF_BITS);
    double d = (a - b) * (a + b) * h;
    double rest = 1 - d * (1 - d * (0.5 - d * SIXTH));
    return Twins.exp(b * b * -h) * rest;
  }
}
