package org.stanj.stdlib.scalar;

import static org.stanj.stdlib.scalar.TailCoefficients.*;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Error function, normal distribution function and their inverses.
 *
 * <p>The tail 1 − Φ(a) for a ≥ 0 is e^(−a²/2) R(a), and (1 + 2a) R(a) is smooth in (a − 5)/(a + 5)
 * for all a: Shepherd and Laframboise, Math. Comp. 36 (1981) 249, do so for erfc. Errors are below
 * 5 ulps.
 */
public final class NormalFunctions {
  private static final double SQRT_2 = 1.4142135623730951;
  private static final double DENSITY_AT_0 = 0.3989422804014327;
  private static final double INV_SQRT_PI = 0.5641895835477563;
  private static final double SIXTH = 1.0 / 6;

  /** Where the tail is 0, and its square root representable. */
  public static final double NO_TAIL = 40;

  /** All but the last 27 bits: squares of what is left are exact. */
  public static final long HALF_BITS = -1L << 27;

  /** Up to here erf is a polynomial. */
  public static final double ERF_NEAR = 0.7;

  private NormalFunctions() {}

  /** erf x = 2/√π ∫₀ˣ e^(−t²) dt. */
  public static double erf(double x) {
    double a = Math.abs(x);
    return a < ERF_NEAR ? erfNear(x) : Math.copySign(1 - erfcOf(a), x);
  }

  /** erf x for |x| below {@link #ERF_NEAR}. */
  public static double erfNear(double x) {
    double t = x * x;
    double z = t * t;
    double even = ERF_0 + z * (ERF_2 + z * (ERF_4 + z * (ERF_6 + z * (ERF_8 + z * ERF_10))));
    double odd = ERF_1 + z * (ERF_3 + z * (ERF_5 + z * (ERF_7 + z * ERF_9)));
    return (even + t * odd) * x;
  }

  /** erfc x = 1 − erf x, with full relative accuracy in the upper tail. */
  public static double erfc(double x) {
    double tail = erfcOf(Math.abs(x));
    return x < 0 ? 2 - tail : tail;
  }

  /** erfc of x ≥ 0. */
  private static double erfcOf(double x) {
    return x > NO_TAIL ? 0 : 2 * (gauss(x, 1) * scaledTail(x * SQRT_2));
  }

  /** e^(x²) erfc x for x ≥ 0. */
  static double erfcScaled(double x) {
    return x > 1e8 ? INV_SQRT_PI / x : 2 * scaledTail(x * SQRT_2);
  }

  /** R(a) = (1 − Φ(a)) e^(a²/2), for finite a ≥ 0. */
  public static double scaledTail(double a) {
    double s = (a - 5) / (a + 5);
    double z = s * s;
    double even = TAIL_22 + z * TAIL_24;
    even = TAIL_20 + z * even;
    even = TAIL_18 + z * even;
    even = TAIL_16 + z * even;
    even = TAIL_14 + z * even;
    even = TAIL_12 + z * even;
    even = TAIL_10 + z * even;
    even = TAIL_8 + z * even;
    even = TAIL_6 + z * even;
    even = TAIL_4 + z * even;
    even = TAIL_2 + z * even;
    even = TAIL_0 + z * even;
    double odd = TAIL_21 + z * TAIL_23;
    odd = TAIL_19 + z * odd;
    odd = TAIL_17 + z * odd;
    odd = TAIL_15 + z * odd;
    odd = TAIL_13 + z * odd;
    odd = TAIL_11 + z * odd;
    odd = TAIL_9 + z * odd;
    odd = TAIL_7 + z * odd;
    odd = TAIL_5 + z * odd;
    odd = TAIL_3 + z * odd;
    odd = TAIL_1 + z * odd;
    return (even + s * odd) / (2 * a + 1);
  }

  /**
   * e^(−h a²) for h of 1 or ½, without the rounding of the square, which for large a would cost a²
   * ulps: a² = b² + (a − b)(a + b) for a b of fewer bits.
   */
  private static double gauss(double a, double h) {
    double b = Double.longBitsToDouble(Double.doubleToRawLongBits(a) & HALF_BITS);
    return Math.exp(b * b * -h) * expOfSmall((a - b) * (a + b) * h);
  }

  /** e^(−d) for d below 1e−4. */
  public static double expOfSmall(double d) {
    return 1 - d * (1 - d * (0.5 - d * SIXTH));
  }

  /** Φ(x), the standard normal distribution function. */
  public static double phi(double x) {
    return x < 0 ? upperTail(-x) : 1 - upperTail(x);
  }

  /** 1 − Φ(x) for x ≥ 0. */
  private static double upperTail(double x) {
    return x > NO_TAIL ? 0 : gauss(x, 0.5) * scaledTail(x);
  }

  /** log Φ(x), accurate in both tails. */
  public static double logPhi(double x) {
    if (x > 0) {
      return Elementary.log1p(-upperTail(x));
    }
    return x == Double.NEGATIVE_INFINITY ? x : Math.log(scaledTail(-x)) - 0.5 * (x * x);
  }

  /** d log Φ(x)/dx = φ(x)/Φ(x), the inverse Mills ratio. */
  public static double logPhiSlope(double x) {
    if (x > NO_TAIL) {
      return 0;
    }
    if (x > 0) {
      double g = gauss(x, 0.5);
      return DENSITY_AT_0 * g / (1 - g * scaledTail(x));
    }
    return x == Double.NEGATIVE_INFINITY ? -x : DENSITY_AT_0 / scaledTail(-x);
  }

  /** Inverse of erfc on (0, 2): −Φ⁻¹(p/2)/√2. Rejects the ends, where it is infinite. */
  public static double invErfc(double p) {
    if (!(p > 0 && p < 2)) {
      throw RejectException.domain(
          "inv_erfc: p is " + Numbers.general(p) + ", but must be in the interval (0, 2)");
    }
    return p <= 1
        ? -NormalQuantile.invPhi(0.5 * p) / SQRT_2
        : NormalQuantile.invPhi(0.5 * (2 - p)) / SQRT_2;
  }

  /** Fast approximation of Φ: inv_logit(0.07056 x³ + 1.5976 x). */
  public static double phiApprox(double x) {
    return Logistic.invLogit(0.07056 * x * x * x + 1.5976 * x);
  }
}
