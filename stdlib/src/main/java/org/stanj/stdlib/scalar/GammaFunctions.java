package org.stanj.stdlib.scalar;

/**
 * Γ and its logarithmic derivatives.
 *
 * <p>Sources: NIST Digital Library of Mathematical Functions (DLMF) chapter 5.
 */
public final class GammaFunctions {
  private static final double HALF_LOG_2_PI = 0.9189385332046728;

  /** Stirling coefficients B₂ₖ/(2k(2k−1)), k = 1, ..., 8 (DLMF 5.11.1). */
  private static final double[] STIRLING = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156,
    -3617.0 / 122400
  };

  private GammaFunctions() {}

  /** log|Γ(x)|; +∞ at 0, −1, −2, ... and ±∞. */
  public static double lgamma(double x) {
    if (x >= 10) {
      return stirling(x);
    }
    return org.apache.commons.math3.special.Gamma.logGamma(x);
  }

  /** log Γ(x) for x ≥ 10 by Stirling's series: the first term left out is below 2e−17 there. */
  private static double stirling(double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    double w = 1 / (x * x);
    double s = STIRLING[7];
    for (int k = 6; k >= 0; k--) {
      s = s * w + STIRLING[k];
    }
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_2_PI + s / x;
  }

  /** ψ(x) = Γ′(x)/Γ(x). */
  public static double digamma(double x) {
    return org.apache.commons.math3.special.Gamma.digamma(x);
  }
}
