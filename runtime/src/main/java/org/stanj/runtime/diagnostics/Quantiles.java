package org.stanj.runtime.diagnostics;

/** Sample quantiles, linearly interpolated between order statistics (R's type 7). */
public final class Quantiles {
  private Quantiles() {}

  /** The quantile for probability {@code p} in [0, 1] of all draws; NaN if one is NaN. */
  public static double of(double[][] chains, double p) {
    return ofSorted(Sample.sorted(chains), p);
  }

  /**
   * The median as the mean of the two middle draws. Rounded like this, both are equally far from it
   * more often, which folding sees.
   */
  static double median(double[][] chains) {
    double[] sorted = Sample.sorted(chains);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** The quantile of all draws in ascending order. */
  static double ofSorted(double[] sorted, double p) {
    int last = sorted.length - 1;
    if (last < 0 || Double.isNaN(sorted[last])) {
      return Double.NaN;
    }
    double at = p * last;
    int below = (int) Math.floor(at);
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, last)];
    return low == high ? low : low + (at - below) * (high - low);
  }
}
