package org.stanj.runtime.diagnostics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Replaces draws by normal scores of their ranks: Φ⁻¹((r − 3/8)/(S + 1/4)). */
final class RankNormal {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  private RankNormal() {}

  /** The scores; equal draws get the score of their mean rank. */
  static double[][] scores(double[][] chains) {
    double[] sorted = Sample.sorted(chains);
    double[] scores = new double[sorted.length];
    int begin = 0;
    while (begin < sorted.length) {
      int end = begin + 1;
      while (end < sorted.length && sorted[end] == sorted[begin]) {
        end++;
      }
      double meanRank = (begin + 1 + end) / 2.0;
      double score =
          STANDARD.inverseCumulativeProbability((meanRank - 0.375) / (sorted.length + 0.25));
      Arrays.fill(scores, begin, end, score);
      begin = end;
    }
    return Sample.map(chains, x -> scores[Arrays.binarySearch(sorted, x)]);
  }
}
