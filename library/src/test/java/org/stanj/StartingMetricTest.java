package org.stanj;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.hmc.MetricForm;

/** Chains that start from a given metric. */
final class StartingMetricTest {
  private static final String TWO =
      "parameters { real a; real<lower=0> b; } model { a ~ normal(0, 100); b ~ gamma(3, 1); }";

  private static Sampling two() {
    return Stan.compile(TWO).bind(Data.NONE).sampling().chains(1).samples(20).warmup(0).seed(4);
  }

  private static Sampling still() {
    return two().withoutAdaptation().stepSize(0.5);
  }

  @Test
  void drawsAreThoseOfTheCommandLine(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("metric.json");
    CommandLine command = new CommandLine(folder, TWO, "{}");
    Files.writeString(file, "{\"inv_metric\": [9000, 0.4]}");
    String[] words = {
      "sample",
      "num_samples=20",
      "num_warmup=0",
      "adapt",
      "engaged=0",
      "algorithm=hmc",
      "metric=diag_e",
      "metric_file=" + file,
      "stepsize=0.5",
      "random",
      "seed=4",
    };
    command.run(words);
    double[] diagonal = {9000, 0.4};
    assertArrayEquals(
        command.draws("o.csv").column("a"), still().inverseMetric(diagonal).run().pooled("a"));
    Files.writeString(file, "{\"inv_metric\": [[9000, 3], [3, 0.4]]}");
    words[6] = "metric=dense_e";
    command.run(words);
    Sampling dense = still().metric(MetricForm.DENSE_E);
    dense.inverseMetric(new double[][] {{9000, 3}, {3, 0.4}});
    assertArrayEquals(command.draws("o.csv").column("a"), dense.run().pooled("a"));
  }

  /** What one run has learned is where the next one starts, in each form. */
  @ParameterizedTest
  @EnumSource
  void goesOnFromAnotherRun(MetricForm form) {
    Draws first = two().warmup(300).metric(form).run();
    Adaptation found = first.adaptation(0);
    Draws second = two().withoutAdaptation().startFrom(found).run();
    assertEquals(found.stepSize(), second.column("stepsize__")[0][3]);
    assertEquals(20, second.size());
  }

  private static String refused(Sampling sampling) {
    return assertThrows(InputException.class, sampling::run).getMessage();
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertEquals(
        "inverseMetric has 3 elements, but 2 are expected",
        refused(still().inverseMetric(new double[] {1, 1, 1})));
    assertEquals(
        "inverseMetric[1], of b, is -1.0, but must be positive and finite",
        refused(still().inverseMetric(new double[] {1, -1})));
    assertEquals(
        "inverseMetric[1] has 1 elements, but 2 are expected",
        refused(still().metric(MetricForm.DENSE_E).inverseMetric(new double[][] {{1, 0}, {1}})));
    assertEquals(
        "inverseMetric has 1 rows, but 2 are expected",
        refused(still().metric(MetricForm.DENSE_E).inverseMetric(new double[][] {{1, 0}})));
    assertEquals(
        "inverseMetric is not symmetric: [1][0] is 3.0, [0][1] is 2.0",
        refused(still().metric(MetricForm.DENSE_E).inverseMetric(new double[][] {{9, 2}, {3, 9}})));
    String indefinite =
        refused(still().metric(MetricForm.DENSE_E).inverseMetric(new double[][] {{1, 2}, {2, 1}}));
    assertTrue(indefinite.contains("not positive definite"), indefinite);
    Sampling mixed = still().inverseMetric(new double[][] {{1, 0}, {0, 1}});
    assertEquals(
        "inverseMetric is for metric [DENSE_E], but metric is DIAG_E",
        assertThrows(IllegalArgumentException.class, mixed::run).getMessage());
  }
}
