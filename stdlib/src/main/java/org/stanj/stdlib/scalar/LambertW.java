package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * The real branches of the inverse of w eʷ, by Halley's iteration; near the branch point −1/e from
 * the series in p = √(2(ez + 1)). Source: Corless et al., Adv. Comput. Math. 5 (1996) 329.
 */
public final class LambertW {
  private static final double E_LOW = 1.4456468917292502e-16;
  private static final double BRANCH = -0.36787944117144233;

  private LambertW() {}

  /**
   * W₀(z) ≥ −1.
   *
   * @throws RejectException if z &lt; −1/e
   */
  public static double principal(double z) {
    if (z < BRANCH) {
      throw RejectException.domain(
          "lambert_w0: z is "
              + Numbers.general(z)
              + ", but must be greater than or equal to -0.367879");
    }
    if (z == 0 || !(z < Double.POSITIVE_INFINITY)) {
      return z;
    }
    if (z < -0.25) {
      return polish(branchSeries(root(z)), z);
    }
    double start = z < 3 ? Elementary.log1p(z) * (z < 0 ? 1 : 0.7) : largeStart(Math.log(z));
    return polish(start, z);
  }

  /**
   * W₋₁(z) ≤ −1.
   *
   * @throws RejectException outside [−1/e, 0]
   */
  public static double lower(double z) {
    if (!(z >= BRANCH && z <= 0)) {
      throw RejectException.domain(
          "lambert_wm1: z is "
              + Numbers.general(z)
              + ", but must be in the interval [-0.367879, 0]");
    }
    if (z == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (z < -0.25) {
      return polish(branchSeries(-root(z)), z);
    }
    double l = Math.log(-z);
    return polish(l - Math.log(-l) + Math.log(-l) / l, z);
  }

  private static double root(double z) {
    double sum = Math.fma(Math.E, z, 1) + E_LOW * z;
    return Math.sqrt(Math.max(0, 2 * sum));
  }

  private static double branchSeries(double p) {
    return -1 + p * (1 + p * (-1.0 / 3 + p * (11.0 / 72 - p * 43.0 / 540)));
  }

  private static double largeStart(double l) {
    return l - Math.log(l);
  }

  private static double polish(double start, double z) {
    double w = start;
    for (int i = 0; i < 40 && w != -1; i++) {
      double e = Math.exp(w);
      double f = w * e - z;
      double step = f / (e * (w + 1) - 0.5 * (w + 2) * f / (w + 1));
      if (Double.isNaN(step)) {
        break;
      }
      w -= step;
      if (Math.abs(step) <= 2e-16 * Math.abs(w)) {
        break;
      }
    }
    return w;
  }

  /** dW/dz = e⁻ʷ/(1 + w). */
  public static double slope(double w) {
    return Math.exp(-w) / (1 + w);
  }
}
