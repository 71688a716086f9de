package org.stanj.runtime.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VarianceEstimatorTest {
  @Test
  void variancesAreShrunk() {
    VarianceEstimator estimator = new VarianceEstimator(2);
    double[][] positions = {{1, 1e8}, {2, 1e8 + 1}, {4, 1e8 + 2}, {9, 1e8 + 5}};
    for (double[] q : positions) {
      estimator.add(q);
    }
    double prior = 1e-3 * 5 / 9;
    double first = 4 / 9.0 * (38.0 / 3) + prior;
    double second = 4 / 9.0 * (14.0 / 3) + prior;
    assertArrayEquals(new double[] {first, second}, estimator.regularised(), 1e-7);
  }

  @Test
  void nothingSeenGivesThePrior() {
    VarianceEstimator estimator = new VarianceEstimator(1);
    assertEquals(1e-3, estimator.regularised()[0]);
    estimator.add(new double[] {7});
    estimator.restart();
    assertEquals(1e-3, estimator.regularised()[0]);
  }

  @Test
  void anOverflowNamesItsElement() {
    VarianceEstimator estimator = new VarianceEstimator(2);
    estimator.add(new double[] {0, 0});
    estimator.add(new double[] {1, -1e200});
    MetricException e = assertThrows(MetricException.class, estimator::metric);
    assertEquals(
        "Numerical overflow in metric adaptation. This occurs when the sampler encounters extreme"
            + " values on the unconstrained space; this may happen when the posterior density"
            + " function is too wide or improper. There may be problems with your model"
            + " specification.\nThe variance of tau, on the unconstrained scale, is inf.",
        e.describe(List.of("mu", "tau")));
  }
}
