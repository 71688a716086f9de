package org.stanj.runtime.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * Autocovariances with denominator n, means over chains, computed when they are asked for: short
 * lags one by one, since chains that mix need few; all others at once, by Fourier transforms of the
 * chains with as many zeros behind them.
 */
final class Autocovariance {
  /** Up to here n products for each lag cost less than the transforms. */
  private static final int SHORT = 128;

  private final double[][] deviations;
  private final int draws;
  private double @Nullable [] all;

  /**
   * @param deviations of the draws of each chain from their mean; not changed
   */
  Autocovariance(double[][] deviations) {
    this.deviations = deviations;
    this.draws = deviations[0].length;
  }

  double at(int lag) {
    if (lag < SHORT) {
      return direct(lag);
    }
    double[] known = all == null ? transformed() : all;
    all = known;
    return known[lag];
  }

  private double direct(int lag) {
    double sum = 0;
    for (double[] x : deviations) {
      for (int i = lag; i < draws; i++) {
        sum += x[i] * x[i - lag];
      }
    }
    return sum / draws / deviations.length;
  }

  /** The inverse transform of the power spectrum; both are even, so one direction serves both. */
  private double[] transformed() {
    int size = Integer.highestOneBit(2 * draws - 1) << 1;
    double[] power = new double[size];
    for (double[] x : deviations) {
      double[] real = new double[size];
      double[] imaginary = new double[size];
      System.arraycopy(x, 0, real, 0, draws);
      Fourier.transform(real, imaginary);
      for (int k = 0; k < size; k++) {
        power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
      }
    }
    Fourier.transform(power, new double[size]);
    double[] covariances = new double[draws];
    for (int t = 0; t < draws; t++) {
      covariances[t] = power[t] / size / draws / deviations.length;
    }
    return covariances;
  }
}
