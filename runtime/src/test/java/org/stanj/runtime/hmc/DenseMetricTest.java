package org.stanj.runtime.hmc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.stdlib.random.StandardNormal;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

final class DenseMetricTest {
  private static final double[] INVERSE = {4, 1, 1, 2};

  @Test
  void velocityAndEnergyAreOfTheInverse() {
    Metric metric = new DenseMetric(INVERSE);
    double[] velocity = new double[2];
    metric.velocity(new double[] {1, -3}, velocity);
    assertArrayEquals(new double[] {1, -5}, velocity);
    assertEquals(0.5 * (1 + 15), metric.kineticEnergy(new double[] {1, -3}));
  }

  /** M is the inverse of ((4, 1), (1, 2)): ((2, −1), (−1, 4)) / 7. */
  @Test
  void momentaHaveCovarianceM() {
    Metric metric = new DenseMetric(INVERSE);
    StandardNormal normal = new StandardNormal(Streams.open(StreamKey.sampler(3, 1)));
    int n = 100_000;
    double[] p = new double[2];
    double[] moments = new double[3];
    for (int i = 0; i < n; i++) {
      metric.drawMomentum(p, normal::next);
      moments[0] += p[0] * p[0] / n;
      moments[1] += p[0] * p[1] / n;
      moments[2] += p[1] * p[1] / n;
    }
    // four standard errors
    double[] expected = {2 / 7.0, -1 / 7.0, 4 / 7.0};
    assertEquals(expected[0], moments[0], 4 * expected[0] * Math.sqrt(2.0 / n));
    assertEquals(expected[1], moments[1], 4 * Math.sqrt((1 + 8) / 49.0 / n));
    assertEquals(expected[2], moments[2], 4 * expected[2] * Math.sqrt(2.0 / n));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 2, 1", "1, 0, 0.1, 1", "0, 0, 0, 1", "NaN, 0, 0, 1", "1, 0, 0, Infinity"})
  void refusesWhatIsNotPositiveDefinite(double a, double b, double c, double d) {
    assertThrows(IllegalArgumentException.class, () -> new DenseMetric(new double[] {a, b, c, d}));
  }
}
