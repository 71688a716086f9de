package org.stanj.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CovarianceEstimatorTest {
  @Test
  void covarianceIsShrunk() {
    CovarianceEstimator estimator = new CovarianceEstimator(2);
    double[][] positions = {{1, 1e8}, {2, 1e8 + 1}, {4, 1e8 + 2}, {9, 1e8 + 5}};
    for (double[] q : positions) {
      estimator.add(q);
    }
    double prior = 1e-3 * 5 / 9;
    double first = 4 / 9.0 * (38.0 / 3) + prior;
    double second = 4 / 9.0 * (14.0 / 3) + prior;
    double cross = 4 / 9.0 * (23.0 / 3);
    assertArrayEquals(new double[] {first, cross, cross, second}, estimator.regularised(), 1e-7);
  }

  @Test
  void nothingSeenGivesThePrior() {
    CovarianceEstimator estimator = new CovarianceEstimator(2);
    assertArrayEquals(new double[] {1e-3, 0, 0, 1e-3}, estimator.regularised());
    estimator.add(new double[] {7, 5});
    estimator.restart();
    assertEquals(1e-3, estimator.regularised()[3]);
  }
}
