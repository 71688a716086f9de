package org.stanj.runtime.chains;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.diagnostics.Convergence;
import org.stanj.runtime.diagnostics.StatisticalBounds;
import org.stanj.runtime.diagnostics.StatisticalBounds.Comparison;
import org.stanj.runtime.diagnostics.StatisticalBounds.Verdict;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.model.Model;

/** Posteriors of models with known moments, from fixed seeds. */
final class SampledModelsTest {
  private static final int CHAINS = 4;

  private static SampleSettings settings(double delta, MetricForm metric) {
    return new SampleSettings(
        2000,
        1000,
        false,
        1,
        SampleSettings.Algorithm.HMC,
        new HmcSettings(new HmcSettings.Integration.Nuts(10), metric, 1, 0),
        new AdaptSettings(true, 0.05, delta, 0.75, 10, 75, 50, 25));
  }

  private static List<Recording> sample(Model model, SampleSettings settings, long seed) {
    List<Recording> chains = IntStream.range(0, CHAINS).mapToObj(i -> new Recording()).toList();
    List<ChainSpec> specs =
        IntStream.range(0, CHAINS).mapToObj(i -> chains.get(i).spec(i + 1)).toList();
    assertTrue(Chains.run(model, settings, seed, specs, 2));
    return chains;
  }

  private static double[][] draws(List<Recording> chains, int variable) {
    return chains.stream().map(c -> c.values(variable)).toArray(double[][]::new);
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] result = new double[a.length][];
    for (int c = 0; c < a.length; c++) {
      int chain = c;
      result[c] =
          IntStream.range(0, a[c].length).mapToDouble(i -> a[chain][i] * b[chain][i]).toArray();
    }
    return result;
  }

  private static Verdict judgeMoments(Model model, double mean, double secondMoment) {
    double[][] x = draws(sample(model, settings(0.8, MetricForm.DIAG_E), 1), 0);
    assertTrue(Convergence.rHat(x) < 1.01);
    return StatisticalBounds.judge(
        List.of(Comparison.ofMean("x", x, mean), Comparison.ofSecondMoment("x", x, secondMoment)));
  }

  @Test
  void exponential() {
    Verdict verdict = judgeMoments(new HandWritten.Exponential(), 0.5, 0.5);
    assertTrue(verdict.passes(), verdict.toString());
  }

  @Test
  void gamma() {
    Verdict verdict = judgeMoments(new HandWritten.Gamma(), 1.5, 3);
    assertTrue(verdict.passes(), verdict.toString());
  }

  @Test
  void droppedJacobianIsRejected() {
    Verdict verdict = judgeMoments(new HandWritten.GammaWithoutJacobian(), 1.5, 3);
    assertFalse(verdict.passes(), verdict.toString());
  }

  @Test
  void correlatedNormal() {
    for (MetricForm metric : MetricForm.values()) {
      judgeCorrelatedNormal(settings(0.8, metric));
    }
  }

  @Test
  void staticTrajectories() {
    for (MetricForm metric : List.of(MetricForm.DIAG_E, MetricForm.DENSE_E)) {
      SampleSettings nuts = settings(0.8, metric);
      judgeCorrelatedNormal(
          new SampleSettings(
              nuts.numSamples(),
              nuts.numWarmup(),
              false,
              1,
              SampleSettings.Algorithm.HMC,
              new HmcSettings(new HmcSettings.Integration.Static(1.3), metric, 1, 0.2),
              nuts.adapt()));
    }
  }

  private static void judgeCorrelatedNormal(SampleSettings settings) {
    double rho = 0.8;
    Model model = new HandWritten.CorrelatedNormal(rho);
    List<Recording> chains = sample(model, settings, 2);
    double[][] x = draws(chains, 0);
    double[][] y = draws(chains, 1);
    Verdict verdict =
        StatisticalBounds.judge(
            List.of(
                Comparison.ofMean("x", x, 1),
                Comparison.ofMean("y", y, -2),
                Comparison.ofSecondMoment("x", x, 2),
                Comparison.ofSecondMoment("y", y, 13),
                Comparison.ofMean("xy", product(x, y), 3 * rho - 2)));
    assertTrue(verdict.passes(), settings.hmc() + " " + verdict);
  }

  @Test
  void funnel() {
    List<Recording> chains = sample(new HandWritten.Funnel(), settings(0.95, MetricForm.DIAG_E), 3);
    double[][] x = draws(chains, 0);
    double[][] y = draws(chains, 1);
    Verdict verdict =
        StatisticalBounds.judge(
            List.of(
                Comparison.ofMean("x", x, 0),
                Comparison.ofSecondMoment("x", x, 1),
                Comparison.ofMean("y", y, 0),
                Comparison.ofSecondMoment("y", y, Math.exp(0.5))));
    assertTrue(verdict.passes(), verdict.toString());
  }

  @Test
  void generatedUniformsAreUniform() {
    double[][] u =
        draws(sample(new HandWritten.Exponential(), settings(0.8, MetricForm.DIAG_E), 4), 1);
    List<Comparison> family = new ArrayList<>();
    family.add(Comparison.ofMean("u", u, 0.5));
    family.add(Comparison.ofSecondMoment("u", u, 1 / 3.0));
    Verdict verdict = StatisticalBounds.judge(family);
    assertTrue(verdict.passes(), verdict.toString());
    assertEquals(CHAINS, u.length);
  }
}
