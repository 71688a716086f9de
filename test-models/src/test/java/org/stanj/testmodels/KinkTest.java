package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;

/**
 * Values and gradients where functions have no derivative or their formulas break down: at 0, at
 * ties, at the border of a support. The figures are real Stan's; what differs on purpose has a
 * reason in {@code kinks.tsv}.
 */
class KinkTest {
  private static final double TOLERANCE = 1e-9;
  private static final int PARAMETERS = 6;
  private static final int BATCH = 40;

  /** Points at which most expressions have a value. */
  private static final double[][] SHARED = {
    {0, 0, 0, 0, 0, 0},
    {1, 1, 1, 1, 1, 1},
    {0.5, 0.3, 0.7, 0.2, 1.1, 0.9},
    {0.25, 1.5, 0.75, 2, 0.5, 1},
    {0.4, 0.4, 0.4, 0.4, 0.4, 0.4}
  };

  /** A line of the table: an expression over p[1:6], the first elements of p, what is expected. */
  private record Kink(String expression, double[] point, String stan, Optional<String> ours) {
    static Kink of(String line) {
      String[] cells = line.split("\t", -1);
      double[] point = numbers(cells[1]);
      return new Kink(
          cells[0],
          Arrays.copyOf(point, PARAMETERS),
          cells[2],
          cells[3].isEmpty() ? Optional.empty() : Optional.of(cells[3]));
    }

    String expected() {
      return ours.orElse(stan);
    }
  }

  @Test
  void gradientsAtKinksAreAsInTheTable() {
    List<Kink> kinks = kinks();
    List<String> expressions = kinks.stream().map(Kink::expression).distinct().toList();
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < expressions.size(); from += BATCH) {
      int to = Math.min(from + BATCH, expressions.size());
      List<String> batch = expressions.subList(from, to);
      CompiledModel program = TestPrograms.compileText(text(batch));
      for (Kink kink : kinks) {
        int which = batch.indexOf(kink.expression());
        if (which >= 0) {
          String found = outcome(FunctionBatch.pick(program, which), kink.point());
          if (!agree(kink.expected(), found)) {
            String at = kink.expression() + " at " + Arrays.toString(kink.point());
            wrong.add(at + ": found " + found + ", expected " + kink.expected());
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  /** Statements over the same parameters do not see each other. */
  @Test
  void gradientsOfSumsAreSumsOfGradients() {
    List<String> expressions = kinks().stream().map(Kink::expression).distinct().toList();
    Random random = new Random(20260401L);
    List<String> wrong = new ArrayList<>();
    for (int batch = 0; batch < 4; batch++) {
      List<List<String>> sums = new ArrayList<>();
      List<String> terms = new ArrayList<>();
      for (int i = 0; i < BATCH / 2; i++) {
        List<String> sum =
            random.ints(3, 0, expressions.size()).mapToObj(expressions::get).toList();
        sums.add(sum);
        terms.addAll(sum);
      }
      CompiledModel together =
          TestPrograms.compileText(
              text(sums.stream().map(s -> String.join(";\n  target += ", s)).toList()));
      CompiledModel apart = TestPrograms.compileText(text(terms));
      for (int i = 0; i < sums.size(); i++) {
        for (double[] point : SHARED) {
          compare(sums.get(i), 3 * i, point, FunctionBatch.pick(together, i), apart, wrong);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static void compare(
      List<String> sum,
      int first,
      double[] point,
      Model together,
      CompiledModel apart,
      List<String> wrong) {
    String found = outcome(together, point);
    double[] expected = new double[PARAMETERS + 1];
    double[] size = new double[PARAMETERS + 1];
    boolean rejects = false;
    for (int k = 0; k < sum.size(); k++) {
      String term = outcome(FunctionBatch.pick(apart, first + k), point);
      rejects |= term.equals("error");
      double[] numbers = rejects ? size : numbers(term);
      for (int j = 0; j <= PARAMETERS; j++) {
        expected[j] += numbers[j];
        size[j] += Math.abs(numbers[j]);
      }
    }
    boolean same = rejects == found.equals("error");
    for (int j = 0; j <= PARAMETERS && same && !rejects && Double.isFinite(expected[0]); j++) {
      double off = Math.abs(numbers(found)[j] - expected[j]);
      boolean finite = Double.isFinite(size[j]);
      same = finite ? off <= 1e-14 * (1 + size[j]) : !Double.isFinite(numbers(found)[j]);
    }
    if (!same) {
      wrong.add(sum + " at " + Arrays.toString(point) + ": found " + found);
    }
  }

  @Test
  void reasonsAreGivenOnlyForDifferences() {
    for (Kink kink : kinks()) {
      kink.ours().ifPresent(ours -> assertTrue(!agree(kink.stan(), ours), kink.expression()));
    }
  }

  private static List<Kink> kinks() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                KinkTest.class.getResourceAsStream("kinks.tsv"), StandardCharsets.UTF_8))) {
      List<Kink> kinks = in.lines().filter(l -> !l.startsWith("#")).map(Kink::of).toList();
      assertTrue(kinks.size() > 600, () -> "only " + kinks.size() + " kinks");
      return kinks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(List<String> expressions) {
    StringBuilder text = new StringBuilder("data { int which; }\n");
    text.append("transformed data {\n  vector[20] w;\n  for (i in 1:20) w[i] = 1.0 / i;\n}\n");
    text.append("parameters { vector[").append(PARAMETERS).append("] p; }\nmodel {\n");
    for (int i = 0; i < expressions.size(); i++) {
      String target = "{ target += " + expressions.get(i) + "; }\n";
      text.append("  if (which == ").append(i).append(") ").append(target);
    }
    return text.append("}\n").toString();
  }

  /** Value and gradient, or {@code error}. */
  private static String outcome(Model model, double[] point) {
    double[] gradient = new double[PARAMETERS];
    try {
      double value = model.gradient(point, gradient, Model.JACOBIAN, model.newScratch());
      return value + Arrays.toString(gradient).replaceAll("[\\[\\],]+", " ");
    } catch (RejectException e) {
      return "error";
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
  }

  /** A gradient matters only where the value is finite. */
  private static boolean agree(String expected, String found) {
    if (expected.equals("error") || found.equals("error")) {
      return expected.equals(found);
    }
    double[] a = Arrays.copyOf(numbers(expected), PARAMETERS + 1);
    double[] b = Arrays.copyOf(numbers(found), PARAMETERS + 1);
    boolean agree = close(a[0], b[0]);
    for (int i = 1; i <= PARAMETERS && Double.isFinite(a[0]); i++) {
      agree &= close(a[i], b[i]);
    }
    return agree;
  }

  private static boolean close(double a, double b) {
    return Double.compare(a + 0.0, b + 0.0) == 0
        || (Double.isFinite(a) && Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a)));
  }
}
