package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.model.Model;

/** Rare ways of adding to the target: recursion, truncation with containers, foreach over data. */
class TargetTest {
  private static String text(String name) throws IOException {
    try (InputStream in = TargetTest.class.getResourceAsStream(name + ".stan")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The figures were computed by a transcription to Python, the gradient by differences. */
  @Test
  void functionsThatCallThemselvesAddToTheTarget() throws IOException {
    Model model = TestPrograms.bindText(TestPrograms.compileText(text("recursive_target")), "{}");
    double[] q = {0.3, 0.1, -0.2, 0.7};
    double[] expected = {36.933051, 18.708333, 0.733333, 0.4};
    BoundProgram bound = BoundProgram.of(model);
    assertEquals(-100.33630125938679, model.logDensity(q, 0, bound.scratch()), 1e-11);
    assertEquals(-100.33630125938679, bound.densityOfGradient(q, 0), 1e-11);
    assertEquals(-35.37418793675586, bound.densityOfGradient(q, Model.PROPTO), 1e-11);
    assertArrayEquals(expected, bound.gradient(q, 0), 1e-5);
    assertArrayEquals(expected, bound.gradient(q, Model.PROPTO), 1e-5);
  }

  /** The figures are Stan 2.39's. */
  @ParameterizedTest
  @CsvSource({
    "0, -9.679592646, -0.4902073141, 0.9925131, 0.12658059, 1.9356061",
    "1, -14.64246971, -0.4902073141, 0.9925131, 0.12658059, 1.9356061",
    "2, -11.54246971, -0.5152073141, 0.9925131, 0.026580589, 2.1356061",
    "3, -22.00746971, -10.98020731, 7.3925131, 0.12658059, 1.9356061",
    "4, -101.7405286, -94.62528925, 0.9925131, 49.04135, 26.143193",
    "5, -13.06001407, -0.4902073141, 0.9925131, 0.12658059, 1.9356061",
    "6, -Infinity, -Infinity, 0.9925131, 0.12658059, 1.9356061"
  })
  void truncationTakesContainersAndLoopsOverDataDropConstants(
      int m, double full, double propto, double a, double b1, double b2) throws IOException {
    String data =
        "{\"N\": 2, \"y\": [1.5, 2], \"lo\": [0.1, 0.2], \"hi\": [3, 4], \"m\": " + m + "}";
    Model model =
        TestPrograms.bindText(TestPrograms.compileText(text("truncated_containers")), data);
    double[] q = {0.3, 0.1, -0.2};
    BoundProgram bound = BoundProgram.of(model);
    assertEquals(full, model.logDensity(q, 0, bound.scratch()), 1e-7 * Math.abs(full));
    assertEquals(propto, bound.densityOfGradient(q, Model.PROPTO), 1e-7 * Math.abs(propto));
    assertArrayEquals(new double[] {a, b1, b2}, bound.gradient(q, Model.PROPTO), 1e-6 * 50);
  }
}
