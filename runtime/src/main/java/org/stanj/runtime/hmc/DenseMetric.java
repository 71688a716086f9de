package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;

/** M⁻¹ = Σ: Σ estimates the covariance of the target. */
public final class DenseMetric implements Metric {
  /** By how much Σᵢⱼ and Σⱼᵢ may differ. */
  private static final double SYMMETRY = 1e-8;

  private final int size;
  private final double[] inverse;

  /** L with Σ = LLᵀ, row by row. */
  private final double[] factor;

  /**
   * @param inverse M⁻¹ row by row, copied
   * @throws IllegalArgumentException unless it is symmetric and positive definite
   */
  public DenseMetric(double[] inverse) {
    this.size = (int) Math.round(Math.sqrt(inverse.length));
    this.inverse = inverse.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (!(Math.abs(inverse[i * size + j] - inverse[j * size + i]) <= SYMMETRY)) {
          throw notPositiveDefinite();
        }
      }
    }
    this.factor = cholesky(this.inverse, size);
  }

  /** The metric M = I in {@code n} dimensions. */
  public static DenseMetric unit(int n) {
    double[] identity = new double[n * n];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    return new DenseMetric(identity);
  }

  private static IllegalArgumentException notPositiveDefinite() {
    return new IllegalArgumentException("Inverse Euclidean metric not positive definite.");
  }

  private static double[] cholesky(double[] a, int n) {
    double[] l = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= l[i * n + k] * l[j * n + k];
        }
        if (i > j) {
          l[i * n + j] = sum / l[j * n + j];
        } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
          l[i * n + i] = Math.sqrt(sum);
        } else {
          throw notPositiveDefinite();
        }
      }
    }
    return l;
  }

  @Override
  public MetricForm form() {
    return MetricForm.DENSE_E;
  }

  @Override
  public void velocity(double[] p, double[] velocity) {
    for (int i = 0; i < size; i++) {
      velocity[i] = row(i, p);
    }
  }

  private double row(int i, double[] p) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      sum += inverse[i * size + j] * p[j];
    }
    return sum;
  }

  @Override
  public double kineticEnergy(double[] p) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += p[i] * row(i, p);
    }
    return 0.5 * sum;
  }

  /** Solves Lᵀp = z, so that p has covariance (LLᵀ)⁻¹ = M. */
  @Override
  public void drawMomentum(double[] p, DoubleSupplier standardNormal) {
    for (int i = 0; i < size; i++) {
      p[i] = standardNormal.getAsDouble();
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = p[i];
      for (int k = i + 1; k < size; k++) {
        sum -= factor[k * size + i] * p[k];
      }
      p[i] = sum / factor[i * size + i];
    }
  }

  @Override
  public double[] inverse() {
    return inverse.clone();
  }
}
