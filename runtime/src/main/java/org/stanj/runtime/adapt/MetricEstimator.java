package org.stanj.runtime.adapt;

import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.MetricForm;

/** Learns an inverse metric from positions. */
sealed interface MetricEstimator permits VarianceEstimator, CovarianceEstimator {
  /** The estimator of a form in {@code n} dimensions; that of the unit metric learns nothing. */
  static MetricEstimator of(MetricForm form, int n) {
    return switch (form) {
      case UNIT_E -> new VarianceEstimator(0);
      case DIAG_E -> new VarianceEstimator(n);
      case DENSE_E -> new CovarianceEstimator(n);
    };
  }

  /** Adds a position. */
  void add(double[] q);

  /**
   * The inverse metric that the positions suggest.
   *
   * @throws MetricException if it is none
   */
  Metric metric();

  /** Forgets all positions. */
  void restart();

  /** A copy of its state, to be given to {@link #restore}. */
  EstimatorState save();

  /** Continues from a saved state, which is copied. */
  void restore(EstimatorState saved);
}
