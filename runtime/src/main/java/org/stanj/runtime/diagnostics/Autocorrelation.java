package org.stanj.runtime.diagnostics;

/** Autocorrelations of one chain. */
public final class Autocorrelation {
  private Autocorrelation() {}

  /**
   * ρ̂ₜ = ((n − t)⁻¹ Σᵢ dᵢ dᵢ₊ₜ) / (n⁻¹ Σᵢ dᵢ²) for the lags t from 0 to n − 1, dᵢ = xᵢ − x̄; the
   * estimates of long lags rest on few products, and may exceed 1.
   *
   * @param chain the draws
   * @return NaN throughout if they are equal or not all finite
   */
  public static double[] of(double[] chain) {
    return of(chain, chain.length);
  }

  /**
   * The first of them.
   *
   * @param lags how many, at most as many as there are draws
   */
  public static double[] of(double[] chain, int lags) {
    int n = chain.length;
    double mean = LaneSum.of(chain) / n;
    double[] correlations = new double[lags];
    double variance = product(chain, mean, 0) / n;
    for (int t = 0; t < lags; t++) {
      correlations[t] = product(chain, mean, t) / (n - t) / variance;
    }
    return correlations;
  }

  private static double product(double[] chain, double mean, int lag) {
    double sum = 0;
    for (int i = lag; i < chain.length; i++) {
      sum += (chain[i] - mean) * (chain[i - lag] - mean);
    }
    return sum;
  }
}
