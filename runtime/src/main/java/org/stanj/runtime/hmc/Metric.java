package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;

/**
 * A Euclidean metric M: momenta p are normal with covariance M, the kinetic energy is ½ pᵀM⁻¹p.
 * Immutable. The methods are kernels on the caller's arrays.
 */
public sealed interface Metric permits UnitMetric, DiagonalMetric {
  /** Its form on the command line. */
  MetricForm form();

  /** Fills {@code velocity} with M⁻¹p. */
  void velocity(double[] p, double[] velocity);

  /** ½ pᵀM⁻¹p. */
  double kineticEnergy(double[] p);

  /** Fills {@code p} from standard normals. */
  void drawMomentum(double[] p, DoubleSupplier standardNormal);

  /** The elements of M⁻¹ that warmup adapts; a copy. Empty for the unit metric. */
  double[] inverse();
}
