package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.stdlib.abi.RejectException;

/** Integrals with known values and derivatives; errors as Stan 2.39 words them. */
final class QuadratureTest {
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double[] NONE = {};

  /** The integrand by x, xc and the active reals. */
  private interface Integrand {
    Dual of(double x, double xc, Dual[] p);
  }

  private static FormulaCallback callback(Integrand f, double... active) {
    return new FormulaCallback(
        (lead, p) -> new Dual[] {f.of(lead[0].value(), lead[1].value(), p)}, active);
  }

  private static double integral(FormulaCallback f, double a, double b, double tolerance) {
    double[] out = {Double.NaN, Double.NaN};
    double[] limits = {Double.NaN, a, b};
    Quadrature.integrate1d(f, limits, 1, 2, tolerance, "integrate_1d", out, 1, 1);
    return out[1];
  }

  private static double integral(FormulaCallback f, double a, double b) {
    return integral(f, a, b, TOLERANCE);
  }

  /** Derivatives by the limits, then by the active reals. */
  private static double[] gradient(FormulaCallback f, double a, double b) {
    double[] limits = {a, b};
    double[] all = new double[2 + f.activeLength()];
    Quadrature.integrate1dAdjoint(
        f,
        limits,
        0,
        2,
        TOLERANCE,
        "integrate_1d",
        new double[1],
        0,
        1,
        NONE,
        0,
        0,
        all,
        0,
        new double[] {1},
        0,
        all,
        2);
    return all;
  }

  private static String failure(FormulaCallback f, double a, double b, double tolerance) {
    return assertThrows(RejectException.class, () -> integral(f, a, b, tolerance)).getMessage();
  }

  private static String failure(FormulaCallback f, double a, double b) {
    return failure(f, a, b, TOLERANCE);
  }

  private static FormulaCallback beta(double a, double b) {
    return callback(
        (x, xc, p) -> {
          double low = x < 0.5 ? Math.abs(xc) : x;
          double high = x < 0.5 ? 1 - x : Math.abs(xc);
          return p[0].plus(-1).powerOf(low).times(p[1].plus(-1).powerOf(high));
        },
        a,
        b);
  }

  /** exp(−((x − m)/s)²/2)/s. */
  private static FormulaCallback normal(double m, double s) {
    return callback(
        (x, xc, p) -> p[0].times(-1).plus(x).over(p[1]).square().times(-0.5).exp().over(p[1]),
        m,
        s);
  }

  static Stream<Arguments> integrals() {
    Integrand root = (x, xc, p) -> p[0].times(Math.pow(x, -0.5));
    Integrand log = (x, xc, p) -> p[0].times(Math.log(x));
    Integrand above = (x, xc, p) -> p[0].times(Math.pow(x < 1.5 ? -xc : x - 1, -0.5));
    Integrand below = (x, xc, p) -> p[0].times(Math.pow(x < 1 ? 2 - x : xc, -0.5));
    Integrand cauchy = (x, xc, p) -> p[0].over(p[0].square().plus(x * x));
    Integrand gamma = (x, xc, p) -> p[0].powerOf(x).times(Math.exp(-x));
    Integrand fast = (x, xc, p) -> p[0].times(Math.sin(1000 * x));
    return Stream.of(
        Arguments.of(callback(root, 2), 0, 1, new double[] {4, 2}),
        Arguments.of(callback(log, 1), 0, 1, new double[] {-1, -1}),
        Arguments.of(callback(above, 1), 1, 2, new double[] {2, 2}),
        Arguments.of(callback(below, 1), -1, 2, new double[] {2 * Math.sqrt(3), 2 * Math.sqrt(3)}),
        Arguments.of(beta(0.1, 0.2), 0, 1, BETA_SMALL),
        Arguments.of(beta(3, 2), 0, 1, new double[] {1 / 12.0, -7 / 144.0, -13 / 144.0}),
        Arguments.of(normal(1.5, 2), -INFINITY, INFINITY, NORMAL[0]),
        Arguments.of(normal(1.5, 2), 0, INFINITY, NORMAL[1]),
        Arguments.of(normal(1.5, 2), -1, INFINITY, NORMAL[2]),
        Arguments.of(normal(1.5, 2), -INFINITY, -1, NORMAL[3]),
        Arguments.of(normal(1.5, 2), -INFINITY, 2, NORMAL[4]),
        Arguments.of(normal(1.5, 2), -2, 3, NORMAL[5]),
        Arguments.of(normal(1.5, 2), 100, INFINITY, new double[3]),
        Arguments.of(callback(cauchy, 2), -INFINITY, INFINITY, new double[] {Math.PI, 0}),
        Arguments.of(callback(cauchy, 2), 0, INFINITY, new double[] {Math.PI / 2, 0}),
        Arguments.of(callback(gamma, 3), 0, INFINITY, GAMMA),
        Arguments.of(callback(fast, 1), 0, 1, new double[] {FAST, FAST}));
  }

  private static final double[] BETA_SMALL = {
    14.599371492764829, -101.04561844229709, -26.082006008096905
  };

  /** Value and derivatives by the mean and the standard deviation, by mpmath. */
  private static final double[][] NORMAL = {
    {2.5066282746310005, 0.0, 0.0},
    {1.9385577453583796, 0.37741980099450367, -0.28306485074587775},
    {2.2418035647492954, 0.22891668088580713, -0.28614585110725891},
    {0.26482470988170511, -0.22891668088580713, 0.28614585110725891},
    {1.500734204157253, -0.48461661723817204, -0.12115415430954301},
    {1.8381443301056572, -0.26928721757956002, -0.47229687172202913}
  };

  private static final double[] GAMMA = {6.0, 7.5367060105908028};
  private static final double FAST = 0.00043762092370929701;

  @ParameterizedTest
  @MethodSource("integrals")
  void findsTheIntegralAndItsDerivatives(FormulaCallback f, double a, double b, double[] expected) {
    assertEquals(expected[0], integral(f, a, b), 1e-13 * (1 + Math.abs(expected[0])));
    double[] gradient = gradient(f, a, b);
    for (int i = 1; i < expected.length; i++) {
      assertEquals(expected[i], gradient[1 + i], 1e-12 * (1 + Math.abs(expected[i])));
    }
    assertTrue(f.calls() < 16_000, "calls " + f.calls());
  }

  @Test
  void smoothIntegrandsTakeFewCalls() {
    FormulaCallback f = normal(1.5, 2);
    integral(f, -INFINITY, INFINITY);
    assertTrue(f.calls() < 200, "calls " + f.calls());
  }

  /** The values that {@code normaliser_integrate_1d} has with Stan 2.39. */
  @ParameterizedTest
  @MethodSource("normalisers")
  void normalisesExponentialPowerNoise(double power, double expected) {
    FormulaCallback f = callback((x, xc, p) -> p[0].powerOf(x).times(-1).exp(), power);
    assertEquals(expected, integral(f, 0, INFINITY, 1e-8), 1e-14);
    double h = 1e-4;
    double difference =
        (integral(callback((x, xc, p) -> p[0].powerOf(x).times(-1).exp(), power + h), 0, INFINITY)
                - integral(
                    callback((x, xc, p) -> p[0].powerOf(x).times(-1).exp(), power - h),
                    0,
                    INFINITY))
            / (2 * h);
    assertEquals(difference, gradient(f, 0, INFINITY)[2], 1e-8);
  }

  static Stream<Arguments> normalisers() {
    return Stream.of(
        Arguments.of(2.3361467315317084, 0.8860914285624114),
        Arguments.of(2.8254717063058186, 0.8907605939211296),
        Arguments.of(1.7252272850370565, 0.891384108161416));
  }

  @Test
  void limitsGetTheIntegrand() {
    assertArrayEquals(
        new double[] {-0.10813258341494365, 0.37741980099450367, NORMAL[5][1], NORMAL[5][2]},
        gradient(normal(1.5, 2), -2, 3),
        1e-13);
    double[] infinite = gradient(normal(1.5, 2), -1, INFINITY);
    assertEquals(-Math.exp(-0.5 * 1.25 * 1.25) / 2, infinite[0], 1e-15);
    assertEquals(0, infinite[1]);
    FormulaCallback equal = callback((x, xc, p) -> p[0].times(x), 3);
    assertEquals(0, integral(equal, 2, 2));
    assertArrayEquals(new double[] {-6, 6, 0}, gradient(equal, 2, 2));
  }

  @Test
  void complementsAreDistancesFromTheNearerLimit() {
    FormulaCallback finite =
        callback(
            (x, xc, p) -> {
              boolean low = x < 3;
              double distance = low ? 2 - x : 4 - x;
              assertTrue(x == 3 || (low ? xc < 0 : xc > 0));
              assertEquals(distance, xc, 1e-15);
              assertTrue(xc != 0);
              return p[0];
            },
            1);
    assertEquals(2, integral(finite, 2, 4), 1e-14);
    FormulaCallback infinite =
        callback(
            (x, xc, p) -> {
              assertTrue(Double.isNaN(xc));
              return p[0].times(Math.exp(-Math.abs(x)));
            },
            1);
    assertEquals(2, integral(infinite, -INFINITY, INFINITY), 1e-7);
    assertEquals(2 - Math.exp(-1), integral(infinite, -1, INFINITY), 1e-13);
  }

  @Test
  void adjointsAreAddedTo() {
    double[] dActive = {5, 7, 11};
    double[] dLimits = {1, 2};
    Quadrature.integrate1dAdjoint(
        normal(1.5, 2),
        new double[] {-2, 3},
        0,
        2,
        TOLERANCE,
        "integrate_1d",
        new double[1],
        0,
        1,
        NONE,
        0,
        0,
        dLimits,
        0,
        new double[] {0, 10},
        1,
        dActive,
        1);
    assertArrayEquals(
        new double[] {5, 7 + 10 * NORMAL[5][1], 11 + 10 * NORMAL[5][2]}, dActive, 1e-12);
    assertArrayEquals(
        new double[] {1 - 1.0813258341494365, 2 + 3.7741980099450367}, dLimits, 1e-13);
  }

  private static FormulaCallback data(java.util.function.DoubleUnaryOperator f) {
    return callback((x, xc, p) -> p[0].times(f.applyAsDouble(x)), 1);
  }

  private static void assertTooInexact(String message, String where) {
    String start = "integrate: error estimate of integral" + where + " ";
    String end = " exceeds the given relative tolerance times norm of integral" + where;
    assertTrue(message.startsWith(start) && message.endsWith(end), message);
    String number = message.substring(start.length(), message.length() - end.length());
    assertTrue(Double.parseDouble(number) > 0, message);
  }

  @Test
  void saysWhatDoesNotConverge() {
    assertTooInexact(failure(data(x -> Math.sin(1000 * x)), 0, 100), "");
    assertTooInexact(failure(data(Math::sin), 0, INFINITY), "");
    assertTooInexact(failure(data(Math::sin), -INFINITY, INFINITY), "");
    assertTooInexact(failure(data(Math::sin), -1, INFINITY), " above zero");
    assertTooInexact(failure(data(Math::sin), -INFINITY, 1), " below zero");
    assertTooInexact(failure(data(x -> 1 / x), 0, 1), "");
    assertTooInexact(failure(data(x -> 1 / x), -1, 1), " below zero");
    assertTooInexact(failure(data(x -> 1 / x), 1, INFINITY), "");
    assertTooInexact(failure(data(x -> Math.pow(x, -0.99)), 0, 1), "");
    assertTooInexact(failure(data(x -> Math.pow(x, -1.01)), 1, INFINITY), "");
    assertTooInexact(failure(data(x -> 1 / Math.sqrt(x - 1)), 1, 2), "");
    assertTooInexact(failure(data(x -> Math.sin(1 / x)), 0, 1), "");
    assertTooInexact(failure(normal(1, 1), 0, 1, 0), "");
    assertTooInexact(failure(normal(1, 1), 0, 1, -1), "");
    assertTooInexact(failure(normal(1, 1), 0, 1, Double.NaN), "");
    assertTooInexact(failure(beta(0.01, 0.02), 0, 1), "");
  }

  @Test
  void failuresTakeBoundedTime() {
    FormulaCallback f = data(x -> Math.sin(1000 * x));
    failure(f, 0, 100);
    assertTrue(f.calls() < 210_000, "calls " + f.calls());
    FormulaCallback exact = normal(1, 1);
    failure(exact, 0, 1, 0);
    assertTrue(exact.calls() < 2000, "calls " + exact.calls());
    FormulaCallback tail = data(x -> 1 / x);
    failure(tail, 1, INFINITY);
    assertTrue(tail.calls() < 2000, "calls " + tail.calls());
  }

  @Test
  void saysWhereTheIntegrandIsUndefined() {
    String everywhere =
        "Error in function tanh_sinh<double>::integrate: The tanh_sinh quadrature found your"
            + " function to be non-finite everywhere! Please check your function for"
            + " singularities.";
    assertEquals(everywhere, failure(data(x -> Math.sqrt(x - 0.3)), 0, 1));
    assertEquals(everywhere, failure(data(x -> Double.NaN), 0, 1));
    assertTrue(
        failure(data(x -> x > 0.5 && x < 0.6 ? Double.NaN : 1), 0, 1)
            .contains("singular point and got nan"));
    assertTrue(failure(data(x -> Double.NaN), 0, INFINITY).contains("point and returned nan"));
    assertTrue(
        failure(data(x -> INFINITY), -INFINITY, INFINITY).contains("leading to the value inf.\n"));
  }

  @Test
  void refusesLimitsAsStanDoes() {
    FormulaCallback f = data(x -> 1);
    String below = ", but must be less than or equal to 1.000000";
    assertEquals("integrate_1d: lower limit is 2" + below, failure(f, 2, 1));
    assertEquals("integrate_1d: lower limit is nan" + below, failure(f, Double.NaN, 1));
    assertEquals(
        "integrate_1d: Integration endpoints are both inf", failure(f, INFINITY, INFINITY));
    assertEquals(
        "integrate_1d: Integration endpoints are both -inf", failure(f, -INFINITY, -INFINITY));
  }

  @Test
  void undefinedDerivativesOfZeroAreZero() {
    FormulaCallback underflows =
        callback(
            (x, xc, p) ->
                new Dual(
                    Math.exp(-x * x), new double[] {0, 0, x > 1000 ? Double.NaN : Math.exp(-x)}),
            1);
    assertEquals(1, gradient(underflows, 0, INFINITY)[2], 1e-13);
    FormulaCallback undefined =
        callback((x, xc, p) -> new Dual(Math.exp(-x), new double[] {0, 0, Double.NaN}), 1);
    assertEquals(
        "gradient_of_f: The gradient of f is nan for parameter 0",
        assertThrows(RejectException.class, () -> gradient(undefined, 0, 1)).getMessage());
  }

  @Test
  void derivativesHaveToConvergeToo() {
    FormulaCallback f =
        callback((x, xc, p) -> new Dual(1, new double[] {0, 0, Math.sin(1000 * x)}), 1);
    assertEquals(100, integral(f, 0, 100), 1e-12);
    assertTooInexact(
        assertThrows(RejectException.class, () -> gradient(f, 0, 100)).getMessage(), "");
  }

  /** A peak that the first nodes miss. */
  @Test
  void findsNarrowPeaks() {
    assertEquals(Math.sqrt(2 * Math.PI), integral(normal(3, 1e-3), 0, 10), 1e-12);
    assertEquals(Math.sqrt(2 * Math.PI), integral(normal(3, 1e-3), -INFINITY, INFINITY), 1e-12);
  }
}
