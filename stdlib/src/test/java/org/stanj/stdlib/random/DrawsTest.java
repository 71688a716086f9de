package org.stanj.stdlib.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.scalar.BesselFunctions;
import org.stanj.stdlib.scalar.BetaFunctions;
import org.stanj.stdlib.scalar.GammaFunctions;
import org.stanj.stdlib.scalar.IncompleteBeta;
import org.stanj.stdlib.scalar.IncompleteGamma;
import org.stanj.stdlib.scalar.NormalFunctions;

/**
 * Draws against distribution functions: Kolmogorov and Smirnov for reals, χ² for integers. Each
 * test rejects by chance with probability 1e−5 for a random seed; the seeds are fixed. The last
 * test shows that wrong draws are found.
 */
final class DrawsTest {
  private static final int N = 20_000;

  /** √(−½ log(1e−5/2)): the limit of √N times the largest deviation. */
  private static final double KS_LIMIT = 2.47;

  /** Standard deviations of χ² above its mean that the approximate limit allows. */
  private static final double CHI_SQUARE_LIMIT = 4.8;

  private record Real(
      String name, ToDoubleFunction<RandomStream> draw, DoubleUnaryOperator distribution) {
    @Override
    public String toString() {
      return name;
    }
  }

  private record Whole(String name, ToIntFunction<RandomStream> draw, IntToDoubleFunction mass) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Real> reals() {
    return Stream.of(
        new Real("standard normal", Draws::standardNormal, NormalFunctions::phi),
        new Real("standard uniform", Draws::standardUniform, x -> x),
        new Real("standard exponential", Draws::standardExponential, x -> -Math.expm1(-x)),
        new Real("uniform", s -> Draws.uniform(s, -2, 3), x -> (x + 2) / 5),
        gamma(0.05),
        gamma(0.7),
        gamma(1),
        gamma(3.3),
        gamma(250),
        beta(0.1, 0.2),
        beta(0.5, 3),
        beta(40, 70),
        vonMises(0),
        vonMises(0.4),
        vonMises(30));
  }

  private static Real gamma(double alpha) {
    return new Real(
        "gamma " + alpha,
        s -> Draws.standardGamma(s, alpha),
        x -> Math.exp(IncompleteGamma.logP(alpha, x)));
  }

  private static Real beta(double a, double b) {
    return new Real(
        "beta " + a + " " + b,
        s -> Draws.beta(s, a, b),
        x -> Math.exp(IncompleteBeta.logI(a, b, x, 1 - x)));
  }

  /** The distribution function about 0 by the trapezoidal rule. */
  private static Real vonMises(double kappa) {
    DoubleUnaryOperator density =
        t -> Math.exp(kappa * Math.cos(t) - BesselFunctions.logI(0, kappa)) / (2 * Math.PI);
    DoubleUnaryOperator distribution =
        x -> {
          int n = 300 + (int) (20 * kappa);
          double h = (x + Math.PI) / n;
          double inner =
              IntStream.range(1, n).mapToDouble(i -> density.applyAsDouble(i * h - Math.PI)).sum();
          double ends = density.applyAsDouble(-Math.PI) + density.applyAsDouble(x);
          return h * (inner + 0.5 * ends);
        };
    return new Real("von Mises " + kappa, s -> Draws.vonMises(s, 0, kappa), distribution);
  }

  static Stream<Whole> wholes() {
    return Stream.of(
        new Whole("bernoulli", s -> Draws.bernoulli(s, 0.3), n -> n == 1 ? 0.3 : n == 0 ? 0.7 : 0),
        binomial(5, 0.3),
        binomial(60, 0.02),
        binomial(1000, 0.45),
        poisson(0.01),
        poisson(3.5),
        poisson(90),
        new Whole("range", s -> Draws.discreteRange(s, -3, 4), n -> n >= -3 && n <= 4 ? 0.125 : 0),
        new Whole(
            "hypergeometric",
            s -> Draws.hypergeometric(s, 6, 7, 5),
            n ->
                n < 1 || n > 6
                    ? 0
                    : (double) BetaFunctions.choose(7, n)
                        * BetaFunctions.choose(5, 6 - n)
                        / BetaFunctions.choose(12, 6)),
        new Whole(
            "categorical",
            s -> Multivariate.categorical(s, new double[] {9, 0.2, 0.5, 0.3}, 1, 3),
            n -> n == 1 ? 0.2 : n == 2 ? 0.5 : n == 3 ? 0.3 : 0));
  }

  private static Whole binomial(int n, double p) {
    return new Whole(
        "binomial " + n + " " + p,
        s -> Draws.binomial(s, n, p),
        k ->
            k < 0 || k > n
                ? 0
                : Math.exp(
                    BetaFunctions.lchoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p)));
  }

  private static Whole poisson(double lambda) {
    return new Whole(
        "poisson " + lambda,
        s -> Draws.poisson(s, lambda),
        k -> k < 0 ? 0 : Math.exp(k * Math.log(lambda) - lambda - GammaFunctions.lgamma(k + 1.0)));
  }

  @ParameterizedTest
  @MethodSource("reals")
  void realsFollowTheirDistribution(Real test) {
    double statistic = kolmogorov(test.draw(), test.distribution(), test.name().hashCode());
    assertTrue(statistic < KS_LIMIT, test + ": " + statistic);
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void wholesFollowTheirDistribution(Whole test) {
    double statistic = chiSquare(test.draw(), test.mass(), test.name().hashCode());
    assertTrue(statistic < CHI_SQUARE_LIMIT, test + ": " + statistic);
  }

  @Test
  void wrongDrawsAreFound() {
    double shifted = kolmogorov(s -> Draws.standardNormal(s) + 0.06, NormalFunctions::phi, 1);
    assertTrue(shifted > KS_LIMIT, "shifted normal: " + shifted);
    double biased = chiSquare(s -> Draws.poisson(s, 3.65), poisson(3.5).mass(), 1);
    assertTrue(biased > CHI_SQUARE_LIMIT, "poisson with another rate: " + biased);
  }

  @Test
  void degenerateParametersGiveTheOnlyValue() {
    RandomStream stream = new SplitMixStream(7);
    assertEquals(0, Draws.poisson(stream, 0));
    assertEquals(0, Draws.binomial(stream, 0, 0.4));
    assertEquals(500, Draws.binomial(stream, 500, 1));
    assertEquals(0, Draws.binomial(stream, 500, 0));
    assertEquals(4, Draws.discreteRange(stream, 4, 4));
  }

  private static double kolmogorov(
      ToDoubleFunction<RandomStream> draw, DoubleUnaryOperator distribution, long seed) {
    RandomStream stream = new SplitMixStream(seed);
    int n = N;
    double[] draws = IntStream.range(0, n).mapToDouble(i -> draw.applyAsDouble(stream)).toArray();
    Arrays.sort(draws);
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double f = distribution.applyAsDouble(draws[i]);
      worst = Math.max(worst, Math.max(f - (double) i / n, (i + 1.0) / n - f));
    }
    return Math.sqrt(n) * worst;
  }

  /** (χ² − df)/√(2 df) over cells of at least 10 expected draws; the rest is one cell. */
  private static double chiSquare(
      ToIntFunction<RandomStream> draw, IntToDoubleFunction mass, long seed) {
    RandomStream stream = new SplitMixStream(seed);
    int shift = 10;
    int[] counts = new int[2000];
    for (int i = 0; i < N; i++) {
      counts[draw.applyAsInt(stream) + shift]++;
    }
    double statistic = 0;
    double restExpected = N;
    int restCount = N;
    int cells = 0;
    for (int k = 0; k < counts.length; k++) {
      double expected = N * mass.applyAsDouble(k - shift);
      if (expected >= 10) {
        statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
        restExpected -= expected;
        restCount -= counts[k];
        cells++;
      }
    }
    if (restExpected > 1) {
      statistic += (restCount - restExpected) * (restCount - restExpected) / restExpected;
      cells++;
    } else {
      assertTrue(restCount < 12, "draws where there is no mass: " + restCount);
    }
    return (statistic - (cells - 1)) / Math.sqrt(2 * (cells - 1));
  }
}
