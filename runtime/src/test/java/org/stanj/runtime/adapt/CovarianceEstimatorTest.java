package org.stanj.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

  private static String failure(double[]... positions) {
    CovarianceEstimator estimator = new CovarianceEstimator(2);
    for (double[] q : positions) {
      estimator.add(q);
    }
    MetricException e = assertThrows(MetricException.class, estimator::metric);
    return e.describe(List.of("mu", "tau"));
  }

  @Test
  void anOverflowNamesItsElement() {
    String message = failure(new double[] {0, 0}, new double[] {1, 1e200}, new double[] {2, 3});
    assertTrue(message.startsWith("Numerical overflow in metric adaptation. "), message);
    assertTrue(
        message.endsWith("\nThe variance of tau, on the unconstrained scale, is inf."), message);
    assertTrue(
        failure(new double[] {0, 0}, new double[] {Double.NaN, 1})
            .endsWith("\nThe variance of mu, on the unconstrained scale, is nan."));
  }

  @Test
  void whatIsSingularNamesItsLargestVariance() {
    String message =
        failure(new double[] {0, 0}, new double[] {7e20, 14e20}, new double[] {14e20, 28e20});
    assertTrue(message.startsWith("Inverse Euclidean metric not positive definite. "), message);
    assertTrue(message.contains("\nThe variance of tau, on the unconstrained scale, is "), message);
  }
}
