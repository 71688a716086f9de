package org.stanj.runtime.variational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.hmc.Density;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StandardNormal;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** Fits of normal densities, whose best approximations are known. */
final class AdviTest {
  /** Covariance [[1, 0.8], [0.8, 2]] around (3, −1), normalised. */
  private static double correlated(double[] q, double[] gradient) {
    double x = q[0] - 3;
    double y = q[1] + 1;
    double determinant = 2 - 0.64;
    gradient[0] = -(2 * x - 0.8 * y) / determinant;
    gradient[1] = -(y - 0.8 * x) / determinant;
    double squares = -(gradient[0] * x + gradient[1] * y);
    return -0.5 * squares - 0.5 * Math.log(determinant) - Math.log(2 * Math.PI);
  }

  private static Advi advi(Density density, Family family, int seed) {
    Advi.Settings settings = new Advi.Settings(20_000, 10, 500, 50, 1e-9, 500);
    double[] start = new double[family.dimensions()];
    return new Advi(density, family, start, settings, Streams.open(StreamKey.sampler(seed, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void fullRankFindsTheNormalItself(int seed) {
    List<Evaluation> log = new ArrayList<>();
    Advi advi = advi(AdviTest::correlated, Family.fullRank(2), seed);
    Advi.Fit fit = advi.ascend(0.2, log::add);
    assertArrayEquals(new double[] {3, -1}, fit.approximation().mean(), 0.05);
    double[] moments = moments(fit.approximation(), seed);
    assertArrayEquals(new double[] {1, 0.8, 2}, moments, 0.1);
    // the evidence is 1; a value of the bound has variance 1 / 500, four standard errors
    double last = log.stream().skip(20).mapToDouble(Evaluation::elbo).average().orElseThrow();
    assertEquals(0, last, 4 * Math.sqrt(1.0 / 500 / 20));
    assertEquals(Advi.End.ITERATIONS, fit.end());
    assertEquals(40, log.size());
  }

  /** The mean-field optimum has the conditional variances: 1 / precision. */
  @Test
  void meanFieldFindsTheConditionalVariances() {
    Advi advi = advi(AdviTest::correlated, Family.meanField(2), 4);
    Advi.Fit fit = advi.ascend(0.2, e -> {});
    assertArrayEquals(new double[] {3, -1}, fit.approximation().mean(), 0.05);
    double[] moments = moments(fit.approximation(), 4);
    assertArrayEquals(new double[] {1.36 / 2, 0, 1.36}, moments, 0.06);
  }

  @Test
  void triesStepSizesUntilTheyGetWorse() {
    List<Integer> iterations = new ArrayList<>();
    Advi advi = advi(AdviTest::correlated, Family.meanField(2), 5);
    Advi.StepSize found = advi.adapt(iterations::add);
    assertEquals(new Advi.StepSize(1, true), found);
    assertEquals(200, iterations.size());
    assertEquals(250, advi.adaptationTotal());
  }

  /** Variance, covariance and variance of draws. */
  private static double[] moments(Approximation fit, int seed) {
    StandardNormal normal = new StandardNormal(Streams.open(StreamKey.init(seed, 9)));
    double[] mean = fit.mean();
    double[] sums = new double[3];
    int n = 40_000;
    for (int i = 0; i < n; i++) {
      double[] q = fit.draw(normal).position();
      double x = q[0] - mean[0];
      double y = q[1] - mean[1];
      sums[0] += x * x / n;
      sums[1] += x * y / n;
      sums[2] += y * y / n;
    }
    return sums;
  }

  @Test
  void gradientsAreThoseOfTheBound() {
    for (Family family : List.of(Family.meanField(2), Family.fullRank(2))) {
      double[] member = family.around(new double[] {1, 2});
      for (int i = 0; i < member.length; i++) {
        member[i] += 0.1 * (i + 1);
      }
      double[] z = {0.7, -1.3};
      double[] exact = new double[member.length];
      double[] gradient = new double[2];
      double[] q = new double[2];
      family.place(member, z, q);
      correlated(q, gradient);
      family.addPathwise(member, z, gradient, exact);
      family.addEntropy(member, exact);
      for (int i = 0; i < member.length; i++) {
        double h = 1e-5;
        double[] above = member.clone();
        above[i] += h;
        double[] below = member.clone();
        below[i] -= h;
        double difference = (term(family, above, z) - term(family, below, z)) / (2 * h);
        assertEquals(difference, exact[i], 1e-8);
      }
    }
  }

  private static double term(Family family, double[] member, double[] z) {
    double[] q = new double[2];
    family.place(member, z, q);
    return correlated(q, new double[2]) + family.entropy(member);
  }

  @Test
  void drawsOutsideTheSupportAreReplaced() {
    // exponential density on its own scale: a normal with little mass below 0 still fits
    Density positive =
        (q, gradient) -> {
          if (q[0] <= 0) {
            throw RejectException.domain("must be positive");
          }
          gradient[0] = 9 / q[0] - 1;
          return 9 * Math.log(q[0]) - q[0];
        };
    Advi.Settings settings = new Advi.Settings(2000, 5, 100, 50, 0.01, 100);
    Advi advi =
        new Advi(
            positive,
            Family.meanField(1),
            new double[] {3},
            settings,
            Streams.open(StreamKey.sampler(2, 1)));
    double mean = advi.ascend(1, e -> {}).approximation().mean()[0];
    assertTrue(mean > 7 && mean < 12, "mean " + mean);
  }

  @Test
  void saysWhenThereIsNoSupport() {
    Density nowhere = (q, gradient) -> Double.NEGATIVE_INFINITY;
    Advi advi = advi(nowhere, Family.meanField(1), 1);
    RejectException e = assertThrows(RejectException.class, () -> advi.ascend(1, x -> {}));
    assertTrue(e.getMessage().contains("dropped evaluations has reached its maximum amount (100)"));
    assertThrows(RejectException.class, () -> advi.adapt(i -> {}));
  }

  @Test
  void looksAtTheLatestChangesOnly() {
    RecentChanges changes = new RecentChanges(2);
    changes.add(1);
    assertEquals(1, changes.median());
    changes.add(159.701);
    assertEquals(80.3505, changes.mean(), 1e-12);
    assertEquals(159.701, changes.median());
    changes.add(1.183);
    assertEquals((159.701 + 1.183) / 2, changes.mean(), 1e-12);
  }
}
