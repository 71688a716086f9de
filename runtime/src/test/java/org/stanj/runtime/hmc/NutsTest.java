package org.stanj.runtime.hmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The sampler on simple densities. */
final class NutsTest {
  private static double normal(double[] q, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      gradient[i] = -q[i];
      sum -= 0.5 * q[i] * q[i];
    }
    return sum;
  }

  private static Hmc sampler(Density density, int n, HmcSettings settings) {
    return new Hmc(
        density,
        new double[n],
        DiagonalMetric.unit(n),
        settings,
        Streams.open(StreamKey.sampler(1, 1)),
        reason -> {});
  }

  /** In one dimension each tree that contains a turning point of the oscillation turns. */
  @Test
  void trajectoryOfANormalStopsWithinItsPeriod() {
    Hmc nuts = sampler(NutsTest::normal, 1, HmcSettings.DEFAULT);
    double time = 0;
    int transitions = 400;
    for (int i = 0; i < transitions; i++) {
      TransitionStats stats = nuts.transition(0.05);
      double completed = 0.05 * ((1 << stats.treeDepth()) - 1);
      assertTrue(completed < 2 * Math.PI, "integrated for " + completed);
      assertTrue(stats.acceptStat() > 0.99);
      time += completed / transitions;
    }
    assertTrue(time > 0.5 && time < Math.PI, "mean time " + time);
  }

  @Test
  void depthIsLimited() {
    Hmc nuts =
        sampler(
            NutsTest::normal,
            3,
            new HmcSettings(new HmcSettings.Integration.Nuts(3), MetricForm.DIAG_E, 1, 0));
    TransitionStats stats = nuts.transition(1e-3);
    assertEquals(3, stats.treeDepth());
    assertEquals(7, stats.leapfrogs());
  }

  @Test
  void energyIsThatOfTheNewPoint() {
    Hmc nuts = sampler(NutsTest::normal, 2, HmcSettings.DEFAULT);
    double previous = 0;
    for (int i = 0; i < 20; i++) {
      TransitionStats stats = nuts.transition(0.5);
      assertTrue(stats.energy() >= -nuts.logDensity());
      assertTrue(stats.energy() != previous);
      previous = stats.energy();
    }
  }

  @Test
  void jitterVariesTheStepSize() {
    Hmc nuts =
        sampler(
            NutsTest::normal,
            2,
            new HmcSettings(new HmcSettings.Integration.Nuts(10), MetricForm.DIAG_E, 1, 0.25));
    double low = 1;
    double high = 0;
    for (int i = 0; i < 500; i++) {
      double stepSize = nuts.transition(0.4).stepSize();
      low = Math.min(low, stepSize);
      high = Math.max(high, stepSize);
    }
    assertTrue(low > 0.3 && low < 0.31, "low " + low);
    assertTrue(high < 0.5 && high > 0.49, "high " + high);
  }

  @Test
  void rejectionEndsTheTrajectoryAsDivergent() {
    AtomicInteger rejections = new AtomicInteger();
    Density half =
        (q, g) -> {
          if (q[0] < -1e-9) {
            throw RejectException.domain("negative");
          }
          g[0] = -1;
          return -q[0];
        };
    Hmc nuts =
        new Hmc(
            half,
            new double[] {0.5},
            new UnitMetric(),
            HmcSettings.DEFAULT,
            Streams.open(StreamKey.sampler(1, 1)),
            reason -> rejections.incrementAndGet());
    int divergent = 0;
    for (int i = 0; i < 100; i++) {
      divergent += nuts.transition(0.5).divergent() ? 1 : 0;
      assertTrue(nuts.position()[0] >= -1e-9);
    }
    assertEquals(rejections.get(), divergent);
    assertTrue(divergent > 50);
  }

  @Test
  void stepSizeSearchCrossesTheThreshold() {
    Hmc nuts = sampler(NutsTest::normal, 1, HmcSettings.DEFAULT);
    double up = nuts.searchStepSize(1e-4);
    double down = nuts.searchStepSize(1e4);
    assertTrue(up > 0.1 && up < 10, "up " + up);
    assertTrue(down > 0.1 && down < 10, "down " + down);
    assertEquals(0, nuts.position()[0]);
  }

  @Test
  void flatDensityIsImproper() {
    Hmc nuts = sampler((q, g) -> 0, 1, HmcSettings.DEFAULT);
    StepSizeException e = assertThrows(StepSizeException.class, () -> nuts.searchStepSize(1));
    assertEquals("Posterior is improper. Please check your model.", e.getMessage());
  }

  private static Metric lowRank() {
    double[] ones = DoubleStream.generate(() -> 1).limit(20).toArray();
    double[] vector = new double[20];
    vector[3] = 1;
    return new LowRankMetric(new LowRankMetric.Parts(ones, new double[] {2}, vector));
  }

  @ParameterizedTest
  @EnumSource
  void transitionsAllocateNothingPerLeapfrogStep(MetricForm form) {
    Hmc nuts = sampler(NutsTest::normal, 20, HmcSettings.DEFAULT);
    nuts.replaceMetric(form == MetricForm.LOW_RANK ? lowRank() : Metric.unit(form, 20));
    for (int i = 0; i < 2000; i++) {
      nuts.transition(0.01);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int transitions = 20;
    long leapfrogs = 0;
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < transitions; i++) {
      leapfrogs += nuts.transition(0.01).leapfrogs();
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertTrue(leapfrogs > 100L * transitions);
    assertTrue(bytes < 2 * leapfrogs, bytes + " bytes in " + leapfrogs + " leapfrog steps");
  }
}
