package org.stanj.runtime.adapt;

/**
 * Variances of positions, updated one at a time by Welford's algorithm, and shrunk towards 10⁻³:
 * n/(n + 5) s² + 10⁻³ · 5/(n + 5).
 */
public final class VarianceEstimator {
  private static final double PRIOR_COUNT = 5;
  private static final double PRIOR_VARIANCE = 1e-3;

  private final double[] mean;
  private final double[] squares;
  private long count;

  /**
   * Everything that changes.
   *
   * @param count positions so far
   * @param mean their mean
   * @param squares sums of squared deviations from it
   */
  public record State(long count, double[] mean, double[] squares) {}

  /** An estimator of {@code n} variances that has seen nothing. */
  public VarianceEstimator(int n) {
    mean = new double[n];
    squares = new double[n];
  }

  /** Adds a position. */
  public void add(double[] q) {
    count++;
    for (int i = 0; i < q.length; i++) {
      double deviation = q[i] - mean[i];
      mean[i] += deviation / count;
      squares[i] += deviation * (q[i] - mean[i]);
    }
  }

  /** The shrunk variances; those of fewer than two positions count as zero. */
  public double[] regularised() {
    double[] variance = new double[mean.length];
    double weight = count / (count + PRIOR_COUNT);
    double prior = PRIOR_VARIANCE * (PRIOR_COUNT / (count + PRIOR_COUNT));
    for (int i = 0; i < variance.length; i++) {
      double sample = count > 1 ? squares[i] / (count - 1.0) : 0;
      variance[i] = weight * sample + prior;
    }
    return variance;
  }

  /** Forgets all positions. */
  public void restart() {
    restore(new State(0, new double[mean.length], new double[mean.length]));
  }

  /** A copy of its state, to be given to {@link #restore}. */
  public State save() {
    return new State(count, mean.clone(), squares.clone());
  }

  /** Continues from a saved state, which is copied. */
  public void restore(State saved) {
    count = saved.count;
    System.arraycopy(saved.mean, 0, mean, 0, mean.length);
    System.arraycopy(saved.squares, 0, squares, 0, squares.length);
  }
}
