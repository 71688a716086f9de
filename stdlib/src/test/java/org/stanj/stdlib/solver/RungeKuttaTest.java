package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;
import org.stanj.stdlib.solver.OdeSystem.Limits;
import org.stanj.stdlib.solver.OdeSystem.Logistic;
import org.stanj.stdlib.solver.OdeSystem.LotkaVolterra;
import org.stanj.stdlib.solver.OdeSystem.Oscillator;
import org.stanj.stdlib.solver.OdeSystem.Solver;
import org.stanj.stdlib.solver.OdeSystem.VanDerPol;

/**
 * Solutions of {@link RungeKutta}: those of Stan 2.39 (Stan Math 5.3, its functions called with
 * plain numbers, so that the state alone controls the steps), closed forms, order, and what happens
 * where there is no solution.
 */
final class RungeKuttaTest {
  /** A solution of Stan's at the times 0.5, 1, 1, 2.25, 7, 15, and its calls of the function. */
  private record Case(
      Solver solver, boolean prey, double tolerance, long calls, double... values) {}

  static Stream<Case> casesOfStan() throws IOException {
    try (InputStream in = RungeKuttaTest.class.getResourceAsStream("runge_kutta.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(RungeKuttaTest::parse);
    }
  }

  private static Case parse(String line) {
    String[] cells = line.split("\t");
    return new Case(
        Solver.valueOf(cells[0].toUpperCase(Locale.ROOT)),
        cells[1].equals("lotkaVolterra"),
        Double.parseDouble(cells[2]),
        Long.parseLong(cells[3]),
        Stream.of(cells).skip(4).mapToDouble(Double::parseDouble).toArray());
  }

  @ParameterizedTest
  @MethodSource("casesOfStan")
  void takesTheStepsOfStan(Case c) {
    boolean prey = c.prey;
    OdeSystem f = prey ? new LotkaVolterra(0.9, 0.06, 1.1, 0.05) : new VanDerPol(3, 0.25);
    double[] y0 = prey ? new double[] {10, 5} : new double[] {2, 0};
    double[] times = {prey ? 0 : -1, 0.5, 1, 1, 2.25, 7, 15};
    double absTol = prey ? c.tolerance : 0.1 * c.tolerance;
    double[] out = c.solver.solve(f, y0, times, new Limits(c.tolerance, absTol, 1_000_000));
    for (int i = 0; i < out.length; i++) {
      assertEquals(c.values[i], out[i], 1e-12 * (1 + Math.abs(c.values[i])), "value " + i);
    }
    assertTrue(f.values <= c.calls, f.values + " calls");
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void agreesWithClosedForms(Solver solver) {
    double[] times = {0, 0.3, 0.3, 1, 4};
    Limits tight = new Limits(1e-12, 1e-12, 100_000);
    double[] growth = solver.solve(new Logistic(0.9, 2), new double[] {0.4}, times, tight);
    double[] swing = solver.solve(new Oscillator(3), new double[] {1, 0.6}, times, tight);
    for (int k = 0; k < times.length - 1; k++) {
      double t = times[k + 1];
      assertEquals(2 / (1 + 4 * Math.exp(-0.9 * t)), growth[k], 2e-11);
      assertEquals(Math.cos(3 * t) + 0.2 * Math.sin(3 * t), swing[2 * k], 2e-10);
      assertEquals(-3 * Math.sin(3 * t) + 0.6 * Math.cos(3 * t), swing[2 * k + 1], 6e-10);
    }
  }

  /** With the tolerances out of the way the one step ends at the only time; its error is O(h⁶). */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void hasOrderFive(Solver solver) {
    double[] errors = new double[2];
    for (int halvings = 0; halvings < 2; halvings++) {
      double t = 0.1 / (1 << halvings);
      double x = solver.solve(new Oscillator(5), new double[] {1, 2}, to(t), anyError())[0];
      errors[halvings] = Math.abs(x - Math.cos(5 * t) - 0.4 * Math.sin(5 * t));
    }
    assertEquals(6, Math.log(errors[0] / errors[1]) / Math.log(2), 0.35);
  }

  /** Within a step of size h the continuous extension has the error O(h⁵). */
  @Test
  void interpolatesWithOrderFour() {
    double worst = 0;
    double worstOfHalf = 0;
    for (int i = 1; i < 16; i++) {
      double part = i / 16.0;
      worst = Math.max(worst, inside(0.02, part));
      worstOfHalf = Math.max(worstOfHalf, inside(0.01, part));
    }
    assertTrue(worst < 1e-6 && worst > 1e-10, "error " + worst);
    assertEquals(5, Math.log(worst / worstOfHalf) / Math.log(2), 0.35);
  }

  private static double inside(double h, double part) {
    double[] times = {0, part * h, h};
    double x = Solver.RK45.solve(new Oscillator(5), new double[] {1, 2}, times, anyError())[0];
    double angle = 5 * part * h;
    return Math.abs(x - Math.cos(angle) - 0.4 * Math.sin(angle));
  }

  private static Limits anyError() {
    return new Limits(1e6, 1e6, 10);
  }

  private static double[] to(double... outputs) {
    double[] times = new double[outputs.length + 1];
    System.arraycopy(outputs, 0, times, 1, outputs.length);
    return times;
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void answersTheInitialTimeWithTheInitialState(Solver solver) {
    OdeSystem f = new Logistic(0.9, 2);
    Limits limits = new Limits(1e-10, 1e-10, 1000);
    assertArrayEquals(
        new double[] {0.4, 0.4}, solver.solve(f, new double[] {0.4}, to(0, 1e-17), limits));
    assertEquals(0, f.values);
    assertEquals(0, solver.solve(f, new double[] {0.4}, to(), limits).length);
    double[] later = solver.solve(f, new double[] {0.4}, to(0, 0, 1), limits);
    assertEquals(0.4, later[1]);
    assertEquals(2 / (1 + 4 * Math.exp(-0.9)), later[2], 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void keepsATraceOnlyWhereItIsAskedFor(Solver solver) {
    OdeSystem f = new Logistic(0.9, 2);
    double[] out = new double[1];
    Limits limits = new Limits(1e-6, 1e-6, 1000);
    assertTrue(solver.solve(f, new double[] {0.4}, to(1), limits, "f", out).length > 0);
    f.traced = false;
    assertEquals(0, solver.solve(f, new double[] {0.4}, to(1), limits, "f", out).length);
  }

  /** Stan needs two steps to 0.3 here with the one pair, three with the other. */
  @Test
  void countsStepsAsStanDoes() {
    Limits[] limits = {new Limits(1e-8, 1e-8, 1), new Limits(1e-8, 1e-8, 2)};
    Limits three = new Limits(1e-8, 1e-8, 3);
    assertEquals(message("ode_rk45", 0.3), failure(Solver.RK45, predators(), limits[0]));
    assertEquals(12.059344868560382, predators(Solver.RK45, limits[1]), 1e-12);
    assertEquals(message("ode_ckrk", 0.3), failure(Solver.CKRK, predators(), limits[1]));
    assertEquals(12.05934486134565, predators(Solver.CKRK, three), 1e-12);
  }

  private static OdeSystem predators() {
    return new LotkaVolterra(0.9, 0.06, 1.1, 0.05);
  }

  private static double predators(Solver solver, Limits limits) {
    return solver.solve(predators(), new double[] {10, 5}, to(0.3), limits)[0];
  }

  private static String failure(Solver solver, OdeSystem f, Limits limits) {
    return failure(solver, f, new double[] {10, 5}, to(0.3), limits);
  }

  private static String failure(
      Solver solver, OdeSystem f, double[] y0, double[] times, Limits limits) {
    double[] out = new double[y0.length * (times.length - 1)];
    String name = name(solver);
    RejectException e =
        assertThrows(RejectException.class, () -> solver.solve(f, y0, times, limits, name, out));
    assertEquals(RejectException.Kind.DOMAIN, e.kind());
    return e.getMessage();
  }

  private static String name(Solver solver) {
    return "ode_" + solver.name().toLowerCase(Locale.ROOT);
  }

  private static String message(String name, double time) {
    return name
        + ":  Failed to integrate to next output time ("
        + Numbers.general(time)
        + ") in less than max_num_steps steps";
  }

  private static OdeSystem robertson() {
    return OdeSystem.of(
        (t, y, out) -> {
          out[0] = -0.04 * y[1] + 1e4 * y[2] * y[3];
          out[2] = 3e7 * y[2] * y[2];
          out[1] = -out[0] - out[2];
        });
  }

  /** Explicit methods creep along a stiff system: the steps run out where Stan's do. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void runsOutOfStepsOnStiffKinetics(Solver solver) {
    double[] y0 = {1, 0, 0};
    double[] times = to(0.4, 4, 40, 4000, 1e6);
    String name = name(solver);
    OdeSystem f = robertson();
    assertEquals(message(name, 0.4), failure(solver, f, y0, times, new Limits(1e-6, 1e-8, 100)));
    assertTrue(f.values <= 822, f.values + " calls");
    OdeSystem g = robertson();
    assertEquals(
        message(name, 4000), failure(solver, g, y0, times, new Limits(1e-6, 1e-8, 100_000)));
    assertTrue(g.values <= 1_040_868, g.values + " calls");
  }

  /** y′ = y², y(0) = 1 has no solution beyond 1. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void endsAtASolutionThatBlowsUp(Solver solver) {
    OdeSystem f = OdeSystem.of((t, y, out) -> out[0] = y[1] * y[1]);
    double[] one = {1};
    String name = name(solver);
    double[] times = to(0.5, 0.9, 2);
    assertEquals(message(name, 2), failure(solver, f, one, times, new Limits(1e-6, 1e-6, 1000)));
    f.values = 0;
    double[] out = solver.solve(f, one, times, new Limits(1e-6, 1e-6, 1_000_000));
    boolean dense = solver == Solver.RK45;
    assertEquals(dense ? 1.9999982586777461 : 1.9999989769684297, out[0], 1e-12);
    assertEquals(dense ? 9.9999737789937964 : 9.9999618059936992, out[1], 1e-9);
    assertEquals(Double.NaN, out[2]);
    assertTrue(f.values < 31_000, f.values + " calls");
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void returnsNanFromSlopesThatAreNotFinite(Solver solver) {
    double[] times = to(0.1, 0.5, 2);
    Limits limits = new Limits(1e-6, 1e-6, 1000);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      OdeSystem f = OdeSystem.of((t, y, out) -> out[0] = t > 0.3 ? bad : 1);
      double[] out = solver.solve(f, new double[] {1}, times, limits);
      assertEquals(Double.NaN, out[1]);
      assertEquals(Double.NaN, out[2]);
      assertTrue(f.values <= 24, f.values + " calls");
    }
  }

  /** The slope jumps by 300 orders of magnitude where the solution begins. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void stopsAtAWall(Solver solver) {
    OdeSystem f = OdeSystem.of((t, y, out) -> out[0] = y[1] > 1 ? 1e300 : 1);
    String name = name(solver);
    Limits limits = new Limits(1e-6, 1e-6, 1000);
    assertEquals(message(name, 0.5), failure(solver, f, new double[] {1}, to(0.5, 2), limits));
    assertTrue(f.values <= 11_748, f.values + " calls");
  }

  /** Slopes c / t from t = 0 on: the error is the same for every size, and no step succeeds. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void givesUpWhereNoStepSucceeds(Solver solver) {
    OdeSystem f = OdeSystem.of((t, y, out) -> out[0] = t > 0 ? 1e-3 / t : 0);
    assertEquals(
        "Max number of iterations exceeded (500). A new step size was not found.",
        failure(solver, f, new double[] {0}, to(0.5), new Limits(1e-6, 1e-6, 1000)));
    assertTrue(f.values <= 3007, f.values + " calls");
  }

  /** The size shrinks until the slopes overflow. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void returnsNanFromASteeperPole(Solver solver) {
    OdeSystem f = OdeSystem.of((t, y, out) -> out[0] = t > 0 ? 1e-2 / t : 0);
    double[] out = solver.solve(f, new double[] {0}, to(0.5), new Limits(1e-6, 1e-6, 1000));
    assertEquals(Double.NaN, out[0]);
    assertTrue(f.values <= 5570, f.values + " calls");
  }

  /** A jump that no tolerance allows: only the smallest of all sizes passes, and grows again. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void passesAJumpByTheSmallestStep(Solver solver) {
    OdeSystem f = OdeSystem.of((t, y, out) -> out[0] = t > 0 ? 1e10 : 0);
    double[] origin = {0};
    String name = name(solver);
    Limits few = new Limits(1e-320, 1e-320, 20);
    assertEquals(message(name, 0.5), failure(solver, f, origin, to(0.5), few));
    assertTrue(f.values <= 2964, f.values + " calls");
  }
}
