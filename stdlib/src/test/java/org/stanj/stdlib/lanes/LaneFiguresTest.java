package org.stanj.stdlib.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.stdlib.scalar.Elementary;
import org.stanj.stdlib.scalar.GammaFunctions;
import org.stanj.stdlib.scalar.NormalFunctions;

/** Functions in lanes against values of 30 digits, and at special values against the library. */
final class LaneFiguresTest {
  private static final double[] SPECIAL = {
    0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    -1,
    -2.5,
    -3,
    1e9,
    Double.MAX_VALUE
  };

  /**
   * @param ulps of the exact value that a result may be off by
   */
  @ParameterizedTest
  @CsvSource({
    "exp, 1",
    "log, 1",
    "log1p, 2",
    "expm1, 2",
    "tanh, 3",
    "log1mExp, 3",
    "lgamma, 4",
    "digamma, 4",
    "trigamma, 3",
    "phi, 4",
    "logPhi, 5",
    "logPhiSlope, 4",
    "erf, 3",
    "erfc, 5",
    "pow, 12",
    "sin, 2",
    "cos, 2"
  })
  void twinsAreAsExactAsTheySay(String function, double ulps) throws IOException {
    int cases = 0;
    for (String line : lines()) {
      String[] words = line.split(" ");
      if (words[0].equals(function)) {
        double[] x =
            Arrays.stream(words, 1, words.length - 1).mapToDouble(Double::parseDouble).toArray();
        BigDecimal exact = new BigDecimal(words[words.length - 1]);
        BigDecimal value = new BigDecimal(LaneFunction.named(function).twin(x));
        double bound = ulps * Math.ulp(exact.doubleValue());
        double error = value.subtract(exact).abs().doubleValue();
        assertTrue(error <= bound, () -> line + ": " + value.doubleValue());
        cases++;
      }
    }
    assertTrue(cases > 20, function);
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                LaneFiguresTest.class.getResourceAsStream("figures.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "expm1",
    "tanh",
    "lgamma",
    "digamma",
    "trigamma",
    "phi",
    "logPhi",
    "logPhiSlope",
    "erf",
    "erfc",
    "sin",
    "cos"
  })
  void specialValuesAreThoseOfTheLibrary(String function) {
    for (double x : SPECIAL) {
      double expected = library(function, x);
      double actual = LaneFunction.named(function).twin(x);
      double size = Double.isFinite(expected) ? Math.abs(expected) : 0;
      assertEquals(expected, actual, 1e-13 * size + Double.MIN_VALUE, () -> function + " " + x);
    }
  }

  private static double library(String function, double x) {
    return switch (function) {
      case "expm1" -> Elementary.expm1(x);
      case "tanh" -> Elementary.tanh(x);
      case "lgamma" -> GammaFunctions.lgamma(x);
      case "digamma" -> GammaFunctions.digamma(x);
      case "trigamma" -> GammaFunctions.trigamma(x);
      case "phi" -> NormalFunctions.phi(x);
      case "logPhi" -> NormalFunctions.logPhi(x);
      case "logPhiSlope" -> NormalFunctions.logPhiSlope(x);
      case "erf" -> NormalFunctions.erf(x);
      case "erfc" -> NormalFunctions.erfc(x);
      case "sin" -> Elementary.sin(x);
      case "cos" -> Elementary.cos(x);
      default -> throw new IllegalArgumentException(function);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 2",
    "0, -1",
    "-2, 3",
    "-2, 0.5",
    "1, NaN",
    "NaN, 0",
    "2, Infinity",
    "0.5, Infinity",
    "Infinity, 2",
    "Infinity, -1",
    "1e-310, 0.5",
    "3, 1e11",
    "2, 1024",
    "2, -1080",
    "10, -320"
  })
  void powersAreThoseOfTheLibrary(double x, double y) {
    double expected = Elementary.pow(x, y);
    double bound = Double.isFinite(expected) ? 4 * Math.ulp(expected) : 0;
    assertEquals(expected, PowerTwins.pow(x, y), bound);
  }
}
