package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stanj.runtime.diagnostics.StatisticalBounds;
import org.stanj.runtime.diagnostics.StatisticalBounds.Comparison;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.testmodels.PosteriorSample.Warmup;

/**
 * As {@link PosteriorTest}, with the ways of warmup that CmdStan does not have. In the default
 * build for some programs, of each kind one.
 */
class WarmupPosteriorTest {
  private static final long SEED = 20261129;
  private static final int DRAWS = 1000;

  private static final List<String> SOME =
      List.of(
          "arma_1_1",
          "beta_binomial_rates",
          "eight_schools_noncentered",
          "garch_1_1",
          "gaussian_mixture_log_mix",
          "gp_poisson_latent",
          "hierarchical_modern",
          "linear_regression_loop",
          "local_level_kalman");

  private static final List<Warmup> WARMUPS =
      List.of(
          new Warmup(MetricForm.FISHER_DIAG, false),
          new Warmup(MetricForm.LOW_RANK, false),
          new Warmup(MetricForm.DIAG_E, true),
          new Warmup(MetricForm.LOW_RANK, true));

  @TestFactory
  Stream<DynamicTest> posteriorsAreStans() {
    List<String> programs = programs().filter(SOME::contains).toList();
    assertTrue(programs.size() > 5, programs.toString());
    return tests(programs);
  }

  @TestFactory
  @Tag("statistical")
  Stream<DynamicTest> allPosteriorsAreStans() {
    return tests(programs().toList());
  }

  private static Stream<String> programs() {
    return Scope.programs().stream().filter(name -> OracleModels.of(name).posterior().isPresent());
  }

  private static Stream<DynamicTest> tests(List<String> programs) {
    int comparisons =
        programs.stream()
            .map(name -> OracleModels.of(name).posterior().orElseThrow())
            .mapToInt(PosteriorComparison::count)
            .sum();
    double limit = StatisticalBounds.limit(WARMUPS.size() * comparisons);
    return programs.stream()
        .flatMap(
            name ->
                WARMUPS.stream()
                    .map(w -> dynamicTest(name + " " + w, () -> compare(name, w, limit))));
  }

  private static void compare(String name, Warmup warmup, double limit) {
    OracleModels oracle = OracleModels.of(name);
    JsonNode posterior = oracle.posterior().orElseThrow();
    Map<String, double[][]> sample =
        PosteriorSample.draw(TestPrograms.bind(name), SEED, DRAWS, warmup);
    List<Comparison> beyond =
        PosteriorComparison.of(name, sample, posterior, oracle.json().hasNonNull("posterior"))
            .stream()
            .filter(c -> !(Math.abs(c.z()) < limit))
            .toList();
    assertTrue(beyond.isEmpty(), () -> "limit " + limit + ", beyond it: " + beyond);
  }
}
