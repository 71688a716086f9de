package org.stanj.runtime.adapt;

import java.util.stream.IntStream;
import org.stanj.runtime.hmc.DiagonalMetric;
import org.stanj.runtime.hmc.Metric;

/**
 * The diagonal inverse metric that makes the density most like a standard normal one in Fisher
 * divergence: vᵢ = sd(qᵢ)/sd(gᵢ), with gradients g at the positions q. For independent normals that
 * is the variance, exact after two positions.
 *
 * <p>sd(qᵢ) sd(gᵢ) is 1 for them, and more where parameters are correlated. Far more than that says
 * that the chain has come from the tails, where gradients are huge, and next to nothing that it has
 * not moved; vᵢ then is the shrunk variance of {@link VarianceEstimator}.
 *
 * <p>Source: Seyboldt, Carlson and Carpenter 2026, arXiv:2603.18845, diagonal estimator.
 */
final class FisherDiagonalEstimator implements MetricEstimator {
  /** Largest sd(q) sd(g), and the inverse of the smallest. */
  private static final double MOST = 1e5;

  private final VarianceEstimator both;
  private final double[] pair;
  private final int n;

  /** An estimator in {@code n} dimensions that has seen nothing. */
  FisherDiagonalEstimator(int n) {
    this.n = n;
    both = new VarianceEstimator(2 * n);
    pair = new double[2 * n];
  }

  @Override
  public void add(double[] q, double[] gradient) {
    System.arraycopy(q, 0, pair, 0, n);
    System.arraycopy(gradient, 0, pair, n, n);
    both.add(pair);
  }

  @Override
  public Metric metric() {
    return DiagonalMetric.fisher(inverse());
  }

  /** The elements of the inverse metric. */
  double[] inverse() {
    EstimatorState seen = both.save();
    double[] shrunk = both.regularised();
    double[] inverse = new double[n];
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(shrunk[i])) {
        throw MetricException.overflow(i, i, shrunk[i]);
      }
      double ratio = Math.sqrt(seen.squares()[i] / seen.squares()[n + i]);
      inverse[i] = isSettled(seen, i) ? ratio : shrunk[i];
    }
    return inverse;
  }

  /** Whether all elements come from draws and gradients. */
  boolean isSettled() {
    EstimatorState seen = both.save();
    return IntStream.range(0, n).allMatch(i -> isSettled(seen, i));
  }

  private boolean isSettled(EstimatorState seen, int i) {
    double product =
        Math.sqrt(seen.squares()[i]) * Math.sqrt(seen.squares()[n + i]) / (seen.count() - 1.0);
    return product > 1 / MOST && product < MOST;
  }

  @Override
  public void absorb(EstimatorState other) {
    both.absorb(other);
  }

  @Override
  public void restart() {
    both.restart();
  }

  @Override
  public EstimatorState save() {
    return both.save();
  }

  @Override
  public void restore(EstimatorState saved) {
    both.restore(saved);
  }
}
