package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.scalar.NormalFunctions.ERF_NEAR;
import static org.stanj.stdlib.scalar.NormalFunctions.HALF_BITS;
import static org.stanj.stdlib.scalar.NormalFunctions.NO_TAIL;

import org.stanj.stdlib.scalar.NormalFunctions;

/**
 * The normal distribution function and its relatives in lanes, one element at a time: the twins of
 * {@link VectorNormal}. Huge arguments and NaN are left to {@link NormalFunctions}.
 *
 * <p>As there, over the exponential and logarithm of {@link Twins}.
 */
public final class NormalTwins {
  /** 1/√(2π). */
  static final double DENSITY_AT_0 = 0.3989422804014327;

  static final double SQRT_2 = 1.4142135623730951;

  /** Up to here, either way, arguments are taken in lanes. */
  static final double LARGE = 1e300;

  private NormalTwins() {}

  /** Φ(x), to 4 ulps, also where it is small. */
  public static double phi(double x) {
    double a = Math.abs(x);
    if (!(a <= LARGE)) {
      return NormalFunctions.phi(x);
    }
    double tail = gauss(a, 0.5) * NormalFunctions.scaledTail(a);
    return x < 0 ? tail : 1 - tail;
  }

  /** log Φ(x), to 4 ulps. */
  public static double logPhi(double x) {
    double a = Math.abs(x);
    if (!(a <= LARGE)) {
      return NormalFunctions.logPhi(x);
    }
    double scaled = NormalFunctions.scaledTail(a);
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
    if (!(a <= LARGE)) {
      return NormalFunctions.logPhiSlope(x);
    }
    double scaled = NormalFunctions.scaledTail(a);
    if (x < 0) {
      return DENSITY_AT_0 / scaled;
    }
    double g = gauss(a, 0.5);
    return DENSITY_AT_0 * g / (1 - g * scaled);
  }

  /** erf x, to 3 ulps. */
  public static double erf(double x) {
    double a = Math.abs(x);
    if (!(a <= LARGE)) {
      return NormalFunctions.erf(x);
    }
    if (a < ERF_NEAR) {
      return NormalFunctions.erfNear(x);
    }
    return Math.copySign(1 - 2 * (gauss(a, 1) * NormalFunctions.scaledTail(a * SQRT_2)), x);
  }

  /** 1 − erf x, to 4 ulps, also where it is small. */
  public static double erfc(double x) {
    double a = Math.abs(x);
    if (!(a <= LARGE)) {
      return NormalFunctions.erfc(x);
    }
    double tail = 2 * (gauss(a, 1) * NormalFunctions.scaledTail(a * SQRT_2));
    return x < 0 ? 2 - tail : tail;
  }

  /** e^(−h a²), as {@link NormalFunctions} makes it. */
  private static double gauss(double given, double h) {
    double a = given > NO_TAIL ? NO_TAIL : given;
    double b = Double.longBitsToDouble(Double.doubleToRawLongBits(a) & HALF_BITS);
    return Twins.exp(b * b * -h) * NormalFunctions.expOfSmall((a - b) * (a + b) * h);
  }
}
