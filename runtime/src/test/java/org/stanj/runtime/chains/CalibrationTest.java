package org.stanj.runtime.chains;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.diagnostics.StatisticalBounds;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.MetricForm;

/**
 * Simulation-based calibration: where parameters come from the prior and data from them, the rank
 * of each parameter among draws of its posterior is uniform. Judged by χ² in bins, with limits such
 * that all comparisons of all metrics together fail with probability α if everything is right.
 *
 * <p>Source: Talts, Betancourt, Simpson, Vehtari and Gelman 2018, arXiv:1804.06788, algorithm 2.
 */
final class CalibrationTest {
  private static final int SIMULATIONS = 256;
  private static final int BINS = 16;

  /** Ranks are 0 to 31, two for each bin. */
  private static final int DRAWS = 31;

  private static final int THIN = 5;
  private static final int PARAMETERS = 3;
  private static final int COMPARISONS = PARAMETERS * MetricForm.values().length;

  /** y ~ normal(a + bx, s) with a, b ~ normal(0, 1), s ~ exponential(1); x lies far from 0. */
  private static class Line extends HandWritten {
    private static final double[] X = {3, 4, 5, 6, 7};
    private final double[] y;

    Line(double[] y) {
      super(false, false, true);
      this.y = y;
    }

    @Override
    double density(double[] x, double[] derivatives) {
      double s = x[2];
      derivatives[0] = -x[0];
      derivatives[1] = -x[1];
      derivatives[2] = -1;
      double sum = -0.5 * (x[0] * x[0] + x[1] * x[1]) - s;
      for (int i = 0; i < X.length; i++) {
        double z = (y[i] - x[0] - x[1] * X[i]) / s;
        sum -= 0.5 * z * z + Math.log(s);
        derivatives[0] += z / s;
        derivatives[1] += z / s * X[i];
        derivatives[2] += (z * z - 1) / s;
      }
      return sum;
    }
  }

  /** Data of the parameters, with that much of the noise that the model says. */
  private static double[] data(double[] truth, double noise, Random random) {
    return IntStream.range(0, Line.X.length)
        .mapToDouble(
            i -> truth[0] + truth[1] * Line.X[i] + noise * truth[2] * random.nextGaussian())
        .toArray();
  }

  /** For each parameter the counts of its ranks. */
  private static int[][] ranks(MetricForm form, double noise) {
    HmcSettings hmc = new HmcSettings(HmcSettings.DEFAULT.integration(), form, 1, 0);
    AdaptSettings adapt = new AdaptSettings(true, 0.05, 0.9, 0.75, 10, 75, 50, 25);
    SampleSettings settings =
        new SampleSettings(DRAWS * THIN, 300, false, THIN, Algorithm.HMC, hmc, adapt);
    Random random = new Random(20_261_129);
    int[][] counts = new int[PARAMETERS][BINS];
    for (int simulation = 1; simulation <= SIMULATIONS; simulation++) {
      double[] truth = {
        random.nextGaussian(), random.nextGaussian(), -Math.log(1 - random.nextDouble())
      };
      Recording chain = new Recording();
      Line model = new Line(data(truth, noise, random));
      assertTrue(Chains.run(model, settings, simulation, List.of(chain.spec(1)), 1));
      for (int i = 0; i < PARAMETERS; i++) {
        double x = truth[i];
        int rank = (int) Arrays.stream(chain.values(i)).filter(v -> v < x).count();
        counts[i][rank * BINS / (DRAWS + 1)]++;
      }
    }
    return counts;
  }

  private static double chiSquared(int[] counts) {
    double expected = (double) SIMULATIONS / BINS;
    return Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }

  private static double limit() {
    double each = -Math.expm1(Math.log1p(-StatisticalBounds.ALPHA) / COMPARISONS);
    return new ChiSquaredDistribution(null, BINS - 1).inverseCumulativeProbability(1 - each);
  }

  private static boolean isUniform(int[][] counts) {
    return Arrays.stream(counts).allMatch(c -> chiSquared(c) < limit());
  }

  @ParameterizedTest
  @EnumSource
  void ranksAreUniform(MetricForm form) {
    int[][] counts = ranks(form, 1);
    assertTrue(isUniform(counts), () -> Arrays.deepToString(counts));
  }

  /** The mutant: data with less noise than the model says must be noticed. */
  @Test
  void otherNoiseIsNoticed() {
    assertFalse(isUniform(ranks(MetricForm.LOW_RANK, 0.7)));
  }
}
