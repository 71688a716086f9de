package org.stanj.cli.report;

import java.util.Arrays;
import org.stanj.runtime.diagnostics.Quantiles;

/**
 * Density estimates of several samples over the same places: Gaussian kernels with Silverman's
 * bandwidth 0.9 min(s, IQR/1.34) n^(−1/5), reflected at the ends of the draws; of whole numbers the
 * shares of each.
 *
 * @param places ascending
 * @param heights {@code [sample][place]}
 * @param whole whether the draws are few different whole numbers
 */
record Density(double[] places, double[][] heights, boolean whole) {
  private static final int PLACES = 80;
  private static final int BINS = 400;
  private static final int MOST_WHOLE = 60;

  /** Far tails would leave no room for the rest. */
  private static final double REACH = 6;

  static Density of(double[][] samples) {
    double[] sorted = Arrays.stream(samples).flatMapToDouble(Arrays::stream).sorted().toArray();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    boolean whole = high - low < MOST_WHOLE && Arrays.stream(sorted).allMatch(Density::isWhole);
    return whole ? shares(samples, low, high) : smooth(samples, sorted);
  }

  private static boolean isWhole(double x) {
    return x == Math.rint(x);
  }

  private static Density shares(double[][] samples, double low, double high) {
    double[] places = new double[(int) (high - low) + 1];
    Arrays.setAll(places, i -> low + i);
    double[][] heights = new double[samples.length][places.length];
    for (int s = 0; s < samples.length; s++) {
      for (double x : samples[s]) {
        heights[s][(int) (x - low)] += 1.0 / samples[s].length;
      }
    }
    return new Density(places, heights, true);
  }

  private static Density smooth(double[][] samples, double[] sorted) {
    double q1 = quantile(sorted, 0.25);
    double q3 = quantile(sorted, 0.75);
    double reach = q3 > q1 ? REACH * (q3 - q1) : Double.POSITIVE_INFINITY;
    double low = Math.max(sorted[0], q1 - reach);
    double high = Math.min(sorted[sorted.length - 1], q3 + reach);
    double[] places = new double[PLACES];
    Arrays.setAll(places, i -> low + (high - low) * i / (PLACES - 1));
    double[][] heights = new double[samples.length][];
    for (int s = 0; s < samples.length; s++) {
      heights[s] = kernel(samples[s], places);
    }
    return new Density(places, heights, false);
  }

  private static double quantile(double[] sorted, double p) {
    return Quantiles.of(new double[][] {sorted}, p);
  }

  private static double[] kernel(double[] sample, double[] places) {
    double low = places[0];
    double high = places[places.length - 1];
    double[] bins = new double[BINS + 1];
    for (double x : sample) {
      double at = (x - low) / (high - low) * BINS;
      if (at >= 0 && at <= BINS) {
        int bin = (int) at;
        bins[bin] += 1 - (at - bin);
        if (bin < BINS) {
          bins[bin + 1] += at - bin;
        }
      }
    }
    double width = bandwidth(sample);
    double[] heights = new double[places.length];
    for (int i = 0; i < heights.length; i++) {
      for (int b = 0; b <= BINS; b++) {
        double x = low + (high - low) * b / BINS;
        double near = gauss((places[i] - x) / width);
        near += gauss((places[i] + x - 2 * low) / width);
        near += gauss((places[i] + x - 2 * high) / width);
        heights[i] += bins[b] * near;
      }
      heights[i] /= sample.length * width;
    }
    return heights;
  }

  private static double gauss(double z) {
    return Math.abs(z) > 6 ? 0 : Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** A sample without spread gets a peak. */
  private static double bandwidth(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sample).average().orElse(0);
    double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
    double sd = Math.sqrt(squares / Math.max(1, sample.length - 1));
    double middle = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    double spread = middle > 0 ? Math.min(sd, middle) : sd;
    double least = Math.max(Math.ulp(mean) * 1e3, 1e-300);
    return Math.max(least, 0.9 * spread * Math.pow(sample.length, -0.2));
  }
}
