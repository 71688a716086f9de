package org.stanj.stdlib.scalar;

/** The logistic function and its relatives. */
public final class Logistic {
  private static final double LOG_2 = 0.6931471805599453;

  private Logistic() {}

  /** 1/(1 + e⁻ˣ), by e⁻|ˣ|, so that neither tail overflows. */
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

  /** −log cosh x = log 2 − |x| − log(1 + e^(−2|x|)); near 0 by −½ log1p(sinh² x). */
  public static double logInvCosh(double x) {
    double a = Math.abs(x);
    if (a < 0.5) {
      double s = Math.sinh(a);
      return -0.5 * Elementary.log1p(s * s);
    }
    return LOG_2 - a - Elementary.log1p(Math.exp(-2 * a));
  }
}
