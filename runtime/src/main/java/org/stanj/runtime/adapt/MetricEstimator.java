package org.stanj.runtime.adapt;

import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.MetricForm;

/** Learns an inverse metric from positions, and from the gradients there. */
sealed interface MetricEstimator
    permits VarianceEstimator, CovarianceEstimator, FisherDiagonalEstimator, LowRankEstimator {
  /** The estimator of a form in {@code n} dimensions; that of the unit metric learns nothing. */
  static MetricEstimator of(MetricForm form, int n) {
    return switch (form) {
      case UNIT_E -> new VarianceEstimator(0);
      case DIAG_E -> new VarianceEstimator(n);
      case DENSE_E -> new CovarianceEstimator(n);
      case FISHER_DIAG -> new FisherDiagonalEstimator(n);
      case LOW_RANK -> new LowRankEstimator(n);
    };
  }

  /** Adds a position and the gradient of the log density there; neither array is kept. */
  void add(double[] q, double[] gradient);

  /** Adds what another estimator of the same form has seen. */
  void absorb(EstimatorState other);

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
