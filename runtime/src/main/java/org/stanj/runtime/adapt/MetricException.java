package org.stanj.runtime.adapt;

import java.util.List;

/**
 * Warmup has estimated a covariance that cannot be a metric: one element is not finite, or all of
 * them are not positive definite in floating point. The posterior is very wide then, or improper.
 */
public final class MetricException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stan's words. */
  private static final String OVERFLOW =
      "Numerical overflow in metric adaptation. This occurs when the sampler encounters extreme"
          + " values on the unconstrained space; this may happen when the posterior density"
          + " function is too wide or improper. There may be problems with your model"
          + " specification.";

  private final int row;
  private final int column;
  private final double value;

  private MetricException(String message, int row, int column, double value) {
    super(message);
    this.row = row;
    this.column = column;
    this.value = value;
  }

  /** An element of the covariance that is not finite. */
  static MetricException overflow(int row, int column, double value) {
    return new MetricException(OVERFLOW, row, column, value);
  }

  /**
   * A covariance without a Cholesky factor.
   *
   * @param row of the largest variance
   * @param value that variance
   */
  static MetricException notPositiveDefinite(int row, double value) {
    return new MetricException(
        "Inverse Euclidean metric not positive definite. The covariance of the draws of warmup is"
            + " singular in floating point; this may happen when the posterior density function is"
            + " too wide or improper, or when parameters have very different scales.",
        row,
        row,
        value);
  }

  /**
   * The message with the element that is to blame.
   *
   * @param names of the unconstrained parameters
   */
  public String describe(List<String> names) {
    String element =
        row == column
            ? "The variance of " + names.get(row)
            : "The covariance of " + names.get(row) + " and " + names.get(column);
    return getMessage() + "\n" + element + ", on the unconstrained scale, is " + text() + ".";
  }

  private String text() {
    return Double.isNaN(value) ? "nan" : Double.isInfinite(value) ? sign() + "inf" : "" + value;
  }

  private String sign() {
    return value < 0 ? "-" : "";
  }
}
