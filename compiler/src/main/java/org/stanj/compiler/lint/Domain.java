package org.stanj.compiler.lint;

import java.util.OptionalDouble;
import java.util.Set;
import org.stanj.compiler.typed.Transform;

/** The values that an argument of a distribution may have. */
enum Domain {
  POSITIVE("strictly positive", 0, Double.POSITIVE_INFINITY, true),
  NON_NEGATIVE("non-negative", 0, Double.POSITIVE_INFINITY, false),
  UNIT("[0,1]", 0, 1, false),
  OPEN_UNIT("(0,1)", 0, 1, true),
  SIMPLEX("simplex", "simplex"),
  ORDERED("ordered", "ordered"),
  COVARIANCE("covariance", "cov_matrix", "corr_matrix"),
  CORRELATION("correlation", "corr_matrix"),
  COVARIANCE_FACTOR("Cholesky factor of covariance", "cholesky_factor_cov", "cholesky_factor_corr"),
  CORRELATION_FACTOR("Cholesky factor of correlation", "cholesky_factor_corr");

  private final String text;
  private final double lower;
  private final double upper;
  private final boolean open;
  private final Set<String> types;

  Domain(String text, double lower, double upper, boolean open) {
    this.text = text;
    this.lower = lower;
    this.upper = upper;
    this.open = open;
    this.types = Set.of();
  }

  Domain(String text, String... types) {
    this.text = text;
    this.lower = Double.NEGATIVE_INFINITY;
    this.upper = Double.POSITIVE_INFINITY;
    this.open = false;
    this.types = Set.of(types);
  }

  /** Whether a number lies in it; those of other shapes are not judged. */
  boolean contains(double value) {
    return open ? value > lower && value < upper : value >= lower && value <= upper;
  }

  /**
   * Whether a constraint is one that keeps a variable inside. A bound at its edge does, and so does
   * one whose value is not known.
   */
  boolean holds(Transform transform) {
    if (!types.isEmpty()) {
      return transform instanceof Transform.Named named && types.contains(named.type());
    }
    Range range = Range.of(transform);
    return covers(range.lower(), lower, true) && covers(range.upper(), upper, false);
  }

  private static boolean covers(Range.End end, double limit, boolean below) {
    if (Double.isInfinite(limit)) {
      return true;
    }
    OptionalDouble value = end.value();
    return end.present()
        && (value.isEmpty()
            || (below ? value.getAsDouble() >= limit : value.getAsDouble() <= limit));
  }

  @Override
  public String toString() {
    return text;
  }
}
