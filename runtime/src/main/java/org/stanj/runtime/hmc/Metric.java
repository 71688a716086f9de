package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;

/**
 * A Euclidean metric M: momenta p are normal with covariance M, the kinetic energy is ½ pᵀM⁻¹p.
 * Immutable. The methods are kernels on the caller's arrays.
 */
public sealed interface Metric permits UnitMetric, DiagonalMetric, DenseMetric, LowRankMetric {
  /** The metric M = I in {@code n} dimensions, in the wanted form. */
  static Metric unit(MetricForm form, int n) {
    return switch (form) {
      case UNIT_E -> new UnitMetric();
      case DIAG_E -> DiagonalMetric.unit(n);
      case DENSE_E -> DenseMetric.unit(n);
      case FISHER_DIAG -> DiagonalMetric.fisher(DiagonalMetric.unit(n).inverse());
      case LOW_RANK -> LowRankMetric.diagonal(DiagonalMetric.unit(n).inverse());
    };
  }

  /**
   * The metric with a given inverse.
   *
   * @param inverse as in {@link #inverse}
   * @throws IllegalArgumentException unless it is positive definite
   */
  static Metric of(MetricForm form, double[] inverse) {
    return switch (form) {
      case UNIT_E -> new UnitMetric();
      case DIAG_E -> new DiagonalMetric(inverse);
      case DENSE_E -> new DenseMetric(inverse);
      case FISHER_DIAG -> DiagonalMetric.fisher(inverse);
      case LOW_RANK -> new LowRankMetric(LowRankMetric.Parts.of(inverse));
    };
  }

  /** Its form on the command line. */
  MetricForm form();

  /** Fills {@code velocity} with M⁻¹p. */
  void velocity(double[] p, double[] velocity);

  /** ½ pᵀM⁻¹p. */
  double kineticEnergy(double[] p);

  /** Fills {@code p} from standard normals. */
  void drawMomentum(double[] p, DoubleSupplier standardNormal);

  /**
   * The elements of M⁻¹ that warmup adapts, a copy: none, the diagonal, all of them row by row, or
   * the parts of {@link LowRankMetric#inverse}.
   */
  double[] inverse();
}
