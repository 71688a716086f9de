package org.stanj.runtime.diagnostics;

/**
 * Effective sample size from autocorrelations ρ̂ over all chains: S/τ̂ with τ̂ = −1 + 2 Σ ρ̂ₜ,
 * summed over Geyer's initial monotone sequence of pairs, which ends soon for chains that mix.
 */
final class EffectiveSize {
  private final Autocovariance covariance;
  private final int draws;
  private final double within;
  private final double total;

  private EffectiveSize(double[][] chains) {
    int count = chains.length;
    draws = chains[0].length;
    double[][] deviations = new double[count][];
    double[] means = new double[count];
    for (int c = 0; c < count; c++) {
      double mean = Sample.mean(chains[c]);
      means[c] = mean;
      deviations[c] = chains[c].clone();
      for (int i = 0; i < draws; i++) {
        deviations[c][i] -= mean;
      }
    }
    covariance = new Autocovariance(deviations);
    double biased = covariance.at(0);
    within = biased * draws / (draws - 1);
    total = biased + (count > 1 ? Sample.variance(means) : 0);
  }

  /** The size for chains that are used as they are; the number of draws if all are equal. */
  static double of(double[][] chains) {
    double size = (double) chains.length * chains[0].length;
    if (Sample.isConstant(chains)) {
      return size;
    }
    double tau = new EffectiveSize(chains).autocorrelationTime();
    return size / Math.max(tau, 1 / Math.log10(size));
  }

  /**
   * As {@link #of}, with the sum as CmdStan's programs end it where correlations last long: four
   * lags before the draws do, and with the last even member once more.
   */
  static double asCmdStan(double[][] chains) {
    double size = (double) chains.length * chains[0].length;
    double tau = new EffectiveSize(chains).cmdStanTime();
    return size / Math.max(tau, 1 / Math.log10(size));
  }

  private double cmdStanTime() {
    double[] rho = new double[draws + 2];
    double even = 1;
    double odd = rho(1);
    rho[0] = even;
    rho[1] = odd;
    int last = 1;
    while (last < draws - 4 && even + odd > 0) {
      even = rho(last + 1);
      odd = rho(last + 2);
      if (even + odd >= 0) {
        rho[last + 1] = even;
        rho[last + 2] = odd;
      }
      last += 2;
    }
    if (even > 0) {
      rho[last + 1] = even;
    }
    for (int t = 1; t < last - 1; t += 2) {
      if (rho[t + 1] + rho[t + 2] > rho[t - 1] + rho[t]) {
        rho[t + 1] = (rho[t - 1] + rho[t]) / 2;
        rho[t + 2] = rho[t + 1];
      }
    }
    double sum = 0;
    for (int t = 0; t < last; t++) {
      sum += rho[t];
    }
    return -1 + 2 * sum + rho[last + 1];
  }

  /** The last pair counts with its even member only, once. */
  private double autocorrelationTime() {
    double even = 1;
    double odd = rho(1);
    double smallest = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int t = 2; even + odd > 0 && t + 1 < draws - 1; t += 2) {
      smallest = Math.min(smallest, even + odd);
      sum += smallest;
      even = rho(t);
      odd = rho(t + 1);
    }
    double last = even > 0 || even + odd >= 0 ? even : 0;
    return -1 + 2 * sum + last;
  }

  private double rho(int lag) {
    return 1 - (within - covariance.at(lag)) / total;
  }
}
