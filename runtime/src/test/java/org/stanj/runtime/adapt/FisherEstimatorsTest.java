package org.stanj.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.MetricForm;

/** Of a normal density both metrics are known: gradients are those of its covariance. */
final class FisherEstimatorsTest {
  private final Random random = new Random(5);

  private double[] normals(int n) {
    return random.doubles(n).map(u -> random.nextGaussian()).toArray();
  }

  @Test
  void diagonalIsExactForIndependentNormalsAfterTwoPositions() {
    double[] sd = {1e-3, 1, 250};
    FisherDiagonalEstimator estimator = new FisherDiagonalEstimator(3);
    for (int draw = 0; draw < 2; draw++) {
      double[] z = normals(3);
      estimator.add(
          new double[] {7 + sd[0] * z[0], sd[1] * z[1], sd[2] * z[2]},
          new double[] {-z[0] / sd[0], -z[1] / sd[1], -z[2] / sd[2]});
    }
    double[] inverse = estimator.metric().inverse();
    for (int i = 0; i < 3; i++) {
      assertEquals(1, inverse[i] / (sd[i] * sd[i]), 1e-6);
    }
  }

  @Test
  void whatDoesNotVaryGetsAShrunkVariance() {
    FisherDiagonalEstimator estimator = new FisherDiagonalEstimator(2);
    estimator.add(new double[] {1, 3}, new double[] {2, 2});
    estimator.add(new double[] {1, 5}, new double[] {2, 2});
    double prior = 1e-3 * 5 / 7;
    assertArrayEquals(
        new double[] {prior, 2 * 2 / 7.0 + prior}, estimator.metric().inverse(), 1e-15);
  }

  @Test
  void anOverflowNamesItsParameter() {
    for (MetricEstimator estimator :
        List.of(new FisherDiagonalEstimator(2), new LowRankEstimator(2))) {
      estimator.add(new double[] {1, 1e200}, new double[] {1, 1});
      estimator.add(new double[] {2, 3}, new double[] {2, 2});
      MetricException e = assertThrows(MetricException.class, estimator::metric);
      assertTrue(e.describe(List.of("mu", "tau")).contains("The variance of tau, "));
    }
  }

  @Test
  void anOverflowOfGradientsLeavesTheDiagonal() {
    LowRankEstimator estimator = new LowRankEstimator(2);
    estimator.add(new double[] {1, 2}, new double[] {1, 1e200});
    estimator.add(new double[] {2, 3}, new double[] {2, 2});
    assertEquals(0, estimator.metric().inverse()[0]);
  }

  /** q = S^½ z with S = I + 8 aaᵀ + 80 bbᵀ: two directions, whichever the number of dimensions. */
  @ParameterizedTest
  @ValueSource(ints = {3, 10, 300})
  void lowRankFindsTheCovarianceOfANormal(int n) {
    LowRankEstimator estimator = new LowRankEstimator(n);
    double[] a = new double[n];
    double[] b = new double[n];
    a[0] = 0.6;
    a[1] = 0.8;
    b[n - 1] = 1;
    for (int draw = 0; draw < 60; draw++) {
      double[] z = normals(n);
      double alongA = a[0] * z[0] + a[1] * z[1];
      double alongB = z[n - 1];
      double[] q = new double[n];
      double[] gradient = new double[n];
      for (int i = 0; i < n; i++) {
        q[i] = z[i] + 2 * alongA * a[i] + 8 * alongB * b[i];
        gradient[i] = -(z[i] - (1 - 1 / 3.0) * alongA * a[i] - (1 - 1 / 9.0) * alongB * b[i]);
      }
      estimator.add(q, gradient);
    }
    double[] velocity = new double[n];
    double[] p = new double[n];
    p[0] = 1;
    p[n - 1] = 1;
    Metric metric = estimator.metric();
    metric.velocity(p, velocity);
    double[] expected = new double[n];
    expected[0] = 1 + 8 * a[0] * a[0];
    expected[1] = 8 * a[0] * a[1];
    expected[n - 1] = 81;
    if (n == 3) {
      assertArrayEquals(expected, velocity, 0.02);
      return;
    }
    for (int i = 0; i < n; i++) {
      assertEquals(expected[i], velocity[i], 0.05 * 81);
    }
    assertEquals(81, velocity[n - 1], 1);
  }

  @Test
  void everySecondPositionIsKeptWhereThereAreMany() {
    int n = 251;
    LowRankEstimator estimator = new LowRankEstimator(n);
    for (int i = 0; i < 700; i++) {
      double[] q = new double[n];
      q[0] = i;
      estimator.add(q, q);
    }
    EstimatorState state = estimator.save();
    assertEquals(700, state.count());
    assertEquals(175, state.mean().length / n);
    for (int i = 0; i < 175; i++) {
      assertEquals(4 * i, state.mean()[i * n]);
      assertEquals(4 * i, state.squares()[i * n]);
    }
  }

  /** What two estimators have seen is what one sees of both. */
  @Test
  void estimatorsAbsorbEachOther() {
    int n = 3;
    for (MetricForm form : MetricForm.values()) {
      MetricEstimator all = MetricEstimator.of(form, n);
      MetricEstimator first = MetricEstimator.of(form, n);
      MetricEstimator second = MetricEstimator.of(form, n);
      MetricEstimator none = MetricEstimator.of(form, n);
      if (form == MetricForm.UNIT_E) {
        continue;
      }
      for (int i = 0; i < 30; i++) {
        double[] q = normals(n);
        double[] gradient = normals(n);
        all.add(q, gradient);
        (i < 7 ? first : second).add(q, gradient);
      }
      none.absorb(first.save());
      none.absorb(MetricEstimator.of(form, n).save());
      none.absorb(second.save());
      assertArrayEquals(all.metric().inverse(), none.metric().inverse(), 1e-12, form.name());
    }
  }

  @Test
  void aSavedEstimatorGoesOn() {
    for (int n : List.of(2, 251)) {
      LowRankEstimator original = new LowRankEstimator(n);
      LowRankEstimator restored = new LowRankEstimator(n);
      for (int i = 0; i < 600; i++) {
        if (i == 400) {
          restored.restore(original.save());
        }
        double[] q = normals(n);
        original.add(q, normals(n));
        if (i >= 400) {
          restored.add(q, q);
        }
      }
      assertEquals(original.save().count(), restored.save().count());
      assertArrayEquals(original.save().mean(), restored.save().mean());
    }
  }
}
