package org.stanj.runtime.hmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.hmc.HmcSettings.Integration;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

final class StaticTransitionTest {
  private static double normal(double[] q, double[] gradient) {
    gradient[0] = -q[0];
    return -0.5 * q[0] * q[0];
  }

  private static Hmc sampler(Density density, double start, double time) {
    return new Hmc(
        density,
        new double[] {start},
        new UnitMetric(),
        new HmcSettings(new Integration.Static(time), MetricForm.UNIT_E, 1, 0),
        Streams.open(StreamKey.sampler(5, 1)),
        reason -> {});
  }

  @ParameterizedTest
  @CsvSource({"0.5, 12", "7, 1", "6, 1", "3.2, 1", "3.1, 2", "1e-300, 1"})
  void timeGivesTheNumberOfSteps(double stepSize, int steps) {
    assertEquals(
        steps, sampler(StaticTransitionTest::normal, 0, 6.28).transition(stepSize).leapfrogs());
  }

  /** Large steps are refused now and then; without that the variance would be larger. */
  @Test
  void leavesTheTargetInvariant() {
    Hmc hmc = sampler(StaticTransitionTest::normal, 0, 1.7);
    int n = 200_000;
    double[] moments = new double[2];
    double accept = 0;
    for (int i = 0; i < n; i++) {
      accept += hmc.transition(1.7).acceptStat() / n;
      double q = hmc.position()[0];
      moments[0] += q / n;
      moments[1] += q * q / n;
    }
    assertTrue(accept < 0.9 && accept > 0.3, "mean acceptance " + accept);
    // four standard errors, for a fifth of the draws being effective
    assertEquals(0, moments[0], 4 * Math.sqrt(5.0 / n));
    assertEquals(1, moments[1], 4 * Math.sqrt(10.0 / n));
  }

  @Test
  void refusesWhatLeavesTheDomain() {
    Density half =
        (q, g) -> {
          if (q[0] < 0) {
            throw RejectException.domain("negative");
          }
          g[0] = -1;
          return -q[0];
        };
    Hmc hmc = sampler(half, 0.01, 2);
    for (int i = 0; i < 100; i++) {
      TransitionStats stats = hmc.transition(0.5);
      assertTrue(hmc.position()[0] >= 0);
      assertTrue(stats.leapfrogs() <= 4);
    }
  }
}
