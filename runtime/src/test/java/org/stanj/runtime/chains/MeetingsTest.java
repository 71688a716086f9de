package org.stanj.runtime.chains;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.diagnostics.StatisticalBounds;
import org.stanj.runtime.diagnostics.StatisticalBounds.Comparison;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.stdlib.abi.RejectException;

/** Chains that decide together; more chains than threads must not wait for each other for ever. */
final class MeetingsTest {
  private static final int CHAINS = 5;
  private static final Model MODEL = new HandWritten.CorrelatedNormal(0.8);

  private static SampleSettings settings(int samples, int warmup, MetricForm form) {
    HmcSettings hmc = new HmcSettings(HmcSettings.DEFAULT.integration(), form, 1, 0);
    return new SampleSettings(samples, warmup, true, 1, Algorithm.HMC, hmc, AdaptSettings.DEFAULT);
  }

  /** Asks after 20, 40, 60 ... iterations; the answer is yes from some call on. */
  private record Every20(AtomicInteger calls, int enoughAt) implements StopRule {
    Every20(int enoughAt) {
      this(new AtomicInteger(), enoughAt);
    }

    @Override
    public int next(int done) {
      return done + 20;
    }

    @Override
    public boolean isEnough() {
      return calls.incrementAndGet() == enoughAt;
    }
  }

  private static Chains.Pace pace(int threads, Meetings meetings) {
    return new Chains.Pace(threads, () -> false, new Cores(threads), meetings);
  }

  private static List<Recording> recordings() {
    return IntStream.range(0, CHAINS).mapToObj(i -> new Recording()).toList();
  }

  private static List<ChainSpec> specs(List<Recording> recordings) {
    return IntStream.range(0, recordings.size())
        .mapToObj(i -> recordings.get(i).spec(i + 1))
        .toList();
  }

  private static List<Recording> run(SampleSettings settings, int threads, Meetings meetings) {
    List<Recording> chains = recordings();
    assertTrue(Chains.run(MODEL, settings, 9, specs(chains), pace(threads, meetings)));
    return chains;
  }

  private static void assertSame(List<Recording> expected, List<Recording> actual) {
    for (int c = 0; c < expected.size(); c++) {
      List<Recording.Draw> draws = expected.get(c).draws;
      assertEquals(draws.size(), actual.get(c).draws.size());
      for (int i = 0; i < draws.size(); i++) {
        assertEquals(draws.get(i).logDensity(), actual.get(c).draws.get(i).logDensity());
        assertEquals(draws.get(i).stats(), actual.get(c).draws.get(i).stats());
        assertArrayEquals(draws.get(i).row(), actual.get(c).draws.get(i).row());
      }
      assertEquals(expected.get(c).progress, actual.get(c).progress);
      assertNotNull(actual.get(c).time);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void meetingsThatDecideNothingChangeNothing(int threads) {
    SampleSettings settings = settings(70, 60, MetricForm.DIAG_E);
    Every20 never = new Every20(0);
    assertSame(
        run(settings, 1, Meetings.NONE),
        run(settings, threads, new Meetings(false, Optional.of(never))));
    assertEquals(3, never.calls.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void allChainsStopAtTheSameIteration(int threads) {
    List<Recording> whole = run(settings(70, 60, MetricForm.DIAG_E), 1, Meetings.NONE);
    Meetings second = new Meetings(false, Optional.of(new Every20(2)));
    List<Recording> stopped = run(settings(70, 60, MetricForm.DIAG_E), threads, second);
    for (int c = 0; c < CHAINS; c++) {
      assertEquals(60 + 40, stopped.get(c).draws.size());
      assertArrayEquals(whole.get(c).draws.get(99).row(), stopped.get(c).draws.get(99).row());
      assertEquals(List.of(100), stopped.get(c).stopped);
      assertNotNull(stopped.get(c).time);
    }
  }

  /** A model that fails for good after so many gradients: whichever chain meets it. */
  private static Model failing(int after) {
    AtomicInteger gradients = new AtomicInteger();
    return new HandWritten(false) {
      @Override
      double density(double[] x, double[] derivatives) {
        if (gradients.incrementAndGet() == after) {
          throw RejectException.size("broken");
        }
        derivatives[0] = -x[0];
        return -0.5 * x[0] * x[0];
      }
    };
  }

  @Test
  void withoutAChainThatFailedNothingIsEnough() {
    for (boolean pooled : new boolean[] {false, true}) {
      List<Recording> chains = recordings();
      Meetings meetings = new Meetings(pooled, Optional.of(new Every20(1)));
      SampleSettings settings = settings(50, 150, MetricForm.DIAG_E);
      assertFalse(Chains.run(failing(700), settings, 9, specs(chains), pace(2, meetings)));
      List<Integer> lengths = chains.stream().map(c -> c.values(0).length).sorted().toList();
      assertTrue(lengths.get(0) < 50, lengths.toString());
      assertEquals(List.of(50, 50, 50, 50), lengths.subList(1, CHAINS));
    }
  }

  /** Also chains that then wait for a thread: they have begun, and their files need an end. */
  @ParameterizedTest
  @ValueSource(ints = {10, 160})
  void whatASinkThrowsEndsTheRun(int drawsBefore) {
    List<Recording> others = recordings();
    Recording full =
        new Recording() {
          @Override
          public void draw(Phase phase, double lp, TransitionStats stats, double[] row) {
            super.draw(phase, lp, stats, row);
            if (draws.size() > drawsBefore) {
              throw new IllegalStateException("disk full");
            }
          }
        };
    List<ChainSpec> specs = new ArrayList<>(List.of(full.spec(CHAINS + 1)));
    specs.addAll(specs(others));
    Meetings meetings = new Meetings(true, Optional.of(new Every20(1)));
    SampleSettings settings = settings(50, 150, MetricForm.DIAG_E);
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> Chains.run(MODEL, settings, 1, specs, pace(1, meetings)));
    assertEquals("disk full", e.getMessage());
    for (Recording other : others) {
      assertEquals(drawsBefore > 150, other.time != null);
    }
  }

  @Test
  void whatARuleThrowsEndsAllChains() {
    List<Recording> chains = recordings();
    StopRule broken =
        new StopRule() {
          @Override
          public int next(int done) {
            return done + 10;
          }

          @Override
          public boolean isEnough() {
            throw new IllegalStateException("broken rule");
          }
        };
    Meetings meetings = new Meetings(false, Optional.of(broken));
    SampleSettings settings = settings(50, 20, MetricForm.DIAG_E);
    assertThrows(
        IllegalStateException.class,
        () -> Chains.run(MODEL, settings, 1, specs(chains), pace(2, meetings)));
    chains.forEach(chain -> assertNotNull(chain.time));
  }

  @Test
  void anInterruptedRunEnds() {
    List<Recording> chains = recordings();
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier interrupted = () -> asked.incrementAndGet() > 3000;
    Meetings meetings = new Meetings(true, Optional.of(new Every20(0)));
    Chains.Pace pace = new Chains.Pace(2, interrupted, new Cores(2), meetings);
    SampleSettings settings = settings(500, 500, MetricForm.DIAG_E);
    assertFalse(Chains.run(MODEL, settings, 1, specs(chains), pace));
    chains.forEach(chain -> assertNotNull(chain.time));
  }

  /** However many threads: one metric for all, and a shorter warmup with the right posterior. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNIT_E")
  void pooledWarmupSettles(MetricForm form) {
    Meetings pooled = new Meetings(true, Optional.empty());
    SampleSettings settings = settings(2000, 1000, form);
    List<Recording> chains = run(settings, 1, pooled);
    assertSame(chains, run(settings, 2, pooled));
    assertSame(chains, run(settings, 8, pooled));
    int warmup = chains.get(0).draws.size() - 2000;
    assertTrue(warmup == 200 || warmup == 300 || warmup == 500, "warmup of " + warmup);
    double[] metric = Objects.requireNonNull(chains.get(0).adaptation).inverseMetric();
    for (Recording chain : chains) {
      assertEquals(List.of(warmup), chain.shortened);
      assertEquals(warmup + 2000, chain.draws.size());
      assertArrayEquals(metric, Objects.requireNonNull(chain.adaptation).inverseMetric());
    }
    double[][] x = chains.stream().map(c -> c.values(0)).toArray(double[][]::new);
    double[][] y = chains.stream().map(c -> c.values(1)).toArray(double[][]::new);
    StatisticalBounds.Verdict verdict =
        StatisticalBounds.judge(
            List.of(
                Comparison.ofMean("x", x, 1),
                Comparison.ofMean("y", y, -2),
                Comparison.ofSecondMoment("x", x, 2),
                Comparison.ofSecondMoment("y", y, 13)));
    assertTrue(verdict.passes(), verdict.toString());
  }

  /** Two hills that no chain leaves: the chains never agree. */
  @Test
  void chainsThatDisagreeWarmUpToTheEnd() {
    Model hills =
        new HandWritten(false) {
          @Override
          double density(double[] x, double[] derivatives) {
            double centre = x[0] > 0 ? 50 : -50;
            derivatives[0] = centre - x[0];
            return -0.5 * (centre - x[0]) * (centre - x[0]);
          }
        };
    List<Recording> chains = recordings();
    Meetings pooled = new Meetings(true, Optional.empty());
    SampleSettings settings = settings(20, 500, MetricForm.DIAG_E);
    assertTrue(Chains.run(hills, settings, 1, specs(chains), pace(2, pooled)));
    for (Recording chain : chains) {
      assertEquals(List.of(), chain.shortened);
      assertEquals(520, chain.draws.size());
    }
  }

  @Test
  void aShortenedWarmupFitsThinning() {
    SampleSettings d = settings(21, 1000, MetricForm.DIAG_E);
    SampleSettings settings =
        new SampleSettings(21, 1000, true, 7, Algorithm.HMC, d.hmc(), d.adapt());
    for (Recording chain : run(settings, 2, new Meetings(true, Optional.empty()))) {
      assertEquals(1, chain.shortened.size());
      assertEquals(0, chain.shortened.get(0) % 7);
      assertEquals(chain.shortened.get(0) / 7 + 3, chain.draws.size());
    }
  }
}
