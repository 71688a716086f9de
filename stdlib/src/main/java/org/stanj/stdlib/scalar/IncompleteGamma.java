package org.stanj.stdlib.scalar;

/**
 * Logarithms of the regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, with their
 * derivatives in a, for a &gt; 0 and x ≥ 0.
 *
 * <p>Below x = a + 1 by the power series of P (DLMF 8.7.1), above by the continued fraction of Q
 * (DLMF 8.9.2) in Lentz's form. The derivative in a is carried along term by term. The number of
 * terms grows as √a. The common factor D = xᵃ e⁻ˣ/Γ(a + 1) is taken by Stirling's series for a ≥
 * 10, as exp(a(log(1 + μ) − μ)) with μ = (x − a)/a, so that nothing cancels.
 */
public final class IncompleteGamma {
  private static final double HALF_LOG_2_PI = 0.9189385332046728;
  private static final double EPSILON = 1e-17;
  private static final int MAX_TERMS = 2_000_000;

  private IncompleteGamma() {}

  /** log P(a, x). */
  public static double logP(double a, double x) {
    if (!(x > 0)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return x < a + 1 ? series(a, x, false) : Logistic.log1mExp(fraction(a, x, false));
  }

  /** log Q(a, x). */
  public static double logQ(double a, double x) {
    if (!(x > 0)) {
      return x == 0 ? 0 : Double.NaN;
    }
    if (x == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    return x < a + 1 ? Logistic.log1mExp(series(a, x, false)) : fraction(a, x, false);
  }

  /** P(a, x). */
  public static double p(double a, double x) {
    return Math.exp(logP(a, x));
  }

  /** Q(a, x). */
  public static double q(double a, double x) {
    return Math.exp(logQ(a, x));
  }

  /** ∂ log P/∂a. */
  public static double logPShapeSlope(double a, double x) {
    if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (x < a + 1) {
      return series(a, x, true);
    }
    double logQ = fraction(a, x, false);
    return -Math.exp(logQ) * fraction(a, x, true) / -Math.expm1(logQ);
  }

  /** ∂ log Q/∂a. */
  public static double logQShapeSlope(double a, double x) {
    if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (x >= a + 1) {
      return fraction(a, x, true);
    }
    double logP = series(a, x, false);
    return -Math.exp(logP) * series(a, x, true) / -Math.expm1(logP);
  }

  /** log of the density xᵃ⁻¹ e⁻ˣ/Γ(a) = ∂P/∂x. */
  public static double logDensity(double a, double x) {
    if (x == 0) {
      return a < 1 ? Double.POSITIVE_INFINITY : a == 1 ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (a < 10) {
      return (a - 1) * Math.log(x) - x - GammaFunctions.lgamma(a);
    }
    return logFactor(a, x) + Math.log(a / x);
  }

  /** log D(a, x) = a log x − x − log Γ(a + 1). */
  static double logFactor(double a, double x) {
    if (a < 10) {
      return a * Math.log(x) - x - GammaFunctions.lgamma(a + 1);
    }
    return a * centredLog(x / a, (x - a) / a)
        - 0.5 * Math.log(a)
        - HALF_LOG_2_PI
        - GammaFunctions.stirling(1 / a);
  }

  /** log r − μ ≤ 0 for r = 1 + μ; near 1 by the series of artanh in μ/(2 + μ). */
  static double centredLog(double ratio, double mu) {
    if (Math.abs(mu) > 0.4) {
      return Math.log(ratio) - mu;
    }
    double r = mu / (2 + mu);
    double square = r * r;
    double s = 0;
    for (int k = 27; k >= 3; k -= 2) {
      s = s * square + 1.0 / k;
    }
    return 2 * r * square * s - r * mu;
  }

  /** log P, or its derivative in a, by P = D Σ xⁿ/((a + 1)···(a + n)). */
  private static double series(double a, double x, boolean derivative) {
    double term = 1;
    double sum = 1;
    double harmonic = 0;
    double slope = 0;
    for (int n = 1; n < MAX_TERMS && term * (1 + harmonic) > EPSILON * sum; n++) {
      term *= x / (a + n);
      harmonic += 1 / (a + n);
      sum += term;
      slope -= term * harmonic;
    }
    return derivative
        ? Math.log(x) - GammaFunctions.digamma(a + 1) + slope / sum
        : logFactor(a, x) + Math.log(sum);
  }

  /** log Q, or its derivative in a, by Q = a D/(x + 1 − a − 1(1 − a)/(x + 3 − a − ···)). */
  private static double fraction(double a, double x, boolean derivative) {
    double b = x + 1 - a;
    double c = b;
    double dc = -1;
    double d = 0;
    double dd = 0;
    double logF = Math.log(b);
    double dLogF = -1 / b;
    for (int n = 1; n < MAX_TERMS; n++) {
      double numerator = -n * (n - a);
      b += 2;
      double denominator = b + numerator * d;
      dd = -(-1 + n * d + numerator * dd) / (denominator * denominator);
      d = 1 / denominator;
      dc = -1 + n / c - numerator * dc / (c * c);
      c = b + numerator / c;
      double ratio = c * d;
      logF += Math.log(ratio);
      double step = dc / c + dd / d;
      dLogF += step;
      if (Math.abs(ratio - 1) < 4e-16 && Math.abs(step) < 1e-16 * (1 + Math.abs(dLogF))) {
        break;
      }
    }
    return derivative
        ? Math.log(x) - GammaFunctions.digamma(a) - dLogF
        : logFactor(a, x) + Math.log(a) - logF;
  }
}
