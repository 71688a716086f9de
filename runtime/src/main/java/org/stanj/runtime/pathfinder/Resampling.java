package org.stanj.runtime.pathfinder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stanj.stdlib.abi.RandomStream;

/** Importance resampling of the draws of several paths. */
public final class Resampling {
  private Resampling() {}

  /** The log importance ratios of draws. */
  public static double[] logRatios(List<Draw> draws) {
    return draws.stream().mapToDouble(d -> d.logDensity() - d.logApproximate()).toArray();
  }

  /**
   * Draws with replacement.
   *
   * @param weights of the draws, with sum 1
   */
  public static List<Draw> resample(
      List<Draw> draws, double[] weights, int count, RandomStream random) {
    double[] cumulative = weights.clone();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
    double total = cumulative[cumulative.length - 1];
    List<Draw> chosen = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(cumulative, total * random.nextDouble());
      chosen.add(draws.get(Math.min(at < 0 ? -at - 1 : at + 1, draws.size() - 1)));
    }
    return chosen;
  }
}
