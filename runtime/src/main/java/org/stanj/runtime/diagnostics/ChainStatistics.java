package org.stanj.runtime.diagnostics;

import java.util.Arrays;

/**
 * The statistics of one quantity as CmdStan's {@code stansummary} defines them. They differ from
 * {@link Summary} in what Vehtari et al. 2021 leave open: the standard error of the mean comes from
 * chains that are not split, a single constant chain makes the sizes undefined, and so do chains
 * that all start at one value; a quantile's event that happens in all or no draws of a half chain
 * ends the sum of autocorrelations at once.
 *
 * @param mean over all draws
 * @param mcse sd/√ESS of the mean
 * @param sd standard deviation
 * @param mad median of the absolute deviations from the median, times 1.4826
 * @param essBulk effective sample size of the rank-normalised draws
 * @param essTail the smaller one of the events x ≤ q₅ and x ≥ q₉₅
 * @param rHat rank-normalised split R-hat
 * @param sorted all draws, ascending; the caller only reads them
 */
public record ChainStatistics(
    double mean,
    double mcse,
    double sd,
    double mad,
    double essBulk,
    double essTail,
    double rHat,
    double[] sorted) {
  /** Makes the MAD of normal draws estimate their standard deviation. */
  private static final double NORMAL_SCALE = 1.4826;

  /** Relative distance from the first draw within which a chain counts as constant. */
  private static final double CONSTANT = 1e-12;

  private static final double LOW_TAIL = 0.05;
  private static final double HIGH_TAIL = 0.95;

  /** The statistics of draws {@code [chain][iteration]}, all chains of equal length. */
  public static ChainStatistics of(double[][] chains) {
    double[] all = Sample.pooled(chains).toArray();
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    double mean = LaneSum.of(all) / all.length;
    double sd = sd(all, mean);
    double[][] split = Sample.split(chains);
    boolean enough = chains[0].length >= Sample.LEAST_DRAWS;
    boolean defined = enough && allVary(split);
    boolean sized = defined && split[0].length >= Sample.LEAST_DRAWS;
    return new ChainStatistics(
        mean,
        enough && allVary(chains) ? sd / Math.sqrt(EffectiveSize.asCmdStan(chains)) : Double.NaN,
        sd,
        mad(sorted),
        sized ? EffectiveSize.asCmdStan(RankNormal.scores(split)) : Double.NaN,
        sized ? essTail(split) : Double.NaN,
        defined ? Convergence.rHat(chains) : Double.NaN,
        sorted);
  }

  /** The quantile for probability {@code p} in [0, 1]; NaN if a draw is NaN. */
  public double quantile(double p) {
    return quantile(sorted, p);
  }

  private static double quantile(double[] sorted, double p) {
    int last = sorted.length - 1;
    if (Double.isNaN(sorted[last])) {
      return Double.NaN;
    }
    double at = p * last;
    int below = (int) Math.floor(at);
    double weight = at - below;
    return (1 - weight) * sorted[below] + weight * sorted[(int) Math.ceil(at)];
  }

  private static double sd(double[] all, double mean) {
    double[] squares = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      double deviation = all[i] - mean;
      squares[i] = deviation * deviation;
    }
    return Math.sqrt(LaneSum.of(squares) / (all.length - 1));
  }

  private static double mad(double[] sorted) {
    double median = quantile(sorted, 0.5);
    double[] deviations = Arrays.stream(sorted).map(x -> Math.abs(x - median)).toArray();
    Arrays.sort(deviations);
    return NORMAL_SCALE * quantile(deviations, 0.5);
  }

  private static double essTail(double[][] split) {
    double[] sorted = Sample.sorted(split);
    double low = quantile(sorted, LOW_TAIL);
    double high = quantile(sorted, HIGH_TAIL);
    double below = essOfEvent(Sample.map(split, x -> x <= low ? 1 : 0));
    double above = essOfEvent(Sample.map(split, x -> x >= high ? 1 : 0));
    if (Double.isNaN(below) || Double.isNaN(above)) {
      return Double.isNaN(below) ? above : below;
    }
    return Math.min(below, above);
  }

  /** With a constant chain only the autocorrelation 1 of lag 0 counts, which gives τ̂ = 2. */
  private static double essOfEvent(double[][] indicators) {
    boolean broken = Arrays.stream(indicators).anyMatch(ChainStatistics::isConstant);
    double size = (double) indicators.length * indicators[0].length;
    return broken ? size / 2 : EffectiveSize.asCmdStan(indicators);
  }

  private static boolean allVary(double[][] chains) {
    double[] starts = Arrays.stream(chains).mapToDouble(chain -> chain[0]).toArray();
    return Sample.pooled(chains).allMatch(Double::isFinite)
        && Arrays.stream(chains).noneMatch(ChainStatistics::isConstant)
        && (chains.length == 1 || !isConstant(starts));
  }

  private static boolean isConstant(double[] x) {
    double first = x[0];
    return Arrays.stream(x)
        .allMatch(v -> Math.abs(v - first) <= CONSTANT * Math.min(Math.abs(v), Math.abs(first)));
  }
}
