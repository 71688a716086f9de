package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stanj.stdlib.solver.MultistepRun.Gradient;
import org.stanj.stdlib.solver.MultistepRun.Method;

/** Figures by Stan 2.39 (Stan Math 5.3), values and gradients. */
final class StanFiguresTest {
  private static final double[] TIMES = {0, 0.05, 0.2, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0};
  private static final double[] OBSERVED = {
    -0.0092, 0.0859, 0.1983, 0.339, 0.5754, 0.6956, 0.7672, 0.9068
  };

  /**
   * Fast exchange and a slow reaction: k ~ lognormal(0, 1), a0 ~ normal(1, 0.2) on (0, 2), third
   * states ~ normal(c, sigma).
   *
   * @param byK derivative of the log density by log k
   * @param byStart derivative by the logit of a0 / 2
   */
  @ParameterizedTest
  @CsvSource({
    "0.00313, 1.036142250568259, 0.8718333375526414, 0.023281624015630654, 0.7590572631358389,"
        + " 1.0167613379107012, -0.33108239793366256, -0.9467982595027288",
    "-0.239802, 0.974111785750674, 1.0325546766043887, 0.017228736142609082, 0.6283362763288922,"
        + " 0.9312958198091879, 0.15834705762398238, 0.2480212986722687",
    "-0.61001, 1.3350343874391577, 0.4141069521474755, 0.016372328091133606, 0.6827609023481599,"
        + " 1.1811918308541747, -1.5392918372417475, -5.688295931728596",
  })
  void stiffKinetics(
      double logK,
      double a0,
      double sigma,
      double first,
      double fifth,
      double last,
      double byK,
      double byStart) {
    MatrixCallback f = StiffProblems.reaction(Math.exp(logK), 40, 20);
    MultistepRun run = new MultistepRun(Method.BDF, new double[] {a0, 0, 0}, TIMES, 1e-8, 1e-9);
    double[] c = run.solve(f);
    assertEquals(first, c[2], 1e-7);
    assertEquals(fifth, c[3 * 4 + 2], 1e-7);
    assertEquals(last, c[3 * 7 + 2], 1e-7);
    double[] weights = new double[c.length];
    for (int k = 0; k < OBSERVED.length; k++) {
      weights[3 * k + 2] = (OBSERVED[k] - c[3 * k + 2]) / (sigma * sigma);
    }
    Gradient g = run.gradient(f, weights);
    double jacobian = a0 * (2 - a0) / 2;
    assertEquals(byK, Math.exp(logK) * g.theta()[0] - logK, 1e-6);
    assertEquals(byStart, (g.y0()[0] - (a0 - 1) / 0.04) * jacobian + 1 - a0, 1e-6);
  }

  private static final double[] WEIGHTS = {1, 1e4, 1, 1, 1e4, 1, 1, 1e4, 1};

  private static void assertNear(double[] expected, double... actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 5e-7 * Math.abs(expected[i]), "number " + i);
    }
  }

  private static double weighted(double[] out, double[] weights) {
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += weights[i] * out[i];
    }
    return sum;
  }

  /** Forward sensitivities of {@code ode_bdf_tol} at relative tolerance 1e-10. */
  @Test
  void robertson() {
    double[] times = {0, 0.4, 40, 4000};
    MatrixCallback f = StiffProblems.robertson(true);
    MultistepRun run = new MultistepRun(Method.BDF, new double[] {1, 0, 0}, times, 1e-10, 1e-14);
    assertEquals(3.43939331291865, weighted(run.solve(f), WEIGHTS), 1e-9);
    Gradient g = run.gradient(f, WEIGHTS);
    assertNear(new double[] {4.3012969872, -4.25645871161e-06, -6.61502369421e-09}, g.theta());
    assertNear(new double[] {3.19837801497, 1.67958357295, 1.67973892453}, g.y0());
  }

  /** Forward sensitivities of {@code dae_tol} at relative tolerance 1e-10. */
  @Test
  void robertsonDae() {
    double[] times = {0, 0.4, 40, 4000};
    MatrixCallback f = StiffProblems.robertsonDae(true);
    MultistepRun run =
        new MultistepRun(
            Method.DAE, new double[] {1, 0, 0}, new double[] {-0.04, 0.04, 0}, times, 1e-10, 1e-14);
    assertEquals(3.4393933131383, weighted(run.solve(f), WEIGHTS), 1e-9);
    Gradient g = run.gradient(f, WEIGHTS);
    assertNear(new double[] {4.3012969905, -4.25645871991e-06, -6.61502369663e-09}, g.theta());
  }

  /** Forward sensitivities of {@code ode_bdf_tol} and {@code ode_adams_tol} at 1e-10. */
  @ParameterizedTest
  @EnumSource(names = {"ADAMS", "BDF"})
  void lotkaVolterra(Method method) {
    double[] weights = {1, 2, 3, 4, 5, 6};
    MatrixCallback f = StiffProblems.lotkaVolterra(true);
    MultistepRun run =
        new MultistepRun(method, new double[] {1, 1}, new double[] {0, 1, 5, 10}, 1e-10, 1e-10);
    assertEquals(34.6881786, weighted(run.solve(f), weights), 1e-7);
    Gradient g = run.gradient(f, weights);
    double[] byTheta =
        method == Method.ADAMS
            ? new double[] {32.5397205703, -13.154833348, 5.0503374261, -6.2320174825}
            : new double[] {32.539721458, -13.1548333404, 5.05033779393, -6.23201732273};
    double[] byStart =
        method == Method.ADAMS
            ? new double[] {19.968041281, -4.66671351167}
            : new double[] {19.9680414877, -4.66671351821};
    assertNear(byTheta, g.theta());
    assertNear(byStart, g.y0());
  }

  /** Logistic growth by each solver at 1e-9, with the values of all three. */
  @ParameterizedTest
  @CsvSource({
    "0.9136095381072347, 2.192143562821915, 0.5210198194498095, -0.5064338948565872,"
        + " 1.7366936276518263, 1.5512165581467259, 1.5512165638435038, 1.5512165570168277",
    "0.8921089612451745, 1.8855016131692843, 0.41487535420090316, -0.4313302066873296,"
        + " 1.558492936341435, 1.177929313393531, 1.177929301675778, 1.1779293237429942",
    "0.5106044801132839, 1.9570544429139747, 0.6321308851481853, -0.7468149904786001,"
        + " 1.3184196996225301, 1.131146914392053, 1.13114689707463, 1.1311468958013315",
  })
  void solverFamily(
      double r,
      double cap,
      double y0,
      double t0,
      double t1,
      double byAdams,
      double byBdf,
      double closed) {
    double[] start = {y0};
    double[] times = {t0, t1};
    for (Method method : Method.values()) {
      if (method == Method.DAE) {
        continue;
      }
      MultistepRun run = new MultistepRun(method, start, times, 1e-9, 1e-9);
      double y = run.solve(StiffProblems.logistic(r, cap, 1, true))[0];
      boolean adams = method == Method.ADAMS || method == Method.ADJOINT_ADAMS;
      assertEquals(adams ? byAdams : byBdf, y, 5e-8, method.name());
      assertEquals(closed, y, 5e-8, method.name());
      Gradient g = run.gradient(StiffProblems.logistic(r, cap, 1, true), new double[] {1});
      assertGradient(g, r, cap, y0, t1 - t0);
    }
  }

  private static void assertGradient(Gradient g, double r, double cap, double y0, double span) {
    double decay = Math.exp(-r * span);
    double bottom = 1 + (cap / y0 - 1) * decay;
    double y = cap / bottom;
    double byStart = cap * cap * decay / (y0 * y0 * bottom * bottom);
    double square = bottom * bottom;
    assertEquals(cap * (cap / y0 - 1) * decay * span / square, g.theta()[0], 1e-6);
    assertEquals(1 / bottom - cap * decay / (y0 * square), g.theta()[1], 1e-6);
    assertEquals(byStart, g.y0()[0], 1e-6);
    assertEquals(-byStart * r * y0 * (1 - y0 / cap), g.times()[0], 1e-6);
    assertEquals(r * y * (1 - y / cap), g.times()[1], 1e-6);
  }
}
