package org.stanj.stdlib.scalar;

import static org.stanj.stdlib.scalar.QuantileCoefficients.*;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Quantiles of the standard normal distribution: near the middle Φ⁻¹(½ + q)/q as a quotient of
 * polynomials in q², outside Φ⁻¹ as one in the root of −log p, as in Wichura, Applied Statistics 37
 * (1988) 477, but with coefficients of our own. Errors are below 4 ulps of the result for
 * probabilities, which themselves are rounded.
 */
public final class NormalQuantile {
  private static final double LOG_2 = 0.6931471805599453;
  private static final double LOG_2_REST = 2.3190468138462996e-17;

  /** Probabilities as close as this to ½ are near the middle. */
  private static final double NEAR = 0.425;

  private static final double NEAR_SQUARED = 0.180625;

  /** Where the quotients for the tail begin, and where the last one ends, in √(−log p). */
  private static final double OUTER = 1.6;

  private static final double FAR = 5;
  private static final double END = 27.4;

  private NormalQuantile() {}

  /**
   * Φ⁻¹(p).
   *
   * @throws RejectException outside [0, 1]
   */
  public static double invPhi(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw RejectException.domain(
          "inv_Phi: Probability variable is "
              + Numbers.general(p)
              + ", but must be in the interval [0, 1]");
    }
    double q = p - 0.5;
    if (Math.abs(q) <= NEAR) {
      return near(q);
    }
    return q < 0 ? tail(Math.log(p)) : -tail(Math.log(1 - p));
  }

  /**
   * Φ⁻¹(eˡ), for l ≤ 0.
   *
   * @throws RejectException if l &gt; 0
   */
  public static double ofLog(double l) {
    if (!(l <= 0)) {
      throw RejectException.domain(
          "std_normal_log_qf: Probability variable is "
              + Numbers.general(l)
              + ", but must be less than or equal to 0.000000");
    }
    double q = 0.5 * Math.expm1(l + LOG_2 + LOG_2_REST);
    if (Math.abs(q) <= NEAR) {
      return near(q);
    }
    return q < 0 ? tail(l) : -tail(Math.log(-Math.expm1(l)));
  }

  /** Φ⁻¹(eˡ) far from the middle. */
  private static double tail(double l) {
    double r = Math.sqrt(-l);
    if (r <= FAR) {
      return -outer(r - OUTER);
    } else if (r <= END) {
      double x = -far(r - FAR);
      return x - step(x, l);
    }
    return r == Double.POSITIVE_INFINITY ? l : solved(-Math.sqrt(-2 * (l + LOG_2)), l);
  }

  /** Newton's method on log Φ, which is concave: from below the root it never goes past it. */
  private static double solved(double start, double l) {
    double x = start;
    double step = start;
    for (int i = 0; i < 60 && Math.abs(step) > 4e-16 * Math.abs(x); i++) {
      step = step(x, l);
      x -= step;
    }
    return x;
  }

  private static double step(double x, double l) {
    return (NormalFunctions.logPhi(x) - l) / NormalFunctions.logPhiSlope(x);
  }

  /** Φ⁻¹(½ + q), from Φ⁻¹(½ + q)/q over t = 0.425² − q². */
  private static double near(double q) {
    double t = NEAR_SQUARED - q * q;
    double above = CENTRE_7 + t * CENTRE_8;
    above = CENTRE_6 + t * above;
    above = CENTRE_5 + t * above;
    above = CENTRE_4 + t * above;
    above = CENTRE_3 + t * above;
    above = CENTRE_2 + t * above;
    above = CENTRE_1 + t * above;
    above = CENTRE_0 + t * above;
    double below = CENTRE_BELOW_7 + t * CENTRE_BELOW_8;
    below = CENTRE_BELOW_6 + t * below;
    below = CENTRE_BELOW_5 + t * below;
    below = CENTRE_BELOW_4 + t * below;
    below = CENTRE_BELOW_3 + t * below;
    below = CENTRE_BELOW_2 + t * below;
    below = CENTRE_BELOW_1 + t * below;
    below = 1 + t * below;
    return q * (above / below);
  }

  /** −Φ⁻¹(e^(−r²)) over t = r − 1.6, for r up to 5. */
  private static double outer(double t) {
    double above = OUTER_7 + t * OUTER_8;
    above = OUTER_6 + t * above;
    above = OUTER_5 + t * above;
    above = OUTER_4 + t * above;
    above = OUTER_3 + t * above;
    above = OUTER_2 + t * above;
    above = OUTER_1 + t * above;
    above = OUTER_0 + t * above;
    double below = OUTER_BELOW_6 + t * OUTER_BELOW_7;
    below = OUTER_BELOW_5 + t * below;
    below = OUTER_BELOW_4 + t * below;
    below = OUTER_BELOW_3 + t * below;
    below = OUTER_BELOW_2 + t * below;
    below = OUTER_BELOW_1 + t * below;
    below = 1 + t * below;
    return above / below;
  }

  /** The same over t = r − 5, to a relative error of 3e−10. */
  private static double far(double t) {
    double above = FAR_4 + t * FAR_5;
    above = FAR_3 + t * above;
    above = FAR_2 + t * above;
    above = FAR_1 + t * above;
    above = FAR_0 + t * above;
    double below = FAR_BELOW_3 + t * FAR_BELOW_4;
    below = FAR_BELOW_2 + t * below;
    below = FAR_BELOW_1 + t * below;
    below = 1 + t * below;
    return above / below;
  }
}
