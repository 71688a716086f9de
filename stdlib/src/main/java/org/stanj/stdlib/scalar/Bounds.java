package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/** Bounded values of the constraint transforms: each method returns its argument or rejects it. */
public final class Bounds {
  private Bounds() {}

  /** y, if y ≥ lower. */
  public static double atLeast(double y, double lower) {
    if (y >= lower) {
      return y;
    }
    throw RejectException.domain(
        "lb_free: Lower bounded variable is "
            + Numbers.general(y)
            + ", but must be greater than or equal to "
            + Numbers.fixed(lower));
  }

  /** y, if y ≤ upper. */
  public static double atMost(double y, double upper) {
    if (y <= upper) {
      return y;
    }
    throw RejectException.domain(
        "ub_free: Upper bounded variable is "
            + Numbers.general(y)
            + ", but must be less than or equal to "
            + Numbers.fixed(upper));
  }

  /** y, if lower ≤ y ≤ upper. */
  public static double between(double y, double lower, double upper) {
    if (y >= lower && y <= upper) {
      return y;
    }
    throw RejectException.domain(
        "lub_free: Bounded variable is "
            + Numbers.general(y)
            + ", but must be in the interval ["
            + Numbers.general(lower)
            + ", "
            + Numbers.general(upper)
            + "]");
  }

  /** upper − lower, if positive. */
  public static double width(double lower, double upper) {
    if (lower < upper) {
      return upper - lower;
    }
    throw RejectException.domain(
        "lub_constrain: lb is "
            + Numbers.general(lower)
            + ", but must be less than "
            + Numbers.fixed(upper));
  }

  /** σ, if positive and finite. */
  public static double multiplier(double sigma) {
    if (sigma > 0 && sigma < Double.POSITIVE_INFINITY) {
      return sigma;
    }
    throw RejectException.domain(
        "offset_multiplier_constrain: multiplier is "
            + Numbers.general(sigma)
            + ", but must be positive finite!");
  }
}
