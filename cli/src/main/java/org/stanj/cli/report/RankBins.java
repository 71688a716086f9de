package org.stanj.cli.report;

import java.util.Arrays;

/**
 * How often the ranks of a chain's draws among all draws fall in each of some bins of equal width.
 * Chains that agree have about as many in each.
 */
final class RankBins {
  static final int BINS = 20;

  private RankBins() {}

  /** The counts {@code [chain][bin]}; equal draws have their mean rank. */
  static int[][] of(double[][] chains) {
    double[] sorted = Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
    int[][] counts = new int[chains.length][BINS];
    for (int c = 0; c < chains.length; c++) {
      for (double x : chains[c]) {
        double rank = (below(sorted, x, false) + below(sorted, x, true) - 1) / 2.0;
        counts[c][(int) Math.min(BINS - 1, rank * BINS / sorted.length)]++;
      }
    }
    return counts;
  }

  /** How many draws are less than {@code x}, or not greater. */
  private static int below(double[] sorted, double x, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < x || orEqual && sorted[middle] == x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
