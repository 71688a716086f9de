package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients against Stan's. */
class LaplaceStanTest {
  /** Stan's own solvers differ by so much among themselves. */
  private static final double TOLERANCE = 1e-9;

  private record Figures(String name, double value, double[] byK, double[] byActive) {}

  static List<Figures> figures() throws IOException {
    List<Figures> all = new ArrayList<>();
    try (InputStream in = LaplaceStanTest.class.getResourceAsStream("stan-laplace.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String[] lines = text.lines().filter(l -> !l.startsWith("#")).toArray(String[]::new);
      for (int i = 0; i < lines.length; i += 4) {
        all.add(
            new Figures(
                lines[i],
                Double.parseDouble(lines[i + 1]),
                numbers(lines[i + 2]),
                numbers(lines[i + 3])));
      }
    }
    return all;
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void everyCaseHasFigures() throws IOException {
    assertEquals(
        LaplaceCase.all().stream().map(LaplaceCase::name).toList(),
        figures().stream().map(Figures::name).toList());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void valueAndGradientAreStans(Figures expected) {
    LaplaceCase c = LaplaceCase.named(expected.name);
    double[] k = c.covariance();
    for (int solver = 1; solver <= 3; solver++) {
      LaplaceCase.Result result = c.marginal(k, solver);
      assertEquals(expected.value, result.value(), TOLERANCE);
      double[] byK = new double[k.length];
      double[] byActive = new double[expected.byActive.length];
      c.adjoint(k, solver, result.trace(), 1, byK, byActive);
      assertArrayEquals(expected.byK, byK, TOLERANCE);
      assertArrayEquals(expected.byActive, byActive, TOLERANCE);
    }
  }
}
