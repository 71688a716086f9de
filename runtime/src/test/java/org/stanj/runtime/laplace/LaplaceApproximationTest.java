package org.stanj.runtime.laplace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.stanj.runtime.hmc.Density;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** A normal density is its own approximation. */
final class LaplaceApproximationTest {
  private static final double[][] PRECISION = {{4, 1.5, 0}, {1.5, 1, -0.01}, {0, -0.01, 0.01}};
  private static final double[] MEAN = {1, -20, 300};

  private static double normal(double[] q, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      gradient[i] = 0;
      for (int j = 0; j < 3; j++) {
        gradient[i] -= PRECISION[i][j] * (q[j] - MEAN[j]);
      }
      sum += gradient[i] * (q[i] - MEAN[i]) / 2;
    }
    return sum + 7;
  }

  @Test
  void theExpansionOfANormalDensityIsExact() {
    Density density = LaplaceApproximationTest::normal;
    LaplaceApproximation.Expansion expansion = LaplaceApproximation.expand(density, MEAN);
    assertEquals(7, expansion.logDensity());
    assertArrayEquals(new double[3], expansion.gradient());
    double[] hessian = expansion.hessian();
    for (int i = 0; i < 9; i++) {
      assertEquals(-PRECISION[i / 3][i % 3], hessian[i], 1e-9);
    }
  }

  @Test
  void drawsOfANormalDensityHaveItsLogDensity() {
    Density density = LaplaceApproximationTest::normal;
    LaplaceApproximation approximation =
        LaplaceApproximation.of(MEAN, LaplaceApproximation.expand(density, MEAN)).orElseThrow();
    RandomStream random = Streams.open(StreamKey.sampler(5, 1));
    double[] gradient = new double[3];
    double sum = 0;
    int n = 10_000;
    for (int i = 0; i < n; i++) {
      LaplaceApproximation.Draw draw = approximation.draw(random);
      double logDensity = normal(draw.position(), gradient);
      assertEquals(logDensity - 7, draw.logDensity(), 1e-6 * (8 - logDensity));
      sum -= 2 * draw.logDensity();
    }
    // chi-squared with 3 degrees of freedom: mean 3, variance 6; four standard errors
    assertEquals(3, sum / n, 4 * Math.sqrt(6.0 / n));
  }

  @Test
  void aSaddleHasNone() {
    double[] origin = new double[2];
    LaplaceApproximation.Expansion saddle =
        new LaplaceApproximation.Expansion(0, origin, new double[] {-1, 0, 0, 1});
    assertTrue(LaplaceApproximation.of(origin, saddle).isEmpty());
  }
}
