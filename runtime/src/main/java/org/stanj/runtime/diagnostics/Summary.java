package org.stanj.runtime.diagnostics;

/**
 * What a summary table says of one quantity.
 *
 * @param mean over all draws
 * @param mcse Monte Carlo standard error of the mean
 * @param sd standard deviation
 * @param q5 5 % quantile
 * @param median 50 % quantile
 * @param q95 95 % quantile
 * @param essBulk see {@link Convergence#essBulk}
 * @param essTail see {@link Convergence#essTail}
 * @param rHat see {@link Convergence#rHat}
 */
public record Summary(
    double mean,
    double mcse,
    double sd,
    double q5,
    double median,
    double q95,
    double essBulk,
    double essTail,
    double rHat) {

  /** The summary of draws {@code [chain][iteration]}, all chains of equal length. */
  public static Summary of(double[][] chains) {
    double[] sorted = Sample.sorted(chains);
    return new Summary(
        Sample.mean(chains),
        MonteCarloError.ofMean(chains),
        Math.sqrt(Sample.variance(sorted)),
        Quantiles.ofSorted(sorted, 0.05),
        Quantiles.ofSorted(sorted, 0.5),
        Quantiles.ofSorted(sorted, 0.95),
        Convergence.essBulk(chains),
        Convergence.essTail(chains),
        Convergence.rHat(chains));
  }
}
