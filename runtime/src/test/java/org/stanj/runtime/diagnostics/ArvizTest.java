package org.stanj.runtime.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Agreement with ArviZ on stored draws: {@code arviz.txt} holds draws and figures. */
final class ArvizTest {
  private record Case(String name, List<double[]> chains, Map<String, Double> figures) {
    double[][] draws() {
      return chains.toArray(double[][]::new);
    }
  }

  @TestFactory
  List<DynamicTest> figuresAgree() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case c : cases()) {
      c.figures()
          .forEach(
              (figure, expected) ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          c.name() + " " + figure,
                          () -> agree(expected, compute(figure, c.draws())))));
    }
    assertFalse(tests.isEmpty());
    return tests;
  }

  private static void agree(double expected, double actual) {
    assertEquals(expected, actual, 1e-8 * Math.max(1, Math.abs(expected)));
  }

  private static double compute(String figure, double[][] draws) {
    int parameter = figure.lastIndexOf("quantile_");
    if (parameter >= 0) {
      double p = Double.parseDouble(figure.substring(parameter + "quantile_".length()));
      return switch (figure.substring(0, parameter)) {
        case "ess_" -> Convergence.essQuantile(draws, p);
        case "mcse_" -> MonteCarloError.ofQuantile(draws, p);
        case "" -> Quantiles.of(draws, p);
        default -> throw new IllegalArgumentException(figure);
      };
    }
    return switch (figure) {
      case "ess_bulk" -> Convergence.essBulk(draws);
      case "ess_tail" -> Convergence.essTail(draws);
      case "ess_mean" -> Convergence.essMean(draws);
      case "ess_sd" -> Convergence.essSd(draws);
      case "rhat" -> Convergence.rHat(draws);
      case "mcse_mean" -> MonteCarloError.ofMean(draws);
      case "mcse_sd" -> MonteCarloError.ofSd(draws);
      case "bfmi" -> Energy.bfmi(draws[0]);
      default -> throw new IllegalArgumentException(figure);
    };
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ArvizTest.class.getResourceAsStream("arviz.txt")),
                StandardCharsets.UTF_8))) {
      for (String line : reader.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] words = line.split(" ");
        if (words[0].equals("case")) {
          cases.add(new Case(words[1], new ArrayList<>(), new LinkedHashMap<>()));
          continue;
        }
        Case present = cases.get(cases.size() - 1);
        if (words[0].equals("chain")) {
          present.chains().add(numbers(words));
        } else {
          present.figures().put(words[0], Double.valueOf(words[1]));
        }
      }
    }
    return cases;
  }

  private static double[] numbers(String[] words) {
    return Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
