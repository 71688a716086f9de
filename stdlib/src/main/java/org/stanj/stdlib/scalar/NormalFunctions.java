package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Error function, normal distribution function and their inverses.
 *
 * <p>erfc and its scaled form from a Chebyshev-like expansion would need tables; here: the power
 * series of erf for small arguments and the continued fraction of e^(x²) erfc(x) beyond (DLMF 7.6.2
 * and 7.9.3), evaluated from the far end with a fixed number of terms. Relative error about 1e−15.
 */
public final class NormalFunctions {
  private static final double SQRT_2 = 1.4142135623730951;
  private static final double LOG_2 = 0.6931471805599453;
  private static final double INV_SQRT_PI = 0.5641895835477563;
  private static final double TWO_INV_SQRT_PI = 1.1283791670955126;
  private static final double SQRT_2_OVER_PI = 0.7978845608028654;
  private static final double SERIES_UP_TO = 2;

  private NormalFunctions() {}

  /** erf x = 2/√π ∫₀ˣ e^(−t²) dt. */
  public static double erf(double x) {
    if (Math.abs(x) < SERIES_UP_TO) {
      return erfSeries(x);
    }
    return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
  }

  /** erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(1·3···(2n+1)): all terms of one sign. */
  private static double erfSeries(double x) {
    double square = x * x;
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * square / (2 * n + 1);
      sum += term;
    }
    return TWO_INV_SQRT_PI * Math.exp(-square) * sum;
  }

  /** erfc x = 1 − erf x, with full relative accuracy in the upper tail. */
  public static double erfc(double x) {
    if (x < 0.5) {
      return 1 - erf(x);
    }
    return expOfSquare(-1, x) * erfcScaled(x);
  }

  /**
   * exp(sign x²) with the rounding of x² repaired: for large x that rounding alone costs x² ulps.
   */
  private static double expOfSquare(double sign, double x) {
    double square = x * x;
    double low = Math.fma(x, x, -square);
    double value = Math.exp(sign * square);
    return value == 0 || Double.isInfinite(value) ? value : value * (1 + sign * low);
  }

  /** e^(x²) erfc x for x ≥ 0. */
  static double erfcScaled(double x) {
    if (x < SERIES_UP_TO) {
      return x < 0.5 ? Math.exp(x * x) * (1 - erfSeries(x)) : erfcScaledByTrapezoid(x);
    }
    if (x > 1e8) {
      return INV_SQRT_PI / x;
    }
    int terms = (int) (20 + 200 / (x * x)) + 1;
    double t = 0;
    for (int k = terms; k >= 1; k--) {
      t = 0.5 * k / (x + t);
    }
    return INV_SQRT_PI / (x + t);
  }

  /**
   * e^(x²) erfc x = (2x/π) ∫₀^∞ e^(−t²)/(x² + t²) dt by the trapezoidal rule with step h, whose
   * error from the pole at ix is known and taken off: Chiarella and Reichel, Math. Comp. 22 (1968)
   * 137. With h = ½ what is left is e^(−π²/h²) = 7e−18.
   */
  private static double erfcScaledByTrapezoid(double x) {
    double h = 0.5;
    double square = x * x;
    double sum = 0.5 / square;
    for (int k = 1; k <= 13; k++) {
      double t = k * h;
      sum += Math.exp(-t * t) / (square + t * t);
    }
    double value = 2 * x * h / Math.PI * sum;
    return value - 2 * Math.exp(square) / Math.expm1(2 * Math.PI * x / h);
  }

  /** Φ(x), the standard normal distribution function. */
  public static double phi(double x) {
    return x < 0 ? upperTail(-x) : 1 - upperTail(x);
  }

  /** 1 − Φ(x) for x ≥ 0; the exponential takes x itself, since x/√2 is rounded. */
  private static double upperTail(double x) {
    double square = x * x;
    double low = Math.fma(x, x, -square);
    double e = Math.exp(-0.5 * square);
    return e == 0 ? 0 : 0.5 * e * (1 - 0.5 * low) * erfcScaled(x / SQRT_2);
  }

  /** log Φ(x), accurate in both tails. */
  public static double logPhi(double x) {
    if (x > 0) {
      return Elementary.log1p(-upperTail(x));
    }
    double t = -x / SQRT_2;
    return t < 0.5 ? Math.log(0.5 * erfc(t)) : Math.log(erfcScaled(t)) - LOG_2 - 0.5 * x * x;
  }

  /** d log Φ(x)/dx = φ(x)/Φ(x), the inverse Mills ratio. */
  public static double logPhiSlope(double x) {
    if (x > 0) {
      return 0.5 * SQRT_2_OVER_PI * Math.exp(-0.5 * x * x) / phi(x);
    }
    return x == Double.NEGATIVE_INFINITY
        ? Double.POSITIVE_INFINITY
        : SQRT_2_OVER_PI / erfcScaled(-x / SQRT_2);
  }

  /**
   * Φ⁻¹(p): Acklam-like start from the tail expansion is avoided; Newton steps on log Φ converge
   * monotonically from √(−2 log p) because log Φ is concave.
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
    if (p == 0 || p == 1) {
      return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return p <= 0.5 ? quantileOfLog(Math.log(p)) : -quantileOfLog(Elementary.log1p(-p));
  }

  /**
   * Φ⁻¹(eˡ), for l ≤ 0.
   *
   * @throws RejectException if l &gt; 0
   */
  public static double normalLogQuantile(double l) {
    if (!(l <= 0)) {
      throw RejectException.domain(
          "std_normal_log_qf: Probability variable is "
              + Numbers.general(l)
              + ", but must be less than or equal to 0.000000");
    }
    if (l == 0 || l == Double.NEGATIVE_INFINITY) {
      return l == 0 ? Double.POSITIVE_INFINITY : l;
    }
    return l <= -LOG_2 ? quantileOfLog(l) : -quantileOfLog(Math.log(-Math.expm1(l)));
  }

  /**
   * The x ≤ 0 with log Φ(x) = l ≤ −log 2: Newton's method on the concave log Φ. From the left of
   * the root it overshoots never; the start lies left of it since Φ(−s) &lt; e^(−s²/2)/2.
   */
  private static double quantileOfLog(double l) {
    double x = -Math.sqrt(Math.max(0, -2 * (l + LOG_2)));
    for (int i = 0; i < 60; i++) {
      double step = (logPhi(x) - l) / logPhiSlope(x);
      x -= step;
      if (Math.abs(step) <= 4e-16 * Math.abs(x)) {
        break;
      }
    }
    return x < 0 ? x : 0;
  }

  /** Inverse of erfc on (0, 2): −Φ⁻¹(p/2)/√2. Rejects the ends, where it is infinite. */
  public static double invErfc(double p) {
    if (!(p > 0 && p < 2)) {
      throw RejectException.domain(
          "inv_erfc: p is " + Numbers.general(p) + ", but must be in the interval (0, 2)");
    }
    return p <= 1 ? -invPhi(0.5 * p) / SQRT_2 : invPhi(0.5 * (2 - p)) / SQRT_2;
  }

  /** Fast approximation of Φ: inv_logit(0.07056 x³ + 1.5976 x). */
  public static double phiApprox(double x) {
    return Logistic.invLogit(0.07056 * x * x * x + 1.5976 * x);
  }
}
