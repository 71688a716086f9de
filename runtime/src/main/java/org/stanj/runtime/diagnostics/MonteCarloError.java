package org.stanj.runtime.diagnostics;

import org.apache.commons.math3.distribution.BetaDistribution;

/** Monte Carlo standard errors of estimates from draws. */
public final class MonteCarloError {
  /** Φ(−1). */
  private static final double MINUS_ONE_SD = 0.1586553;

  private MonteCarloError() {}

  /** Of the mean: s/√ESS. */
  public static double ofMean(double[][] chains) {
    double sd = Math.sqrt(Sample.variance(Sample.pooled(chains).toArray()));
    return sd / Math.sqrt(Convergence.essMean(chains));
  }

  /** Of the standard deviation, by the delta method from the second and fourth moments. */
  public static double ofSd(double[][] chains) {
    double mean = Sample.mean(chains);
    double[][] squares = Sample.map(chains, x -> (x - mean) * (x - mean));
    double second = Sample.mean(squares);
    double fourth = Sample.mean(Sample.map(squares, x -> x * x));
    double variance = (fourth - second * second) / Convergence.essMean(squares);
    return Math.sqrt(variance / second / 4);
  }

  /**
   * Of the quantile for probability {@code p}: half the distance of the order statistics at the 16
   * % and 84 % quantiles of Beta(ESS p + 1, ESS (1 − p) + 1).
   */
  public static double ofQuantile(double[][] chains, double p) {
    double ess = Convergence.essQuantile(chains, p);
    if (Double.isNaN(ess)) {
      return Double.NaN;
    }
    double[] sorted = Sample.sorted(chains);
    BetaDistribution beta = new BetaDistribution(null, ess * p + 1, ess * (1 - p) + 1);
    double low = beta.inverseCumulativeProbability(MINUS_ONE_SD) * sorted.length - 1;
    double high = beta.inverseCumulativeProbability(1 - MINUS_ONE_SD) * sorted.length - 1;
    int below = (int) Math.floor(Math.max(low, 0));
    int above = (int) Math.ceil(Math.min(high, sorted.length - 1));
    return (sorted[above] - sorted[below]) / 2;
  }
}
