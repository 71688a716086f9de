package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stanj.runtime.diagnostics.StatisticalBounds;
import org.stanj.runtime.diagnostics.StatisticalBounds.Comparison;
import org.stanj.runtime.model.Model;

/**
 * Posterior means and standard deviations against long runs of real Stan, four chains with a fixed
 * seed; the limits are corrected for all comparisons of all programs together.
 */
class PosteriorTest {
  private static final long SEED = 20261121;
  private static final int SHORT = 1000;
  private static final int LONG = 10_000;

  @TestFactory
  Stream<DynamicTest> posteriorsAreStans() {
    return programs().map(name -> dynamicTest(name, () -> compare(name, SHORT)));
  }

  @TestFactory
  @Tag("statistical")
  Stream<DynamicTest> posteriorsAreStansInLongRuns() {
    return programs().map(name -> dynamicTest(name, () -> compare(name, LONG)));
  }

  /** The mutant: without the Jacobian of tau the same limits must reject the posterior. */
  @Test
  void droppedJacobianIsRejected() {
    String name = "eight_schools_noncentered";
    Model mutant = new DroppedJacobian(TestPrograms.bind(name));
    List<Comparison> beyond = beyondLimit(comparisons(name, mutant, SHORT));
    assertFalse(beyond.isEmpty(), "a posterior without Jacobian passed for the right one");
  }

  private static Stream<String> programs() {
    return Scope.programs().stream().filter(name -> OracleModels.of(name).posterior().isPresent());
  }

  private static void compare(String name, int draws) {
    List<Comparison> comparisons = comparisons(name, TestPrograms.bind(name), draws);
    double worst = comparisons.stream().mapToDouble(c -> Math.abs(c.z())).max().orElse(0);
    System.out.printf(
        "%s: %d comparisons, worst |z| %.2f, limit %.2f%n",
        name, comparisons.size(), worst, limit());
    List<Comparison> beyond = beyondLimit(comparisons);
    assertTrue(beyond.isEmpty(), () -> "limit " + limit() + ", beyond it: " + beyond);
  }

  private static List<Comparison> comparisons(String name, Model model, int draws) {
    OracleModels oracle = OracleModels.of(name);
    JsonNode posterior = oracle.posterior().orElseThrow();
    Map<String, double[][]> sample = PosteriorSample.draw(model, SEED, draws);
    return PosteriorComparison.of(name, sample, posterior, oracle.json().hasNonNull("posterior"));
  }

  private static List<Comparison> beyondLimit(List<Comparison> comparisons) {
    double limit = limit();
    return comparisons.stream()
        .filter(c -> !(Math.abs(c.z()) < limit))
        .sorted(Comparator.comparingDouble(c -> -Math.abs(c.z())))
        .toList();
  }

  private static double limit() {
    return StatisticalBounds.limit(
        programs()
            .map(name -> OracleModels.of(name).posterior().orElseThrow())
            .mapToInt(PosteriorComparison::count)
            .sum());
  }
}
