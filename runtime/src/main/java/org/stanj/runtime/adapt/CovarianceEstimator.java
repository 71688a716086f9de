package org.stanj.runtime.adapt;

import org.stanj.runtime.hmc.DenseMetric;
import org.stanj.runtime.hmc.Metric;

/**
 * Covariance of positions, updated one at a time by Welford's algorithm, and shrunk towards 10⁻³ I:
 * n/(n + 5) S + 10⁻³ · 5/(n + 5) I.
 */
final class CovarianceEstimator implements MetricEstimator {
  private static final double PRIOR_COUNT = 5;
  private static final double PRIOR_VARIANCE = 1e-3;

  private final double[] mean;
  private final double[] products;
  private final double[] before;
  private long count;

  /** An estimator in {@code n} dimensions that has seen nothing. */
  CovarianceEstimator(int n) {
    mean = new double[n];
    products = new double[n * n];
    before = new double[n];
  }

  @Override
  public void add(double[] q, double[] gradient) {
    add(q);
  }

  /** Adds a position. */
  void add(double[] q) {
    count++;
    int n = mean.length;
    for (int i = 0; i < n; i++) {
      before[i] = q[i] - mean[i];
      mean[i] += before[i] / count;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        products[i * n + j] += (q[i] - mean[i]) * before[j];
      }
    }
  }

  @Override
  public Metric metric() {
    double[] covariance = regularised();
    int n = mean.length;
    int widest = 0;
    for (int i = 0; i < n; i++) {
      requireFinite(covariance, i, i);
      widest = covariance[i * n + i] > covariance[widest * n + widest] ? i : widest;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        requireFinite(covariance, i, j);
      }
    }
    try {
      return new DenseMetric(covariance);
    } catch (IllegalArgumentException e) {
      throw MetricException.notPositiveDefinite(widest, covariance[widest * n + widest]);
    }
  }

  private void requireFinite(double[] covariance, int i, int j) {
    double value = covariance[i * mean.length + j];
    if (!Double.isFinite(value)) {
      throw MetricException.overflow(i, j, value);
    }
  }

  /** The shrunk covariance, row by row; that of fewer than two positions counts as zero. */
  double[] regularised() {
    int n = mean.length;
    double[] covariance = new double[n * n];
    double weight = count / (count + PRIOR_COUNT);
    double prior = PRIOR_VARIANCE * (PRIOR_COUNT / (count + PRIOR_COUNT));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sample = count > 1 ? products[i * n + j] / (count - 1.0) : 0;
        covariance[i * n + j] = weight * sample + (i == j ? prior : 0);
        covariance[j * n + i] = covariance[i * n + j];
      }
    }
    return covariance;
  }

  @Override
  public void absorb(EstimatorState other) {
    restore(save().plus(other));
  }

  @Override
  public void restart() {
    restore(new EstimatorState(0, new double[mean.length], new double[products.length]));
  }

  @Override
  public EstimatorState save() {
    return new EstimatorState(count, mean.clone(), products.clone());
  }

  @Override
  public void restore(EstimatorState saved) {
    count = saved.count();
    System.arraycopy(saved.mean(), 0, mean, 0, mean.length);
    System.arraycopy(saved.squares(), 0, products, 0, products.length);
  }
}
