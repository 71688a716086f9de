package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients against the definition, whatever the solver. */
class LaplaceMarginalTest {
  private static final double WEIGHT = 1.3;

  static Stream<LaplaceCase> cases() {
    return LaplaceCase.all().stream();
  }

  static Stream<Arguments> casesAndSolvers() {
    return LaplaceCase.all().stream()
        .flatMap(c -> IntStream.rangeClosed(1, 3).mapToObj(s -> Arguments.of(c, s)));
  }

  @ParameterizedTest
  @MethodSource("casesAndSolvers")
  void valueIsThatOfTheDefinition(LaplaceCase c, int solver) {
    double[] k = c.covariance();
    LaplaceCase.Result result = c.marginal(k, solver);
    assertTrue(result.converged());
    assertEquals(DirectLaplace.value(c.likelihood(), k, c.n()), result.value(), 1e-11);
    assertArrayEquals(DirectLaplace.mode(c.likelihood(), k, c.n()), result.mode(c.n()), 1e-7);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientByCovarianceIsThatOfDifferences(LaplaceCase c) {
    double[] k = c.covariance();
    int n = c.n();
    double[][] dK = new double[3][n * n];
    for (int solver = 1; solver <= 3; solver++) {
      c.adjoint(k, solver, c.marginal(k, solver).trace(), WEIGHT, dK[solver - 1], null);
    }
    for (int j = 0; j < n; j++) {
      for (int i = 0; i <= j; i++) {
        int upper = j * n + i;
        int lower = i * n + j;
        double expected =
            derivative(
                h -> {
                  double[] shifted = k.clone();
                  shifted[upper] += h;
                  shifted[lower] = shifted[upper];
                  return DirectLaplace.value(c.likelihood(), shifted, n);
                });
        for (double[] bySolver : dK) {
          double actual = i == j ? bySolver[upper] : bySolver[upper] + bySolver[lower];
          assertEquals(WEIGHT * expected, actual, 1e-8, "element " + i + ", " + j);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientByActiveFrameIsThatOfDifferences(LaplaceCase c) {
    double[] k = c.covariance();
    double[] eta = c.jets().eta();
    double[][] dEta = new double[3][eta.length];
    for (int solver = 1; solver <= 3; solver++) {
      c.adjoint(k, solver, c.marginal(k, solver).trace(), WEIGHT, null, dEta[solver - 1]);
    }
    for (int i = 0; i < eta.length; i++) {
      int at = i;
      double expected =
          derivative(
              h -> {
                double[] shifted = eta.clone();
                shifted[at] += h;
                return DirectLaplace.value(c.jets().with(shifted), k, c.n());
              });
      for (double[] bySolver : dEta) {
        assertEquals(WEIGHT * expected, bySolver[i], 1e-8, "parameter " + i);
      }
    }
  }

  /** Central differences at three widths, extrapolated twice. */
  private static double derivative(DoubleUnaryOperator f) {
    double h = 4e-3;
    double wide = slope(f, h);
    double middle = slope(f, h / 2);
    double narrow = slope(f, h / 4);
    double first = (4 * middle - wide) / 3;
    double second = (4 * narrow - middle) / 3;
    return (16 * second - first) / 15;
  }

  private static double slope(DoubleUnaryOperator f, double h) {
    return (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
  }

  /** Fifty digits of mpmath 1.3, by findroot and the formula. */
  @Test
  void valuesHaveAllDigits() {
    double[] k = LaplaceCase.covariance(5);
    for (int solver = 1; solver <= 3; solver++) {
      assertEquals(
          -9.1790921275261941591, LaplaceCase.named("poisson").marginal(k, solver).value(), 1e-13);
      assertEquals(
          -10.344500063860397296,
          LaplaceCase.named("bernoulli").marginal(k, solver).value(),
          1e-13);
      assertEquals(
          -9.9416260181993097794, LaplaceCase.named("negbin").marginal(k, solver).value(), 1e-13);
    }
  }

  @Test
  void gaussianLikelihoodIsExact() {
    LaplaceCase c = LaplaceCase.named("gauss");
    double[] y = {0.3, -1.2, 2.5, 0.1, 0.9};
    double[] sum = c.covariance();
    for (int i = 0; i < c.n(); i++) {
      sum[i * c.n() + i] += Math.pow(c.jets().eta()[i], 2);
    }
    double expected = -0.5 * c.n() * Math.log(2 * Math.PI);
    double[] x = DirectLaplace.solve(DirectLaplace.matrix(sum, c.n()), y);
    for (int i = 0; i < c.n(); i++) {
      expected -= 0.5 * y[i] * x[i];
    }
    expected -= 0.5 * new LuFactor(sum, c.n()).logDeterminant();
    LaplaceCase.Result result = c.marginal(c.covariance(), 1);
    assertEquals(expected, result.value(), 1e-13);
    assertTrue(result.trace()[LaplaceMarginal.STEPS] <= 2);
  }

  @Test
  void derivativesThatAreWrittenOutYieldTheSame() {
    for (LaplaceCase c : LaplaceCase.closedForms()) {
      double[] k = c.covariance();
      int active = c.likelihood().activeLength();
      LaplaceCase jets = LaplaceCase.named(c.name());
      double[] expectedK = new double[k.length];
      double[] expectedEta = new double[active];
      jets.adjoint(k, 1, jets.marginal(k, 1).trace(), 1, expectedK, expectedEta);
      double[] dK = new double[k.length];
      double[] dEta = new double[active];
      c.adjoint(k, 1, c.marginal(k, 1).trace(), 1, dK, dEta);
      assertEquals(jets.marginal(k, 1).value(), c.marginal(k, 1).value(), 1e-12, c.name());
      assertArrayEquals(expectedK, dK, 1e-12, c.name());
      assertArrayEquals(expectedEta, dEta, 1e-12, c.name());
    }
  }

  @Test
  void blocksMayBeLargerThanTheyNeed() {
    LaplaceCase small = LaplaceCase.named("poisson");
    LaplaceCase whole = new LaplaceCase("whole", small.likelihood(), 5, 5);
    double[] k = small.covariance();
    for (int solver = 1; solver <= 3; solver++) {
      LaplaceCase.Result expected = small.marginal(k, solver);
      LaplaceCase.Result actual = whole.marginal(k, solver);
      assertEquals(expected.value(), actual.value(), 1e-12);
      double[] dK = new double[25];
      double[] dEta = new double[5];
      small.adjoint(k, solver, expected.trace(), 1, dK, dEta);
      double[] wholeK = new double[25];
      double[] wholeEta = new double[5];
      whole.adjoint(k, solver, actual.trace(), 1, wholeK, wholeEta);
      assertArrayEquals(dK, wholeK, 1e-12);
      assertArrayEquals(dEta, wholeEta, 1e-12);
    }
  }

  @Test
  void adjointsAreAdded() {
    LaplaceCase c = LaplaceCase.named("pair");
    double[] k = c.covariance();
    double[] trace = c.marginal(k, 1).trace();
    double[] once = new double[k.length];
    double[] onceEta = new double[2];
    c.adjoint(k, 1, trace, 1, once, onceEta);
    c.adjoint(k, 1, trace, -1, once, onceEta);
    assertArrayEquals(new double[k.length], once, 1e-15);
    assertArrayEquals(new double[2], onceEta, 1e-15);
  }

  @Test
  void resultDoesNotDependOnTheStart() {
    double[][] starts = {{0.5, -0.5, 1, 0.2, -1}, {3, 3, 3, 3, 3}, {-20, 0, 0, 0, 20}};
    for (String name : List.of("poisson", "bernoulli", "negbin", "cat")) {
      LaplaceCase c = LaplaceCase.named(name);
      double expected = c.marginal(c.covariance(), 1).value();
      for (double[] start : starts) {
        LaplaceCase.Result result = c.marginal(c.covariance(), start, 1e-12, 500, 1, 1000, 1);
        assertEquals(expected, result.value(), 1e-11, name);
      }
    }
  }

  @Test
  void singularCovarianceIsNoHindrance() {
    LaplaceCase c = LaplaceCase.named("poisson");
    double[] ones = new double[25];
    Arrays.fill(ones, 0.7);
    double first = c.marginal(ones, 1).value();
    assertEquals(first, c.marginal(ones, 3).value(), 1e-12);
    double[] start = {0.5, -0.5, 1, 0.2, -1};
    assertEquals(first, c.marginal(ones, start, 1e-12, 500, 1, 1000, 1).value(), 1e-12);
    double[] nearly = ones.clone();
    for (int i = 0; i < 5; i++) {
      nearly[i * 6] += 1e-9;
    }
    assertEquals(DirectLaplace.value(c.likelihood(), nearly, 5), first, 1e-6);
    assertEquals(0, c.marginal(new double[25], 1).trace()[3]);
  }
}
