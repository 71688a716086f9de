package org.stanj.runtime.diagnostics;

/**
 * Sums in the order of two lanes, unrolled twice, in which CmdStan's programs add. What a constant
 * column leaves in its standard deviation is rounding alone, and their table shows it.
 */
final class LaneSum {
  private static final int LANES = 2;
  private static final int STEP = 2 * LANES;

  private LaneSum() {}

  static double of(double[] x) {
    int pairs = x.length / LANES * LANES;
    if (pairs == 0) {
      return x.length == 0 ? 0 : x[0];
    }
    double even = x[0];
    double odd = x[1];
    if (pairs > LANES) {
      int steps = x.length / STEP * STEP;
      double nextEven = x[2];
      double nextOdd = x[3];
      for (int i = STEP; i < steps; i += STEP) {
        even += x[i];
        odd += x[i + 1];
        nextEven += x[i + 2];
        nextOdd += x[i + 3];
      }
      even += nextEven;
      odd += nextOdd;
      if (pairs > steps) {
        even += x[steps];
        odd += x[steps + 1];
      }
    }
    double sum = even + odd;
    return pairs < x.length ? sum + x[pairs] : sum;
  }
}
