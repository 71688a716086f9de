package org.stanj.runtime.adapt;

import org.stanj.runtime.hmc.DiagonalMetric;
import org.stanj.runtime.hmc.Metric;

/**
 * Variances of positions, updated one at a time by Welford's algorithm, and shrunk towards 10⁻³:
 * n/(n + 5) s² + 10⁻³ · 5/(n + 5).
 */
final class VarianceEstimator implements MetricEstimator {
  private static final double PRIOR_COUNT = 5;
  private static final double PRIOR_VARIANCE = 1e-3;

  private final double[] mean;
  private final double[] squares;
  private long count;

  /** An estimator of {@code n} variances that has seen nothing. */
  VarianceEstimator(int n) {
    mean = new double[n];
    squares = new double[n];
  }

  @Override
  public void add(double[] q, double[] gradient) {
    add(q);
  }

  /** Adds a position. */
  void add(double[] q) {
    count++;
    for (int i = 0; i < q.length; i++) {
      double deviation = q[i] - mean[i];
      mean[i] += deviation / count;
      squares[i] += deviation * (q[i] - mean[i]);
    }
  }

  @Override
  public Metric metric() {
    double[] variance = regularised();
    for (int i = 0; i < variance.length; i++) {
      if (!Double.isFinite(variance[i])) {
        throw MetricException.overflow(i, i, variance[i]);
      }
    }
    return new DiagonalMetric(variance);
  }

  /** The shrunk variances; those of fewer than two positions count as zero. */
  double[] regularised() {
    double[] variance = new double[mean.length];
    double weight = count / (count + PRIOR_COUNT);
    double prior = PRIOR_VARIANCE * (PRIOR_COUNT / (count + PRIOR_COUNT));
    for (int i = 0; i < variance.length; i++) {
      double sample = count > 1 ? squares[i] / (count - 1.0) : 0;
      variance[i] = weight * sample + prior;
    }
    return variance;
  }

  @Override
  public void absorb(EstimatorState other) {
    restore(save().plus(other));
  }

  @Override
  public void restart() {
    restore(new EstimatorState(0, new double[mean.length], new double[mean.length]));
  }

  @Override
  public EstimatorState save() {
    return new EstimatorState(count, mean.clone(), squares.clone());
  }

  @Override
  public void restore(EstimatorState saved) {
    count = saved.count();
    System.arraycopy(saved.mean(), 0, mean, 0, mean.length);
    System.arraycopy(saved.squares(), 0, squares, 0, squares.length);
  }
}
