package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Scratch;

/**
 * Draws of the latent variables of the embedded Laplace approximation are distributed as Stan's.
 */
class LatentDrawsTest {
  private static final String NAME = "embedded_laplace";
  private static final int DRAWS = 20_000;

  /** Of the difference of two means or standard deviations; 36 are compared. */
  private static final double STANDARD_ERRORS = 4.5;

  @TestFactory
  Stream<DynamicTest> meansAndDeviationsAreStans() {
    Model model = TestPrograms.bind(NAME);
    return OracleModels.of(NAME).points().stream()
        .map(
            point ->
                DynamicTest.dynamicTest("" + point.get("unconstrained"), () -> test(model, point)));
  }

  private static void test(Model model, JsonNode point) {
    double[] means = OracleModels.numbers(point.get("draws_mean"));
    double[] deviations = OracleModels.numbers(point.get("draws_sd"));
    int n = means.length;
    double[] sum = new double[n];
    double[] squares = new double[n];
    double[] q = OracleModels.numbers(point.get("unconstrained"));
    double[] row = new double[model.variables().stream().mapToInt(Variable::size).sum()];
    Scratch scratch = model.newScratch();
    RandomStream stream = TestPrograms.stream(20260412L);
    for (int k = 0; k < DRAWS; k++) {
      model.constrain(q, row, true, true, stream, scratch);
      double[] draw = Arrays.copyOfRange(row, row.length - n, row.length);
      for (int i = 0; i < n; i++) {
        sum[i] += draw[i];
        squares[i] += draw[i] * draw[i];
      }
    }
    for (int i = 0; i < n; i++) {
      double mean = sum[i] / DRAWS;
      double sd = Math.sqrt(squares[i] / DRAWS - mean * mean);
      double error = deviations[i] * Math.sqrt(2.0 / DRAWS);
      assertEquals(means[i], mean, STANDARD_ERRORS * error, "mean of element " + (i + 1));
      double errorOfSd = error / Math.sqrt(2);
      assertEquals(deviations[i], sd, STANDARD_ERRORS * errorOfSd, "sd of element " + (i + 1));
    }
  }
}
