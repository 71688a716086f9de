package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.stdlib.solver.MultistepRun.Gradient;
import org.stanj.stdlib.solver.MultistepRun.Method;

/** Adjoints against differences of fourth order of solutions, and against closed forms. */
final class MultistepAdjointTest {
  /** A solve whose result, weighted, is to be differentiated. */
  private record Subject(
      Method method,
      Function<Boolean, MatrixCallback> function,
      double[] y0,
      double[] yp0,
      double[] times,
      double relTol,
      double absTol) {
    MultistepRun run() {
      return new MultistepRun(method, y0, yp0, times, relTol, absTol);
    }

    double[] weights() {
      double[] out = run().solve(function.apply(false));
      Random random = new Random(5);
      for (int i = 0; i < out.length; i++) {
        out[i] = (0.5 + random.nextDouble()) / Math.max(Math.abs(out[i]), 1e-6);
      }
      return out;
    }
  }

  private static double difference(double[] x, int i, double step, DoubleSupplier objective) {
    double at = x[i];
    double[] factors = {-2, -1, 1, 2};
    double[] multiples = {1, -8, 8, -1};
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      x[i] = at + factors[k] * step;
      sum += multiples[k] * objective.getAsDouble();
    }
    x[i] = at;
    return sum / (12 * step);
  }

  private static double objective(Subject s, double[] theta, double[] weights) {
    MatrixCallback f = s.function.apply(false);
    System.arraycopy(theta, 0, f.theta, 0, theta.length);
    double[] out = s.run().solve(f);
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += weights[i] * out[i];
    }
    return sum;
  }

  /**
   * Compares the gradients by parameters, initial state and times.
   *
   * @param byTheta relative step of parameters
   * @param step relative step of states and times
   */
  private static void check(Subject s, double byTheta, double step, double tolerance) {
    double[] weights = s.weights();
    MatrixCallback f = s.function.apply(true);
    double[] theta = f.theta.clone();
    Gradient g = s.run().gradient(f, weights);
    DoubleSupplier objective = () -> objective(s, theta, weights);
    compare("theta", theta, g.theta(), byTheta, tolerance, objective);
    if (s.method != Method.DAE) {
      compare("y0", s.y0, g.y0(), step, tolerance, objective);
    }
    compare("times", s.times, g.times(), step, tolerance, objective);
  }

  private static void compare(
      String name,
      double[] x,
      double[] actual,
      double step,
      double tolerance,
      DoubleSupplier objective) {
    for (int i = 0; i < Math.min(x.length, 6); i++) {
      double size = step * Math.max(Math.abs(x[i]), name.equals("theta") ? 0 : 0.01);
      double expected = difference(x, i, size, objective);
      double scale = Math.max(Math.abs(expected), 1e-3);
      assertEquals(expected, actual[i], tolerance * scale, name + " " + i);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ADAMS", "BDF", "ADJOINT_ADAMS", "ADJOINT_BDF"})
  void lotkaVolterra(Method method) {
    double[] times = {0, 1, 2, 5, 5.5, 10};
    double[] start = {1, 1};
    check(
        new Subject(
            method, StiffProblems::lotkaVolterra, start, new double[0], times, 1e-12, 1e-12),
        1e-3,
        1e-3,
        1e-6);
  }

  @Test
  void robertson() {
    double[] times = {0, 0.4, 40, 4000};
    double[] start = {1, 0, 0};
    check(
        new Subject(
            Method.BDF, StiffProblems::robertson, start, new double[0], times, 1e-11, 1e-16),
        1e-3,
        1e-3,
        1e-6);
  }

  @Test
  void hires() {
    double[] times = {0, 10, 100, 300};
    double[] start = {1, 0, 0, 0, 0, 0, 0, 0.0057};
    check(
        new Subject(Method.BDF, StiffProblems::hires, start, new double[0], times, 1e-11, 1e-14),
        5e-5,
        1e-3,
        1e-5);
  }

  /** 40 states: the solves of the reverse sweep are refinements. */
  @Test
  void diffusion() {
    double[] times = {0, 0.01, 0.1};
    double[] start = StiffProblems.diffusionStart(40);
    check(
        new Subject(
            Method.BDF,
            traced -> StiffProblems.diffusion(40, traced),
            start,
            new double[0],
            times,
            1e-11,
            1e-12),
        1e-3,
        1e-2,
        1e-6);
  }

  @Test
  void pendulum() {
    double[] start = {1, 0, 0, 0, 0};
    double[] slope = {0, 0, 0, -9.81, 0};
    check(
        new Subject(
            Method.DAE,
            StiffProblems::pendulum,
            start,
            slope,
            new double[] {0, 0.3, 1, 1.5},
            1e-10,
            1e-11),
        1e-3,
        1e-3,
        1e-5);
  }

  /** The differential equation tells what the algebraic one must give. */
  @Test
  void robertsonDae() {
    double[] times = {0, 0.4, 40, 4000};
    double[] start = {1, 0, 0};
    double[] slope = {-0.04, 0.04, 0};
    Subject ode =
        new Subject(
            Method.BDF, StiffProblems::robertson, start, new double[0], times, 1e-11, 1e-16);
    Subject dae =
        new Subject(Method.DAE, StiffProblems::robertsonDae, start, slope, times, 1e-10, 1e-14);
    double[] weights = ode.weights();
    Gradient expected = ode.run().gradient(ode.function.apply(true), weights);
    Gradient actual = dae.run().gradient(dae.function.apply(true), weights);
    for (int i = 0; i < 3; i++) {
      double size = Math.abs(expected.theta()[i]);
      assertEquals(expected.theta()[i], actual.theta()[i], 1e-6 * size, "theta " + i);
    }
    for (int i = 0; i < times.length; i++) {
      double size = Math.abs(expected.times()[i]);
      assertEquals(expected.times()[i], actual.times()[i], 1e-5 * size, "time " + i);
    }
    assertArrayEquals(new double[3], actual.yp0(), 1e-12, "the equations say the slope");
  }

  /**
   * Parameters enter at an initial time that an output shares, and outputs share a time.
   *
   * @param states equal ones, whose gradients are equal
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void closedForm(int states) {
    double[] times = {-1, -1, 0.5, 0.5, 2};
    double[] start = new double[states];
    Arrays.fill(start, 0.5);
    double[] weights = new double[4 * states];
    double[] w = {0.3, 0.7, -0.2, 1.1};
    for (int k = 0; k < 4; k++) {
      Arrays.fill(weights, k * states, (k + 1) * states, w[k]);
    }
    Gradient g =
        new MultistepRun(Method.BDF, start, times, 1e-12, 1e-13)
            .gradient(StiffProblems.logistic(0.7, 3, states, true), weights);
    double[] byTheta = new double[2];
    double byStart = 0;
    double byFirst = 0;
    for (int k = 1; k <= 4; k++) {
      double decay = Math.exp(-0.7 * (times[k] + 1));
      double bottom = 1 + 5 * decay;
      double y = 3 / bottom;
      double slope = 0.7 * y * (1 - y / 3);
      double grown = decay * 9 / (0.25 * bottom * bottom);
      byTheta[0] += w[k - 1] * 3 * 5 * decay * (times[k] + 1) / (bottom * bottom);
      byTheta[1] += w[k - 1] * (1 / bottom - 3 * decay / (0.5 * bottom * bottom));
      byStart += w[k - 1] * grown;
      byFirst -= w[k - 1] * grown * 0.7 * 0.5 * (1 - 0.5 / 3);
      assertEquals(states * w[k - 1] * slope, g.times()[k], states * 1e-8, "time " + k);
    }
    assertEquals(states * byFirst, g.times()[0], states * 1e-8);
    assertArrayEquals(
        new double[] {states * byTheta[0], states * byTheta[1]}, g.theta(), states * 1e-8);
    for (double dy : g.y0()) {
      assertEquals(byStart, dy, 1e-8);
    }
  }

  /** A gradient takes a few times the work of a solve, whatever the number of parameters. */
  @Test
  void workOfTheSweep() {
    MatrixCallback f = StiffProblems.diffusion(40, true);
    double[] start = StiffProblems.diffusionStart(40);
    MultistepRun run = new MultistepRun(Method.BDF, start, new double[] {0, 0.1}, 1e-8, 1e-8);
    run.solve(f);
    int values = f.values;
    int products = f.products;
    run.gradient(f, new double[40]);
    assertEquals(2 * values + 1, f.values);
    assertTrue(f.products - 2 * products < 15 * values);
  }
}
