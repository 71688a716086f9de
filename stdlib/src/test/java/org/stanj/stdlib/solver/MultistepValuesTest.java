package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.stdlib.solver.MultistepRun.Method;

/** Solutions against published and closed ones, and the work that they take. */
final class MultistepValuesTest {
  private static void assertNear(double[] expected, double[] actual, double relative) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], relative * Math.abs(expected[i]), "state " + i);
    }
  }

  private static double[] times(double... times) {
    return times;
  }

  /** Errors of long integrations; those of CVODES here are up to 330 weights. */
  private static void assertWithin(
      double weights, double relTol, double absTol, double[] expected, double[] actual) {
    for (int i = 0; i < expected.length; i++) {
      double allowed = weights * (relTol * Math.abs(expected[i]) + absTol);
      assertEquals(expected[i], actual[i], allowed, "state " + i);
    }
  }

  /** Reference: Mazzia & Magherini, Test Set for Initial Value Problem Solvers, release 2.4. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-8, 1e-10})
  void robertsonToTheEnd(double tolerance) {
    double[] end =
        new MultistepRun(Method.BDF, times(1, 0, 0), times(0, 1e11), tolerance, tolerance * 1e-6)
            .end(StiffProblems.robertson(false));
    double[] reference = {0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050};
    assertWithin(100, tolerance, tolerance * 1e-6, reference, end);
  }

  /** Reference: the same, for the equation scaled in time by mu. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-8, 1e-10})
  void vanDerPol(double tolerance) {
    double[] end =
        new MultistepRun(Method.BDF, times(2, 0), times(0, 2000), tolerance, tolerance)
            .end(StiffProblems.vanDerPol(1000, false));
    double[] reference = {0.1706167732170469e1, -0.8928097010248125e-3};
    assertWithin(400, tolerance, tolerance, reference, end);
  }

  /** Reference: the same. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-8, 1e-10})
  void hires(double tolerance) {
    double[] start = {1, 0, 0, 0, 0, 0, 0, 0.0057};
    double[] reference = {
      0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
      0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2
    };
    double[] end =
        new MultistepRun(Method.BDF, start, times(0, 321.8122), tolerance, tolerance * 1e-2)
            .end(StiffProblems.hires(false));
    assertWithin(400, tolerance, tolerance * 1e-2, reference, end);
  }

  /** Each state has its own absolute tolerance: a loose one spares work. */
  @Test
  void tolerancesOfStates() {
    double[] y0 = {1, 0, 0};
    double[] span = {0, 40};
    double[] y = new double[3];
    int[] work = new int[2];
    double[] same = {1e-14, 1e-14, 1e-14};
    double[] own = {1e-8, 1e-14, 1e-6};
    double[] reference =
        new MultistepRun(Method.BDF, y0, span, 1e-11, 1e-16).end(StiffProblems.robertson(false));
    for (int k = 0; k < 2; k++) {
      MatrixCallback f = StiffProblems.robertson(false);
      double[] tolerances = k == 0 ? same : own;
      Multistep.adjointTolCtl(
          f,
          y0,
          0,
          3,
          span,
          0,
          2,
          1e-4,
          tolerances,
          0,
          3,
          1000,
          2,
          "ode_adjoint_tol_ctl",
          y,
          0,
          1,
          3);
      work[k] = f.values;
      assertNear(reference, y, 1e-2);
    }
    assertTrue(work[1] < work[0], work[0] + " evaluations, " + work[1]);
  }

  /** One turn of an ellipse ends where it began; CVODES misses by 1.7e-7 and 1.6e-7. */
  @ParameterizedTest
  @EnumSource(names = {"ADAMS", "BDF", "ADJOINT_ADAMS", "ADJOINT_BDF"})
  void keplerComesBack(Method method) {
    double[] start = {0.4, 0, 0, 2};
    double[] end =
        new MultistepRun(method, start, times(0, 2 * Math.PI), 1e-10, 1e-10)
            .end(StiffProblems.kepler(false));
    assertArrayEquals(start, end, 2e-7);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADAMS", "BDF", "ADJOINT_ADAMS", "ADJOINT_BDF"})
  void oneStateAndManyTimes(Method method) {
    double[] times = {-1, -1, -0.5, 0, 0, 0, 2, 30, 30};
    double[] y =
        new MultistepRun(method, times(0.5), times, 1e-9, 1e-9)
            .solve(StiffProblems.logistic(0.7, 3, 1, false));
    for (int k = 1; k < times.length; k++) {
      double expected = 3 / (1 + (3 / 0.5 - 1) * Math.exp(-0.7 * (times[k] + 1)));
      assertEquals(expected, y[k - 1], 1e-7, "time " + k);
    }
    assertEquals(0.5, y[0], "at the initial time");
    assertEquals(y[2], y[3]);
    assertEquals(y[3], y[4]);
  }

  @ParameterizedTest
  @EnumSource
  void noOutputTimes(Method method) {
    MatrixCallback f = StiffProblems.logistic(0.7, 3, 1, true);
    MultistepRun run = new MultistepRun(method, times(0.5), times(0.2), times(1), 1e-9, 1e-9);
    assertEquals(0, run.solve(f).length);
    assertEquals(0, f.values);
    assertEquals(0, run.traceLength());
  }

  /** The modes of the discrete Laplacian decay at their own rates. */
  @ParameterizedTest
  @EnumSource(names = {"ADAMS", "BDF"})
  void diffusionOfModes(Method method) {
    int n = 40;
    MatrixCallback f = StiffProblems.diffusion(n, false);
    f.theta[1] = 0;
    double[] y =
        new MultistepRun(method, StiffProblems.diffusionStart(n), times(0, 0.05), 1e-9, 1e-11)
            .end(f);
    for (int i = 0; i < n; i++) {
      double expected = mode(1, i, n) + 0.3 * mode(7, i, n);
      assertEquals(expected, y[i], 1e-7, "state " + i);
    }
  }

  private static double mode(int k, int i, int n) {
    double sine = Math.sin(k * Math.PI / (2 * (n + 1)));
    double rate = 4.0 * (n + 1) * (n + 1) * sine * sine;
    return Math.sin(k * Math.PI * (i + 1) / (n + 1)) * Math.exp(-rate * 0.05);
  }

  @Test
  void robertsonDae() {
    double[] times = {0, 0.4, 40, 4000};
    double[] y =
        new MultistepRun(Method.DAE, times(1, 0, 0), times(-0.04, 0.04, 0), times, 1e-9, 1e-13)
            .solve(StiffProblems.robertsonDae(false));
    double[] ode =
        new MultistepRun(Method.BDF, times(1, 0, 0), times, 1e-11, 1e-16)
            .solve(StiffProblems.robertson(false));
    assertNear(ode, y, 1e-6);
  }

  /** Reference: the pendulum's angle by Dormand & Prince's method of order 8 at 3e-14. */
  @ParameterizedTest
  @CsvSource({"1e-8, 1e-5", "1e-10, 1e-7"})
  void pendulum(double tolerance, double expected) {
    double[] start = {1, 0, 0, 0, 0};
    double[] slope = {0, 0, 0, -9.81, 0};
    double[] reference = {
      0.9423054350437661,
      -0.3347543384139761,
      -0.8579042568858545,
      -2.414928654370421,
      9.851820179523308
    };
    double[] end =
        new MultistepRun(Method.DAE, start, slope, times(0, 1, 2, 5), tolerance, tolerance)
            .end(StiffProblems.pendulum(false));
    assertNear(reference, end, expected);
  }

  /** A wrong initial slope costs steps, not accuracy. */
  @Test
  void inconsistentSlope() {
    double[] times = {0, 0.4, 40, 4000};
    double[] right = {-0.04, 0.04, 0};
    double[] wrong = {1, -2, 3};
    double[] y0 = {1, 0, 0};
    assertNear(
        new MultistepRun(Method.DAE, y0, right, times, 1e-8, 1e-12)
            .end(StiffProblems.robertsonDae(false)),
        new MultistepRun(Method.DAE, y0, wrong, times, 1e-8, 1e-12)
            .end(StiffProblems.robertsonDae(false)),
        1e-5);
  }

  /**
   * Evaluations of the function at most 1.25 times, derivatives at most 1.25 times those of CVODES
   * 6.1 and IDAS 5.1 with Stan's options, counted at the same problems.
   */
  @ParameterizedTest
  @CsvSource({
    "robertson, 1e-6, 1455, 20",
    "robertson, 1e-10, 4861, 72",
    "vanDerPol, 1e-6, 1354, 23",
    "vanDerPol, 1e-10, 5277, 72",
    "hires, 1e-6, 608, 11",
    "hires, 1e-10, 1653, 23",
    "lotkaBdf, 1e-6, 735, 11",
    "lotkaBdf, 1e-10, 3032, 49",
    "lotkaAdams, 1e-6, 814, 11",
    "lotkaAdams, 1e-10, 1530, 22",
    "keplerAdams, 1e-10, 1142, 16",
    "diffusion, 1e-6, 142, 2",
    "diffusion, 1e-10, 438, 7",
    "robertsonDae, 1e-6, 860, 51",
    "robertsonDae, 1e-10, 2834, 97",
    "pendulum, 1e-8, 1735, 87",
  })
  void work(String problem, double tolerance, int evaluations, int derivatives) {
    MatrixCallback f = run(problem, tolerance);
    assertTrue(f.values <= 1.25 * evaluations, "evaluations " + f.values);
    assertTrue(f.products <= 1.25 * derivatives * f.outputs, "products " + f.products);
  }

  private static MatrixCallback run(String problem, double r) {
    double[] lotkaTimes = {0, 1, 2, 3, 4, 5, 10, 20};
    double[] one = {1, 0, 0};
    double[] hires = {1, 0, 0, 0, 0, 0, 0, 0.0057};
    MatrixCallback f =
        switch (problem) {
          case "robertson" -> StiffProblems.robertson(false);
          case "vanDerPol" -> StiffProblems.vanDerPol(1000, false);
          case "hires" -> StiffProblems.hires(false);
          case "keplerAdams" -> StiffProblems.kepler(false);
          case "diffusion" -> StiffProblems.diffusion(40, false);
          case "robertsonDae" -> StiffProblems.robertsonDae(false);
          case "pendulum" -> StiffProblems.pendulum(false);
          default -> StiffProblems.lotkaVolterra(false);
        };
    MultistepRun run =
        switch (problem) {
          case "robertson" -> new MultistepRun(Method.BDF, one, times(0, 1e11), r, r * 1e-6);
          case "vanDerPol" -> new MultistepRun(Method.BDF, times(2, 0), times(0, 2000), r, r);
          case "hires" -> new MultistepRun(Method.BDF, hires, times(0, 321.8122), r, r * 1e-2);
          case "keplerAdams" ->
              new MultistepRun(Method.ADAMS, times(0.4, 0, 0, 2), times(0, 20), r, r);
          case "diffusion" ->
              new MultistepRun(
                  Method.BDF, StiffProblems.diffusionStart(40), times(0, 0.01, 0.1, 0.5), r, r);
          case "robertsonDae" ->
              new MultistepRun(
                  Method.DAE,
                  one,
                  times(-0.04, 0.04, 0),
                  times(0, 0.4, 40, 4000, 4e5),
                  r,
                  r * 1e-4);
          case "pendulum" ->
              new MultistepRun(
                  Method.DAE,
                  times(1, 0, 0, 0, 0),
                  times(0, 0, 0, -9.81, 0),
                  times(0, 1, 2, 5),
                  r,
                  r);
          case "lotkaBdf" -> new MultistepRun(Method.BDF, times(1, 1), lotkaTimes, r, r);
          default -> new MultistepRun(Method.ADAMS, times(1, 1), lotkaTimes, r, r);
        };
    run.solve(f);
    return f;
  }
}
