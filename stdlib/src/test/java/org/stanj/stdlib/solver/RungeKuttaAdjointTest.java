package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.stdlib.solver.OdeSystem.Gradient;
import org.stanj.stdlib.solver.OdeSystem.Limits;
import org.stanj.stdlib.solver.OdeSystem.Logistic;
import org.stanj.stdlib.solver.OdeSystem.LotkaVolterra;
import org.stanj.stdlib.solver.OdeSystem.Oscillator;
import org.stanj.stdlib.solver.OdeSystem.Solver;
import org.stanj.stdlib.solver.OdeSystem.VanDerPol;

/**
 * Adjoints of {@link RungeKutta}: differences, closed forms, densities of Stan, numbers of calls.
 */
final class RungeKuttaAdjointTest {
  /** Steps grow by 4.5 whatever the state is: the numerical solution is a smooth function. */
  private static final Limits FROZEN = new Limits(1e9, 1e9, 100);

  private static final Limits TIGHT = new Limits(1e-11, 1e-11, 1_000_000);

  private static double weighted(double[] out, double[] weights) {
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += weights[i] * out[i];
    }
    return sum;
  }

  /** Central differences with Richardson's extrapolation, error O(step⁴). */
  private static double difference(DoubleUnaryOperator f, double x, double step) {
    double wide = (f.applyAsDouble(x + step) - f.applyAsDouble(x - step)) / (2 * step);
    double half = step / 2;
    double narrow = (f.applyAsDouble(x + half) - f.applyAsDouble(x - half)) / (2 * half);
    return narrow + (narrow - wide) / 3;
  }

  private static double[] set(double[] x, int i, double value) {
    double[] y = x.clone();
    y[i] = value;
    return y;
  }

  /** Six decimal places of weights that have no pattern. */
  private static double[] weights(int length) {
    double[] w = new double[length];
    for (int i = 0; i < length; i++) {
      w[i] = Math.sin(1 + 2.3 * i);
    }
    return w;
  }

  private static void compare(
      Solver solver, OdeSystem f, double[] y0, double[] times, Limits limits, double tolerance) {
    double[] w = weights(y0.length * (times.length - 1));
    Gradient g = solver.gradient(f, y0, times, limits, w);
    for (int i = 0; i < y0.length; i++) {
      int state = i;
      double d =
          difference(
              x -> weighted(solver.solve(f, set(y0, state, x), times, limits), w), y0[i], 1e-3);
      assertEquals(d, g.dY0()[i], tolerance * (1 + Math.abs(d)), "initial state " + i);
    }
    for (int j = 0; j < f.p.length; j++) {
      int parameter = j;
      double d =
          difference(
              x -> weighted(solver.solve(f.with(parameter, x), y0, times, limits), w),
              f.p[j],
              1e-3 * f.p[j]);
      assertEquals(d, g.dParameters()[j], tolerance * (1 + Math.abs(d)), "parameter " + j);
    }
  }

  /** Steps of 0.1, 0.45, 2 with outputs within and at the ends of steps: no step is exact here. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void differentiatesTheStepsThatWereTaken(Solver solver) {
    double[] times = {0.2, 0.2, 0.25, 0.27, 0.3, 0.3, 0.6, 0.9, 1.3};
    compare(solver, new VanDerPol(1.2, 0.25), new double[] {0.7, -0.4}, times, FROZEN, 1e-9);
    compare(
        solver, new LotkaVolterra(0.9, 0.6, 1.1, 0.5), new double[] {1, 0.5}, times, FROZEN, 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void agreesWithDifferencesOfExactSolutions(Solver solver) {
    double[] times = {-1, 0.5, 1, 1, 2.25, 4};
    compare(solver, new VanDerPol(1.2, 0.25), new double[] {2, 0}, times, TIGHT, 2e-7);
    OdeSystem predators = new LotkaVolterra(0.9, 0.06, 1.1, 0.05);
    compare(solver, predators, new double[] {10, 5}, times, TIGHT, 2e-7);
  }

  /** d/dt of an output is f there; moving t₀ moves along the flow that leads to y₀. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void differentiatesByTimes(Solver solver) {
    OdeSystem f = new VanDerPol(1.2, 0.25);
    double[] y0 = {2, 0.3};
    double[] times = {-1, 0.5, 1, 2.25};
    double[] w = weights(6);
    Gradient g = solver.gradient(f, y0, times, TIGHT, w);
    for (int k = 0; k < times.length; k++) {
      int time = k;
      double d =
          difference(
              x -> weighted(solver.solve(f, y0, set(times, time, x), TIGHT), w), times[k], 1e-3);
      assertEquals(d, g.dTimes()[k], 2e-7 * (1 + Math.abs(d)), "time " + k);
    }
  }

  /** y = K / (1 + (K / y₀ − 1) exp(−r (t − t₀))). */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void agreesWithTheClosedFormOfGrowth(Solver solver) {
    double r = 0.9;
    double cap = 2.2;
    double y0 = 0.5;
    double span = 2.2;
    Gradient g =
        solver.gradient(
            new Logistic(r, cap), new double[] {y0}, new double[] {-0.5, 1.7}, TIGHT, one());
    double decay = Math.exp(-r * span);
    double below = 1 + (cap / y0 - 1) * decay;
    double y = cap / below;
    double slope = r * y * (1 - y / cap);
    assertEquals(y, g.out()[0], 1e-9);
    assertEquals(cap * cap * decay / (below * below * y0 * y0), g.dY0()[0], 1e-8);
    assertEquals(slope, g.dTimes()[1], 1e-8);
    assertEquals(-slope, g.dTimes()[0], 1e-8);
    assertEquals(span * slope / r, g.dParameters()[0], 1e-8);
    assertEquals(1 / below - y * decay / (below * y0), g.dParameters()[1], 1e-8);
  }

  private static double[] one() {
    return new double[] {1};
  }

  /** More steps than keep their stages: the rest is computed anew, and with the same result. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void differentiatesLongIntegrations(Solver solver) {
    double omega = 300;
    double t = 20;
    double[] times = {0, 0.01, t / 2, t};
    Limits limits = new Limits(1e-11, 1e-11, 10_000_000);
    OdeSystem f = new Oscillator(omega);
    Gradient g =
        solver.gradient(f, new double[] {1, 0}, times, limits, new double[] {0, 0, 0, 0, 1, 0});
    long steps = f.products / 6;
    assertTrue(steps > StepTrace.fullSteps(2) + 1000, steps + " steps");
    assertEquals(Math.cos(omega * t), g.dY0()[0], 1e-5);
    assertEquals(Math.sin(omega * t) / omega, g.dY0()[1], 1e-5 / omega);
    assertEquals(-t * Math.sin(omega * t), g.dParameters()[0], t * 1e-5);
  }

  /** Six products a step, one more for the initial slope; none for what is not used. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void takesSixProductsAStep(Solver solver) {
    OdeSystem f = new LotkaVolterra(0.9, 0.6, 1.1, 0.5);
    double[] times = {0, 0.05, 0.1};
    solver.gradient(f, new double[] {1, 0.5}, times, FROZEN, weights(4));
    boolean dense = solver == Solver.RK45;
    // One step of 0.1 with seven slopes, or two steps of 0.05 with six each; three for the times.
    assertEquals((dense ? 7 : 12) + 3, f.values);
    assertEquals(dense ? 7 : 12, f.products);
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void passesOutputsAtTheInitialTimeOn(Solver solver) {
    OdeSystem f = new Logistic(0.9, 2);
    double[] w = {2, 3, 5};
    Gradient all = solver.gradient(f, new double[] {0.4}, new double[] {0, 0, 0, 1}, TIGHT, w);
    Gradient last =
        solver.gradient(f, new double[] {0.4}, new double[] {0, 1}, TIGHT, new double[] {5});
    assertEquals(5 + last.dY0()[0], all.dY0()[0], 1e-12);
    assertEquals(last.dParameters()[0], all.dParameters()[0], 1e-12);
    Gradient none =
        solver.gradient(f, new double[] {0.4}, new double[] {0, 0, 0}, TIGHT, new double[] {2, 3});
    assertEquals(5, none.dY0()[0]);
    assertEquals(0, none.dParameters()[0]);
    assertEquals(-5 * 0.9 * 0.4 * 0.8, none.dTimes()[0], 1e-15);
  }

  @Test
  void needsATrace() {
    OdeSystem f = new Logistic(0.9, 2);
    f.traced = false;
    double[] y0 = {0.4};
    assertThrows(
        IllegalStateException.class,
        () -> Solver.RK45.gradient(f, y0, new double[] {0, 1}, TIGHT, one()));
  }

  /** What is not wanted may be null, and does not change the rest. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void leavesOutWhatIsNotWanted(Solver solver) {
    OdeSystem f = new LotkaVolterra(0.9, 0.6, 1.1, 0.5);
    double[] y0 = {1, 0.5};
    double[] times = {0, 0.5, 1};
    double[] w = weights(4);
    double[] out = new double[4];
    double[] trace = solver.solve(f, y0, times, TIGHT, "f", out);
    double[] all = new double[9];
    solver.adjoint(f, y0, times, TIGHT, out, trace, w, all, true, true, true);
    int[] ends = {0, 2, 5, 9};
    for (int part = 0; part < 3; part++) {
      double[] d = new double[9];
      solver.adjoint(f, y0, times, TIGHT, out, trace, w, d, part == 0, part == 1, part == 2);
      for (int i = 0; i < 9; i++) {
        boolean wanted = i >= ends[part] && i < ends[part + 1];
        assertEquals(wanted ? all[i] : 0, d[i], 1e-12, "part " + part + ", adjoint " + i);
      }
    }
    long before = f.values + f.products;
    solver.adjoint(f, y0, times, TIGHT, out, trace, w, new double[9], false, false, false);
    assertEquals(before, f.values + f.products);
  }
}
