package org.stanj.runtime.diagnostics;

/** R-hat and effective sample sizes. */
public final class Convergence {
  private static final double LOW_TAIL = 0.05;
  private static final double HIGH_TAIL = 0.95;

  private Convergence() {}

  /** Rank-normalised split R-hat: the larger of that of location and that of scale (folded). */
  public static double rHat(double[][] chains) {
    if (!Sample.isInformative(chains)) {
      return Double.NaN;
    }
    double[][] split = Sample.split(chains);
    double median = Quantiles.median(split);
    double bulk = basicRHat(RankNormal.scores(split));
    double tail = basicRHat(RankNormal.scores(Sample.map(split, x -> Math.abs(x - median))));
    return Math.max(bulk, tail);
  }

  /** √(((n − 1)/n W + B/n)/W). */
  private static double basicRHat(double[][] chains) {
    double n = chains[0].length;
    double within = 0;
    double[] means = new double[chains.length];
    for (int c = 0; c < chains.length; c++) {
      within += Sample.variance(chains[c]) / chains.length;
      means[c] = Sample.mean(chains[c]);
    }
    double between = n * Sample.variance(means);
    return Math.sqrt((between / within + n - 1) / n);
  }

  /** Effective sample size of the rank-normalised draws. */
  public static double essBulk(double[][] chains) {
    return Sample.isInformative(chains)
        ? EffectiveSize.of(RankNormal.scores(Sample.split(chains)))
        : Double.NaN;
  }

  /** The smaller effective sample size of the 5 % and the 95 % quantile. */
  public static double essTail(double[][] chains) {
    return Math.min(essQuantile(chains, LOW_TAIL), essQuantile(chains, HIGH_TAIL));
  }

  /** Effective sample size of the mean. */
  public static double essMean(double[][] chains) {
    return Sample.isInformative(chains) ? EffectiveSize.of(Sample.split(chains)) : Double.NaN;
  }

  /** Effective sample size of the standard deviation. */
  public static double essSd(double[][] chains) {
    double mean = Sample.mean(chains);
    return essMean(Sample.map(chains, x -> (x - mean) * (x - mean)));
  }

  /** Effective sample size of the quantile for probability {@code p}. */
  public static double essQuantile(double[][] chains, double p) {
    if (!Sample.isInformative(chains)) {
      return Double.NaN;
    }
    double quantile = Quantiles.of(chains, p);
    return EffectiveSize.of(Sample.split(Sample.map(chains, x -> x <= quantile ? 1 : 0)));
  }
}
