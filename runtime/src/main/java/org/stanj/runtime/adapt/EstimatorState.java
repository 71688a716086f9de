package org.stanj.runtime.adapt;

/**
 * What the estimator of a metric has seen. Arrays belong to the record.
 *
 * @param count positions so far
 * @param mean their mean, that of the gradients behind it; or the kept positions one by one
 * @param squares sums of squared deviations from it, or of all products, row by row; or the
 *     gradients at the kept positions
 */
public record EstimatorState(long count, double[] mean, double[] squares) {
  /** Of one that learns nothing. */
  public static final EstimatorState NONE = new EstimatorState(0, new double[0], new double[0]);

  /**
   * The moments of both sets of positions together. Source: Chan, Golub and LeVeque 1979, Updating
   * formulae and a pairwise algorithm for computing sample variances, equation 2.1.
   */
  EstimatorState plus(EstimatorState other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    int n = mean.length;
    double total = (double) count + other.count;
    double weight = count * (other.count / total);
    double[] difference = new double[n];
    double[] means = new double[n];
    double[] sums = squares.clone();
    for (int i = 0; i < n; i++) {
      difference[i] = other.mean[i] - mean[i];
      means[i] = mean[i] + difference[i] * (other.count / total);
    }
    int width = sums.length / Math.max(1, n);
    for (int k = 0; k < sums.length; k++) {
      int i = k / width;
      int j = width == 1 ? i : k % width;
      sums[k] += other.squares[k] + (j <= i ? difference[i] * difference[j] * weight : 0);
    }
    return new EstimatorState(count + other.count, means, sums);
  }
}
