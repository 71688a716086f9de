package org.stanj.runtime.chains;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** What a run of chains hands over, in which order, and what it depends on. */
final class ChainsTest {
  private static final Model MODEL = new HandWritten.CorrelatedNormal(0.5);

  private static SampleSettings settings(int samples, int warmup, boolean save, int thin) {
    return new SampleSettings(
        samples, warmup, save, thin, Algorithm.HMC, HmcSettings.DEFAULT, AdaptSettings.DEFAULT);
  }

  private static SampleSettings fixed(int samples) {
    return new SampleSettings(
        samples, 50, true, 1, Algorithm.FIXED_PARAM, HmcSettings.DEFAULT, AdaptSettings.DEFAULT);
  }

  private static Recording one(Model model, SampleSettings settings, int id) {
    Recording recording = new Recording();
    assertTrue(Chains.run(model, settings, 9, List.of(recording.spec(id)), 1));
    return recording;
  }

  private static void assertSameDraws(Recording expected, Recording actual) {
    assertEquals(expected.draws.size(), actual.draws.size());
    for (int i = 0; i < expected.draws.size(); i++) {
      assertEquals(expected.draws.get(i).logDensity(), actual.draws.get(i).logDensity());
      assertEquals(expected.draws.get(i).stats(), actual.draws.get(i).stats());
      assertArrayEquals(expected.draws.get(i).row(), actual.draws.get(i).row());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void chainsEqualSingleRunsForAnyNumberOfThreads(int threads) {
    SampleSettings settings = settings(40, 60, true, 1);
    List<Recording> together = IntStream.range(0, 4).mapToObj(i -> new Recording()).toList();
    List<ChainSpec> specs =
        IntStream.range(0, 4).mapToObj(i -> together.get(i).spec(i + 5)).toList();
    assertTrue(Chains.run(MODEL, settings, 9, specs, threads));
    for (int i = 0; i < 4; i++) {
      assertSameDraws(one(MODEL, settings, i + 5), together.get(i));
    }
    assertNotEquals(
        together.get(0).draws.get(5).logDensity(), together.get(1).draws.get(5).logDensity());
  }

  @Test
  void thinningAndSavingDoNotChangeTheChain() {
    Recording all = one(MODEL, settings(50, 30, true, 1), 1);
    Recording some = one(MODEL, settings(50, 30, false, 3), 1);
    List<Recording.Draw> expected =
        IntStream.iterate(30, i -> i < 80, i -> i + 3).mapToObj(all.draws::get).toList();
    assertEquals(expected.size(), some.draws.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).stats(), some.draws.get(i).stats());
      assertArrayEquals(expected.get(i).row(), some.draws.get(i).row());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 100})
  void numbersOfRowsAreRoundedUp(int thin) {
    Recording run = one(MODEL, settings(50, 31, true, thin), 1);
    long warmup = run.draws.stream().filter(d -> d.phase() == Phase.WARMUP).count();
    assertEquals((31 + thin - 1) / thin, warmup);
    assertEquals((50 + thin - 1) / thin, run.draws.size() - warmup);
  }

  @Test
  void samplingUsesTheAdaptedStepSize() {
    Recording run = one(MODEL, settings(20, 100, false, 1), 1);
    Adaptation adaptation = run.adaptation;
    assertNotNull(adaptation);
    assertEquals(2, adaptation.inverseMetric().length);
    for (Recording.Draw draw : run.draws) {
      assertEquals(adaptation.stepSize(), draw.stats().stepSize());
    }
  }

  @Test
  void consoleOfAShortRun() {
    Recording run = one(MODEL, settings(20, 30, false, 1), 1);
    assertEquals("", run.info.get(0));
    assertTrue(run.info.get(1).matches("Gradient evaluation took [0-9.e-]+ seconds"));
    assertTrue(
        run.info
            .get(2)
            .matches(
                "1000 transitions using 10 leapfrog steps per transition would take [0-9.e-]+"
                    + " seconds\\."));
    assertEquals(List.of("Adjust your expectations accordingly!", "", ""), run.info.subList(3, 6));
    assertEquals("           adapt_window = 23", run.info.get(11));
    List<String> end = run.info.subList(run.info.size() - 5, run.info.size());
    assertEquals("", end.get(0));
    assertTrue(end.get(1).matches(" Elapsed Time: [0-9.e-]+ seconds \\(Warm-up\\)"));
    assertTrue(end.get(3).matches(" {15}[0-9.e-]+ seconds \\(Total\\)"));
    assertEquals("", end.get(4));
    assertEquals(List.of(), run.errors);
    assertEquals(50, run.progress.size());
    assertEquals(new Progress(Phase.SAMPLING, 1, 31, 50), run.progress.get(30));
  }

  @Test
  void fixedParamRepeatsThePosition() {
    Recording run = one(MODEL, fixed(10), 1);
    assertEquals(10, run.draws.size());
    assertNull(run.adaptation);
    assertNotNull(run.time);
    assertEquals(1, Arrays.stream(run.values(0)).distinct().count());
    assertEquals(10, Arrays.stream(run.values(2)).distinct().count());
    assertSame(TransitionStats.FIXED, run.draws.get(0).stats());
    assertEquals(new Progress(Phase.SAMPLING, 10, 10, 10), run.progress.get(9));
    assertFalse(run.info.stream().anyMatch(l -> l.startsWith("Gradient")));
  }

  /** Throws in the generated quantities where the first parameter is positive. */
  private static final class FailingQuantities extends HandWritten {
    FailingQuantities() {
      super(false);
    }

    @Override
    double density(double[] x, double[] derivatives) {
      derivatives[0] = -x[0];
      return -0.5 * x[0] * x[0];
    }

    @Override
    public void constrain(
        double[] q, double[] out, boolean t, boolean g, RandomStream stream, Scratch scratch) {
      super.constrain(q, out, t, false, stream, scratch);
      if (q[0] > 0) {
        throw RejectException.domain("normal_rng: Scale parameter is -1");
      }
      out[1] = stream.nextDouble();
    }
  }

  @Test
  void errorInGeneratedQuantitiesLeavesNaN() {
    Recording run = one(new FailingQuantities(), settings(100, 50, false, 1), 1);
    assertEquals(100, run.draws.size());
    int failed = 0;
    for (Recording.Draw draw : run.draws) {
      boolean positive = draw.row()[0] > 0;
      assertEquals(positive, Double.isNaN(draw.row()[1]));
      failed += positive ? 1 : 0;
    }
    String line = "Exception: normal_rng: Scale parameter is -1";
    assertEquals(failed, run.info.stream().filter(line::equals).count());
    assertTrue(failed > 0);
  }

  @ParameterizedTest
  @EnumSource
  void modelWithoutParametersHasNoStepSizeOnceItsMetricIsLearned(MetricForm form) {
    Model model =
        new HandWritten() {
          @Override
          double density(double[] x, double[] derivatives) {
            return -2;
          }
        };
    HmcSettings hmc = new HmcSettings(HmcSettings.DEFAULT.integration(), form, 1, 0);
    SampleSettings settings =
        new SampleSettings(7, 50, false, 1, Algorithm.HMC, hmc, AdaptSettings.DEFAULT);
    Recording run = one(model, settings, 1);
    assertEquals(7, run.draws.size());
    for (Recording.Draw draw : run.draws) {
      assertEquals(-2, draw.logDensity());
      double stepSize = draw.stats().stepSize();
      assertEquals(form != MetricForm.UNIT_E, Double.isNaN(stepSize));
      assertEquals(new TransitionStats(1, stepSize, 1, 1, false, 2), draw.stats());
    }
    Adaptation adaptation = Objects.requireNonNull(run.adaptation);
    assertEquals(form == MetricForm.LOW_RANK ? 1 : 0, adaptation.inverseMetric().length);
  }

  /** A density on the positive half line that rejects the rest; or ends the run there. */
  private static HandWritten half(RejectException.Kind kind) {
    return new HandWritten(false) {
      @Override
      double density(double[] x, double[] derivatives) {
        if (x[0] < 0) {
          throw new RejectException(kind, "scale is negative");
        }
        derivatives[0] = -1;
        return -x[0];
      }
    };
  }

  @Test
  void rejectedProposalsAreReported() {
    Recording run = one(half(RejectException.Kind.DOMAIN), settings(50, 50, false, 1), 1);
    assertEquals(50, run.draws.size());
    assertTrue(Arrays.stream(run.values(0)).allMatch(x -> x >= 0));
    assertEquals(
        List.of(
            "Informational Message: The current Metropolis proposal is about to be rejected"
                + " because of the following issue:",
            "Exception: scale is negative",
            "If this warning occurs sporadically, such as for highly constrained variable types"
                + " like covariance matrices, then the sampler is fine,",
            "but if this warning occurs often then your model may be either severely"
                + " ill-conditioned or misspecified.",
            ""),
        run.errors.subList(0, 5));
  }

  @Test
  void fatalErrorEndsItsChain() {
    Recording recording = new Recording();
    Inits start = new Inits(Given.of("x1", 3), 2);
    Model model = half(RejectException.Kind.FATAL);
    assertFalse(
        Chains.run(model, settings(50, 50, false, 1), 1, List.of(recording.spec(1, start)), 1));
    assertEquals(
        List.of("Exception initializing step size.", "Exception: scale is negative"),
        recording.errors);
    assertNull(recording.time);
  }

  @Test
  void improperPosteriorEndsTheChain() {
    Model flat =
        new HandWritten(false) {
          @Override
          double density(double[] x, double[] derivatives) {
            return 0;
          }
        };
    Recording recording = new Recording();
    assertFalse(Chains.run(flat, settings(5, 50, false, 1), 1, List.of(recording.spec(1)), 1));
    assertEquals(
        List.of(
            "Exception initializing step size.", "Posterior is improper. Please check your model."),
        recording.errors);
  }

  @Test
  void whatASinkThrowsEndsTheRun() {
    Recording log = new Recording();
    Recording other = new Recording();
    DrawSink full =
        new DrawSink() {
          @Override
          public void draw(Phase phase, double lp, TransitionStats stats, double[] row) {
            throw new IllegalStateException("disk full");
          }

          @Override
          public void adapted(Adaptation adaptation) {}

          @Override
          public void finished(ElapsedTime time) {}
        };
    ChainSpec broken = new ChainSpec(1, Inits.DEFAULT, Optional.empty(), full, log);
    SampleSettings settings = settings(1000, 10, false, 1);
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> Chains.run(MODEL, settings, 1, List.of(broken, other.spec(2)), 1));
    assertEquals("disk full", e.getMessage());
    assertEquals(0, other.draws.size());
  }
}
