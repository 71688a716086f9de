package org.stanj.runtime.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.hmc.Density;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** Climbs on densities whose modes are known. */
final class QuasiNewtonTest {
  private static final Tolerances NONE = new Tolerances(0, 0, 0, 0, 0);

  /** −log density is Rosenbrock's function: a bent valley with its minimum 0 at (1, 1). */
  static double rosenbrock(double[] q, double[] gradient) {
    double a = q[1] - q[0] * q[0];
    double b = 1 - q[0];
    gradient[0] = 400 * a * q[0] + 2 * b;
    gradient[1] = -200 * a;
    return -100 * a * a - b * b;
  }

  /** Normal with standard deviations 1, 10, 100, ... around 1, 2, 3, ... */
  static double scales(double[] q, double[] gradient) {
    double sum = 0;
    double sd = 1;
    for (int i = 0; i < q.length; i++) {
      double z = (q[i] - i - 1) / sd;
      gradient[i] = -z / sd;
      sum -= z * z / 2;
      sd *= 10;
    }
    return sum;
  }

  /**
   * Effects normal around q[0] with standard deviation exp(q[1]): without bound where they agree.
   */
  static double withoutBound(double[] q, double[] gradient) {
    double variance = Math.exp(2 * q[1]);
    int n = q.length - 2;
    double sum = -n * q[1];
    gradient[0] = 0;
    gradient[1] = -n;
    for (int i = 2; i < q.length; i++) {
      double gap = q[i] - q[0];
      double error = 7.3 * i - 30 - q[i];
      sum -= gap * gap / variance / 2 + error * error / 200;
      gradient[i] = -gap / variance + error / 100;
      gradient[0] += gap / variance;
      gradient[1] += gap * gap / variance;
    }
    return sum;
  }

  private static QuasiNewton.Settings settings(Tolerances tolerances, int history) {
    return new QuasiNewton.Settings(0.001, tolerances, 2000, history);
  }

  private static List<Step> climb(
      Density density, double[] start, QuasiNewton.Settings settings, List<String> rejected) {
    QuasiNewton climb =
        new QuasiNewton(density, start, settings, e -> rejected.add(e.getMessage()));
    List<Step> steps = new ArrayList<>();
    do {
      steps.add(climb.step());
    } while (steps.get(steps.size() - 1).end().isEmpty());
    return steps;
  }

  private static Step last(Density density, double[] start, QuasiNewton.Settings settings) {
    List<Step> steps = climb(density, start, settings, new ArrayList<>());
    return steps.get(steps.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void findsTheEndOfABentValley(int history) {
    Step end =
        last(
            QuasiNewtonTest::rosenbrock,
            new double[] {-1.2, 1},
            settings(new Tolerances(0, 0, 1e-8, 0, 0), history));
    assertEquals(Optional.of(Termination.GRADIENT), end.end());
    assertArrayEquals(new double[] {1, 1}, end.point().position(), 1e-6);
  }

  /** Figures are printed to six and four digits. */
  @ParameterizedTest
  @CsvSource({"lbfgs,5", "bfgs,0"})
  void climbsStepByStepAsStanDoes(String algorithm, int history) throws IOException {
    List<Step> steps =
        climb(
            QuasiNewtonTest::rosenbrock,
            new double[] {-1.2, 1},
            settings(Tolerances.DEFAULT, history),
            new ArrayList<>());
    List<String[]> rows = rowsOfStan(algorithm);
    assertEquals(rows.size(), steps.size());
    for (int i = 0; i < rows.size(); i++) {
      Step step = steps.get(i);
      String[] row = rows.get(i);
      assertEquals(Integer.parseInt(row[1]), step.iteration());
      assertClose(row[2], step.point().logDensity(), 1e-5);
      assertClose(row[3], step.length(), 1e-5);
      assertClose(row[4], step.alpha(), 1e-3);
      assertClose(row[5], step.firstAlpha(), 1e-3);
      assertEquals(Integer.parseInt(row[6]), step.evaluations());
    }
  }

  private static List<String[]> rowsOfStan(String algorithm) throws IOException {
    try (InputStream in = QuasiNewtonTest.class.getResourceAsStream("rosenbrock.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .filter(row -> row[0].equals(algorithm))
          .toList();
    }
  }

  private static void assertClose(String expected, double actual, double tolerance) {
    double value = Double.parseDouble(expected);
    assertEquals(value, actual, tolerance * Math.abs(value));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void findsTheModeOfUnequalScales(int history) {
    Tolerances gradient = new Tolerances(0, 0, 1e-9, 0, 0);
    Step end = last(QuasiNewtonTest::scales, new double[4], settings(gradient, history));
    assertEquals(Optional.of(Termination.GRADIENT), end.end());
    assertArrayEquals(new double[] {1, 2, 3, 4}, end.point().position(), 1e-2);
  }

  @Test
  void gainsWithinRoundingAreNoConvergence() {
    RandomStream random = Streams.open(StreamKey.init(1, 1));
    for (int i = 0; i < 300; i++) {
      double[] start = new double[10];
      Arrays.setAll(start, k -> 4 * random.nextDouble() - 2);
      Step end = last(QuasiNewtonTest::withoutBound, start, settings(Tolerances.DEFAULT, 5));
      assertEquals(Optional.of(Termination.LINE_SEARCH), end.end(), "start " + i);
    }
  }

  @Test
  void everyStepSatisfiesBothWolfeConditions() {
    List<Step> steps =
        climb(
            QuasiNewtonTest::rosenbrock,
            new double[] {-1.2, 1},
            settings(Tolerances.DEFAULT, 5),
            new ArrayList<>());
    double[] gradient = new double[2];
    double[] at = {-1.2, 1};
    double before = rosenbrock(at, gradient);
    for (Step step : steps.subList(0, steps.size() - 1)) {
      double[] moved = Vectors.minus(step.point().position(), at);
      double slope = Vectors.dot(gradient, moved);
      assertTrue(step.point().logDensity() >= before + 1e-4 * slope);
      assertTrue(Math.abs(Vectors.dot(step.point().gradient(), moved)) <= 0.9 * slope);
      at = step.point().position();
      before = rosenbrock(at, gradient);
      assertEquals(before, step.point().logDensity());
      assertEquals(Vectors.norm(moved), step.length());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINE_SEARCH")
  void endsForTheReasonAskedFor(Termination reason) {
    Tolerances tolerances =
        new Tolerances(
            reason == Termination.OBJECTIVE ? 1e9 : 0,
            reason == Termination.RELATIVE_OBJECTIVE ? 1e30 : 0,
            reason == Termination.GRADIENT ? 1e9 : 0,
            reason == Termination.RELATIVE_GRADIENT ? 1e30 : 0,
            reason == Termination.PARAMETERS ? 1e9 : 0);
    int most = reason == Termination.ITERATIONS ? 1 : 100;
    QuasiNewton.Settings settings = new QuasiNewton.Settings(0.001, tolerances, most, 5);
    Step end = last(QuasiNewtonTest::rosenbrock, new double[] {-1.2, 1}, settings);
    assertEquals(Optional.of(reason), end.end());
    assertEquals(1, end.iteration());
    assertEquals(2, end.evaluations());
    assertEquals(0.001, end.alpha());
  }

  @Test
  void rejectedPointsAreWalls() {
    // log density of the exponential distribution seen on the positive axis itself
    Density wall =
        (q, gradient) -> {
          if (q[0] <= 0) {
            throw RejectException.domain("must be positive");
          }
          gradient[0] = -1 + 0.001 / q[0];
          return -q[0] + 0.001 * Math.log(q[0]);
        };
    List<String> rejected = new ArrayList<>();
    QuasiNewton.Settings far = new QuasiNewton.Settings(100, Tolerances.DEFAULT, 2000, 5);
    List<Step> steps = climb(wall, new double[] {5}, far, rejected);
    Step end = steps.get(steps.size() - 1);
    assertTrue(end.end().orElseThrow().isSuccess());
    assertEquals(0.001, end.point().position()[0], 1e-6);
    assertTrue(rejected.contains("must be positive"));
  }

  @Test
  void saysWhenNoStepIsAnyGood() {
    // the gradient lies: no direction lowers −log density
    Density wrong =
        (q, gradient) -> {
          gradient[0] = 1;
          return -q[0];
        };
    Step end = last(wrong, new double[] {3}, settings(NONE, 5));
    assertEquals(Optional.of(Termination.LINE_SEARCH), end.end());
    assertArrayEquals(new double[] {3}, end.point().position());
    assertEquals("", end.note());
  }

  @Test
  void forgetsTheCurvatureWhenASearchFails() {
    // a kink, where steps across end in a slope of the other sign
    Density kink =
        (q, gradient) -> {
          double sum = q[0] + q[1];
          gradient[0] = -3 * Math.signum(sum) - 2 * q[0];
          gradient[1] = -3 * Math.signum(sum) - 20 * (q[1] - 1);
          return -3 * Math.abs(sum) - q[0] * q[0] - 10 * (q[1] - 1) * (q[1] - 1);
        };
    List<Step> steps =
        climb(kink, new double[] {1, -3}, settings(Tolerances.DEFAULT, 5), new ArrayList<>());
    assertTrue(steps.stream().anyMatch(s -> s.note().equals("LS failed, Hessian reset")));
    double[] end = steps.get(steps.size() - 1).point().position();
    assertEquals(0, end[0] + end[1], 1e-6);
  }
}
