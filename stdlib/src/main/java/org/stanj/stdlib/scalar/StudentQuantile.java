package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;

/**
 * The quantile of Student's t with ν degrees of freedom: t² = ν (1 − x)/x with I_x(ν/2, ½) = 2
 * min(p, 1 − p), DLMF 8.17 and Abramowitz and Stegun 26.7.1. Both x and 1 − x are found to
 * rounding, so that the centre and the tails are accurate alike.
 */
public final class StudentQuantile {
  private static final double HALF_LOG_PI = 0.5723649429247001;
  private static final double SQUARE_OVERFLOWS = 1e150;

  private StudentQuantile() {}

  /**
   * The t with P(T ≤ t) = p; −∞ and ∞ at p = 0 and 1, and the normal quantile for ν = ∞.
   *
   * @param p in [0, 1]
   * @param nu ν ≥ 0
   * @throws RejectException for ν = 0, where there is no distribution
   */
  public static double value(double p, double nu) {
    if (p == 0 || p == 1) {
      return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (p == 0.5) {
      return 0;
    }
    if (nu == 0) {
      throw RejectException.domain("inv_inc_beta: a is 0, but must be positive!");
    }
    if (nu == Double.POSITIVE_INFINITY) {
      return NormalQuantile.invPhi(p);
    }
    double t = upper(nu, p < 0.5 ? p : 1 - p);
    return p < 0.5 ? -t : t;
  }

  /** The t &gt; 0 with P(T &gt; t) = q, for q &lt; ½. */
  private static double upper(double nu, double q) {
    if (q <= 0.25) {
      double logX = InverseBeta.logVariable(0.5 * nu, 0.5, Math.log(2 * q));
      return Math.exp(0.5 * (Math.log(nu) + Math.log(-Elementary.expm1(logX)) - logX));
    }
    double logY = InverseBeta.logVariable(0.5, 0.5 * nu, Elementary.log1p(-2 * q));
    return Math.exp(0.5 * (Math.log(nu) + logY - Math.log(-Elementary.expm1(logY))));
  }

  /** log density at t. */
  public static double logDensity(double t, double nu) {
    if (nu == Double.POSITIVE_INFINITY) {
      return -0.9189385332046728 - 0.5 * t * t;
    }
    double a = Math.abs(t);
    double logOnePlus =
        a > SQUARE_OVERFLOWS ? 2 * Math.log(a) - Math.log(nu) : Elementary.log1p(a * a / nu);
    return GammaFunctions.studentNormaliser(nu) - HALF_LOG_PI - 0.5 * (nu + 1) * logOnePlus;
  }

  /** ∂t/∂ν where P(T ≤ t) is kept: S(t) (∂ log S/∂ν)/f(t) for t ≥ 0, odd in t. */
  public static double freedomSlope(double t, double nu) {
    double a = Math.abs(t);
    if (a == 0 || Double.isInfinite(a) || Double.isInfinite(nu)) {
      return 0;
    }
    double logTail = StudentTail.logTail(nu, a);
    double slope = StudentTail.logTailSlope(nu, a, logTail) * Math.exp(logTail - logDensity(a, nu));
    return t < 0 ? -slope : slope;
  }
}
