package org.stanj.runtime.pathfinder;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pareto smoothed importance weights: the largest are replaced by quantiles of a generalised Pareto
 * distribution fitted to them.
 *
 * @param weights normalised, in the order of the log ratios
 * @param k shape of the tail; above 0.7 the weights are not to be relied on. Infinite if there are
 *     too few draws, 0 if the tail is flat
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
    double k = tail < SHORTEST_TAIL || tail >= n ? Double.POSITIVE_INFINITY : smooth(log, tail);
    double[] weights = Arrays.stream(log).map(Math::exp).toArray();
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < n; i++) {
      weights[i] /= sum;
    }
    return new ParetoSmoothing(weights, k);
  }

  /** Replaces the tail of the log weights, whose maximum is 0; returns k. */
  private static double smooth(double[] log, int tail) {
    int[] order =
        IntStream.range(0, log.length)
            .boxed()
            .sorted((a, b) -> Double.compare(log[a], log[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int first = log.length - tail;
    double cut = Math.exp(log[order[first - 1]]);
    double[] exceedances = new double[tail];
    for (int j = 0; j < tail; j++) {
      exceedances[j] = Math.exp(log[order[first + j]]) - cut;
    }
    if (!(exceedances[0] > 0)) {
      return exceedances[tail - 1] > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    GeneralisedPareto fit = GeneralisedPareto.fit(exceedances);
    for (int j = 0; j < tail; j++) {
      double smoothed = cut + fit.quantile((j + 0.5) / tail);
      log[order[first + j]] = Math.min(0, Math.log(smoothed));
    }
    return fit.k();
  }
}
