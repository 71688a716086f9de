package org.stanj.runtime.hmc;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** M⁻¹ = diag(v): v estimates the variances of the target. */
public final class DiagonalMetric implements Metric {
  private final double[] inverse;
  private final double[] scale;
  private final MetricForm form;

  /**
   * @param inverse the diagonal of M⁻¹, copied
   * @throws IllegalArgumentException unless all elements are positive and finite
   */
  public DiagonalMetric(double[] inverse) {
    this(inverse, MetricForm.DIAG_E);
  }

  /** The same metric, which warmup learns from gradients as well. */
  public static DiagonalMetric fisher(double[] inverse) {
    return new DiagonalMetric(inverse, MetricForm.FISHER_DIAG);
  }

  private DiagonalMetric(double[] inverse, MetricForm form) {
    this.form = form;
    this.inverse = inverse.clone();
    this.scale = new double[inverse.length];
    for (int i = 0; i < scale.length; i++) {
      if (!(inverse[i] > 0) || Double.isInfinite(inverse[i])) {
        throw new IllegalArgumentException("Inverse Euclidean metric not positive definite.");
      }
      scale[i] = 1 / Math.sqrt(inverse[i]);
    }
  }

  /** The metric M = I in {@code n} dimensions, before anything is known. */
  public static DiagonalMetric unit(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return new DiagonalMetric(ones);
  }

  @Override
  public MetricForm form() {
    return form;
  }

  @Override
  public void velocity(double[] p, double[] velocity) {
    for (int i = 0; i < p.length; i++) {
      velocity[i] = inverse[i] * p[i];
    }
  }

  @Override
  public double kineticEnergy(double[] p) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += inverse[i] * p[i] * p[i];
    }
    return 0.5 * sum;
  }

  @Override
  public void drawMomentum(double[] p, DoubleSupplier standardNormal) {
    for (int i = 0; i < p.length; i++) {
      p[i] = standardNormal.getAsDouble() * scale[i];
    }
  }

  @Override
  public double[] inverse() {
    return inverse.clone();
  }
}
