package org.stanj.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

final class AdaptiveHmcTest {
  private static final double[] SCALES = {0.01, 1, 100};

  private static double normal(double[] q, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      double z = q[i] / SCALES[i];
      gradient[i] = -z / SCALES[i];
      sum -= 0.5 * z * z;
    }
    return sum;
  }

  private static AdaptiveHmc sampler(int numWarmup, MetricForm form, int id) {
    HmcSettings nuts = new HmcSettings(new HmcSettings.Integration.Nuts(10), form, 1, 0.1);
    return new AdaptiveHmc(
        AdaptiveHmcTest::normal,
        AdaptiveHmc.Start.withUnitMetric(new double[] {0.01, 0.5, -1}, form),
        new AdaptiveHmc.Settings(numWarmup, nuts, AdaptSettings.DEFAULT),
        Streams.open(StreamKey.sampler(11, id)),
        reason -> {});
  }

  @Test
  void metricLearnsTheScales() {
    AdaptiveHmc nuts = sampler(1000, MetricForm.DIAG_E, 1);
    nuts.begin();
    for (int m = 0; m < 1000; m++) {
      nuts.step();
    }
    double[] inverse = nuts.metric().inverse();
    for (int i = 1; i < SCALES.length; i++) {
      assertEquals(1, inverse[i] / (SCALES[i] * SCALES[i]), 0.3);
    }
    assertTrue(nuts.stepSize() > 0.3 && nuts.stepSize() < 2, "step size " + nuts.stepSize());
    double frozen = nuts.stepSize();
    double accept = 0;
    for (int m = 0; m < 500; m++) {
      accept += nuts.step().acceptStat() / 500;
    }
    assertEquals(frozen, nuts.stepSize());
    assertEquals(0.8, accept, 0.12);
  }

  /** log ε₂ = log(10 ε) + (a − δ) / (γ (1 + t₀)), where ε is the argument, not the step found. */
  @Test
  void averagingStartsFromTheGivenStepSize() {
    AdaptiveHmc nuts = sampler(1000, MetricForm.DIAG_E, 1);
    nuts.begin();
    assertTrue(nuts.stepSize() < 0.1, "step size " + nuts.stepSize());
    double accept = nuts.step().acceptStat();
    assertEquals(10 * Math.exp((accept - 0.8) / 0.05 / 11), nuts.stepSize(), 1e-12);
  }

  @Test
  void noWarmupKeepsTheGivenStepSize() {
    AdaptiveHmc nuts = sampler(0, MetricForm.DIAG_E, 1);
    nuts.begin();
    nuts.step();
    assertEquals(1, nuts.stepSize());
    assertArrayEquals(new double[] {1, 1, 1}, nuts.metric().inverse());
  }

  /** Saved before, inside and after the windows, a chain continues bit for bit. */
  @ParameterizedTest
  @ValueSource(ints = {3, 60, 99, 100, 149, 160})
  void restoredChainContinues(int savedAt) {
    for (MetricForm form : MetricForm.values()) {
      AdaptiveHmc original = sampler(150, form, 1);
      original.begin();
      for (int m = 0; m < savedAt; m++) {
        original.step();
      }
      AdaptiveHmc resumed = sampler(150, form, 2);
      resumed.restore(original.save());
      for (int m = savedAt; m < 170; m++) {
        assertEquals(original.step(), resumed.step());
        assertArrayEquals(original.position(), resumed.position());
      }
      assertEquals(original.stepSize(), resumed.stepSize());
    }
  }

  @Test
  void staticChainAdaptsItsStepSize() {
    HmcSettings settings =
        new HmcSettings(new HmcSettings.Integration.Static(1.5), MetricForm.DENSE_E, 1, 0);
    AdaptiveHmc hmc =
        new AdaptiveHmc(
            AdaptiveHmcTest::normal,
            AdaptiveHmc.Start.withUnitMetric(new double[] {0.01, 0.5, -1}, MetricForm.DENSE_E),
            new AdaptiveHmc.Settings(1000, settings, AdaptSettings.DEFAULT),
            Streams.open(StreamKey.sampler(12, 1)),
            reason -> {});
    hmc.begin();
    for (int m = 0; m < 1000; m++) {
      hmc.step();
    }
    double accept = 0;
    for (int m = 0; m < 500; m++) {
      accept += hmc.step().acceptStat() / 500;
    }
    assertTrue(accept > 0.6 && accept < 0.95, "mean acceptance " + accept);
    assertEquals(1, hmc.metric().inverse()[8] / 1e4, 0.4);
  }

  @Test
  void warningsConcernTheMetricOnly() {
    assertEquals(8, warnings(50, MetricForm.DIAG_E));
    assertEquals(0, warnings(50, MetricForm.UNIT_E));
    assertEquals(0, warnings(0, MetricForm.DIAG_E));
  }

  private static int warnings(int numWarmup, MetricForm form) {
    HmcSettings d = HmcSettings.DEFAULT;
    HmcSettings hmc = new HmcSettings(d.integration(), form, d.stepSize(), d.stepSizeJitter());
    return AdaptiveHmc.warnings(new AdaptiveHmc.Settings(numWarmup, hmc, AdaptSettings.DEFAULT))
        .size();
  }
}
