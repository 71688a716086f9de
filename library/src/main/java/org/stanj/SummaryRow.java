package org.stanj;

import org.stanj.runtime.diagnostics.ChainStatistics;

/** Statistics of one column of draws, as CmdStan's {@code stansummary} computes them. */
public final class SummaryRow {
  private final String name;
  private final ChainStatistics statistics;

  private SummaryRow(String name, ChainStatistics statistics) {
    this.name = name;
    this.statistics = statistics;
  }

  /**
   * The statistics of draws {@code [chain][draw]}, all chains of equal length, at least one draw.
   *
   * @param name of the quantity
   */
  public static SummaryRow of(String name, double[][] draws) {
    return new SummaryRow(name, ChainStatistics.of(draws));
  }

  /** The column, such as {@code theta[1]}. */
  public String name() {
    return name;
  }

  /** Mean over all draws. */
  public double mean() {
    return statistics.mean();
  }

  /** Monte Carlo standard error of the mean: sd/√ESS. */
  public double mcse() {
    return statistics.mcse();
  }

  /** Standard deviation. */
  public double sd() {
    return statistics.sd();
  }

  /** Median of absolute deviations from the median, times 1.4826. */
  public double mad() {
    return statistics.mad();
  }

  /** The quantile for a probability in [0, 1]. */
  public double quantile(double probability) {
    return statistics.quantile(Sampling.within("probability", probability, isOne(probability)));
  }

  private static boolean isOne(double probability) {
    return probability >= 0 && probability <= 1;
  }

  /** Effective sample size of the rank-normalised draws. */
  public double essBulk() {
    return statistics.essBulk();
  }

  /** Effective sample size of the 5 % and 95 % quantiles, the smaller one. */
  public double essTail() {
    return statistics.essTail();
  }

  /** Rank-normalised split R-hat. */
  public double rHat() {
    return statistics.rHat();
  }
}
