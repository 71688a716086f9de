package org.stanj.runtime.diagnostics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Operations on draws {@code [chain][iteration]} that the diagnostics share. */
final class Sample {
  /** Fewer iterations tell nothing. */
  static final int LEAST_DRAWS = 4;

  private Sample() {}

  /** Whether diagnostics are defined: enough draws, all finite, not all equal. */
  static boolean isInformative(double[][] chains) {
    return chains.length > 0
        && chains[0].length >= LEAST_DRAWS
        && pooled(chains).allMatch(Double::isFinite)
        && !isConstant(chains);
  }

  static boolean isConstant(double[][] chains) {
    double first = chains[0][0];
    return pooled(chains).allMatch(x -> x == first);
  }

  static DoubleStream pooled(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream);
  }

  /** All draws, ascending. */
  static double[] sorted(double[][] chains) {
    return pooled(chains).sorted().toArray();
  }

  /** Each chain as two of half its length; of an odd number the middle draw is left out. */
  static double[][] split(double[][] chains) {
    double[][] halves = new double[2 * chains.length][];
    for (int c = 0; c < chains.length; c++) {
      int n = chains[c].length;
      halves[2 * c] = Arrays.copyOfRange(chains[c], 0, n / 2);
      halves[2 * c + 1] = Arrays.copyOfRange(chains[c], n - n / 2, n);
    }
    return halves;
  }

  static double[][] map(double[][] chains, DoubleUnaryOperator f) {
    return Arrays.stream(chains)
        .map(chain -> Arrays.stream(chain).map(f).toArray())
        .toArray(double[][]::new);
  }

  static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  static double mean(double[][] chains) {
    return pooled(chains).average().orElse(Double.NaN);
  }

  /** Sample variance, with denominator n − 1. */
  static double variance(double[] x) {
    double mean = mean(x);
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
  }
}
