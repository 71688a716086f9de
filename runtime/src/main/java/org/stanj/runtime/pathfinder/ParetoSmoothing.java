package org.stanj.runtime.pathfinder;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pareto smoothed importance weights: the largest are replaced by quantiles of a generalised Pareto
 * distribution fitted to them.
 *
 * @param weights normalised, in the order of the log ratios
 * @param k shape of the tail; above 0.7 the weights are not to be relied on. NaN if there are too
 *     few draws to tell, or too few that differ
 */
public record ParetoSmoothing(double[] weights, double k) {
  private static final int SHORTEST_TAIL = 5;

  /** Smooths log importance ratios; −∞ and NaN are weights 0. */
  public static ParetoSmoothing of(double[] logRatios) {
    int n = logRatios.length;
    double[] log = Arrays.stream(logRatios).map(v -> Double.isNaN(v) ? -1 / 0.0 : v).toArray();
    double largest = Arrays.stream(log).max().orElse(0);
    for (int i = 0; i < n; i++) {
      log[i] -= largest;
    }
    int tail = (int) Math.ceil(Math.min(0.2 * n, 3 * Math.sqrt(n)));
    double k = tail < SHORTEST_TAIL ? Double.NaN : smooth(log, tail);
    double[] weights = Arrays.stream(log).map(Math::exp).toArray();
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < n; i++) {
      weights[i] /= sum;
    }
    return new ParetoSmoothing(weights, k);
  }

  /** Replaces the tail of the log weights, whose maximum is 0; returns k. */
  private static double smooth(double[] log, int longest) {
    int[] order =
        IntStream.range(0, log.length)
            .boxed()
            .sorted((a, b) -> Double.compare(log[a], log[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int first = log.length - longest;
    double cut = Math.exp(log[order[first - 1]]);
    while (first < log.length && !(Math.exp(log[order[first]]) > cut)) {
      first++;
    }
    int tail = log.length - first;
    if (tail < SHORTEST_TAIL) {
      return Double.NaN;
    }
    double[] exceedances = new double[tail];
    for (int j = 0; j < tail; j++) {
      exceedances[j] = Math.exp(log[order[first + j]]) - cut;
    }
    GeneralisedPareto fit = GeneralisedPareto.fit(exceedances);
    for (int j = 0; j < tail; j++) {
      double smoothed = cut + fit.quantile((j + 0.5) / tail);
      log[order[first + j]] = Math.min(0, Math.log(smoothed));
    }
    return fit.k();
  }
}
