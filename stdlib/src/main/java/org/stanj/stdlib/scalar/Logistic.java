package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/** The logistic function and its relatives, and sums and differences on the log scale. */
public final class Logistic {
  private static final double LOG_2 = 0.6931471805599453;

  private Logistic() {}

  /** 1/(1 + e⁻ˣ), by e^(−|x|), so that neither tail overflows. */
  public static double invLogit(double x) {
    if (x < 0) {
      double e = Math.exp(x);
      return e / (1 + e);
    }
    return 1 / (1 + Math.exp(-x));
  }

  /** Derivative p(1 − p) of {@link #invLogit} from its value; recomputed where 1 − p cancels. */
  public static double invLogitSlope(double x, double p) {
    if (p < 0.9999) {
      return p * (1 - p);
    }
    double e = Math.exp(-x);
    return e / ((1 + e) * (1 + e));
  }

  /** log(p/(1 − p)); NaN outside [0, 1]. */
  public static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  /** 1 − exp(−eˣ). */
  public static double invCloglog(double x) {
    return -Math.expm1(-Math.exp(x));
  }

  /** log(1 + eˣ). */
  public static double log1pExp(double x) {
    return x > 0 ? x + Elementary.log1p(Math.exp(-x)) : Elementary.log1p(Math.exp(x));
  }

  /** log(1 − eˣ); NaN for x &gt; 0, −∞ at 0. */
  public static double log1mExp(double x) {
    if (x > 0) {
      return Double.NaN;
    }
    return x > -LOG_2 ? Math.log(-Math.expm1(x)) : Elementary.log1p(-Math.exp(x));
  }

  /** log(eˣ − eʸ); −∞ for x = y, NaN for x &lt; y. */
  public static double logDiffExp(double x, double y) {
    if (x <= y) {
      return x < Double.POSITIVE_INFINITY && x == y ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
    return x == Double.POSITIVE_INFINITY ? x : x + log1mExp(y - x);
  }

  /** x log y, and 0 for x = y = 0. */
  public static double lmultiply(double x, double y) {
    return x == 0 && y == 0 ? 0 : x * Math.log(y);
  }

  /** −log cosh x = log 2 − |x| − log(1 + e^(−2|x|)); near 0 by −½ log1p(sinh² x). */
  public static double logInvCosh(double x) {
    double a = Math.abs(x);
    if (a < 0.5) {
      double s = Math.sinh(a);
      return -0.5 * Elementary.log1p(s * s);
    }
    return LOG_2 - a - Elementary.log1p(Math.exp(-2 * a));
  }

  /**
   * x as an int, towards 0.
   *
   * @throws RejectException if it does not fit
   */
  public static int toInt(double x) {
    if (!(x > -2147483649.0 && x < 2147483648.0)) {
      throw RejectException.domain(
          "to_int: x is "
              + Numbers.general(x)
              + ", but must be in the interval [-2147483648, 2147483647]");
    }
    return (int) x;
  }
}
