package org.stanj.stdlib.scalar;

/** The inverse of the regularised incomplete beta function in its variable. */
public final class InverseBeta {
  private static final int STEPS = 200;
  private static final double UNDERFLOW = -700;

  private InverseBeta() {}

  /**
   * The x with I_x(a, b) = p for a, b &gt; 0 and p in [0, 1], to about an ulp of x or of 1 − x in
   * the smaller tail: Newton's steps on log I over log x within a bracket.
   */
  public static double inverse(double a, double b, double p) {
    if (!(p > 0 && p < 1)) {
      return p;
    }
    return p <= 0.5
        ? Math.exp(logVariable(a, b, Math.log(p)))
        : -Elementary.expm1(logVariable(b, a, Elementary.log1p(-p)));
  }

  /** log x with log I_x(a, b) = logP; the leading term where x underflows. */
  static double logVariable(double a, double b, double logP) {
    double u = Math.min(-1e-300, (logP + Math.log(a) + BetaFunctions.lbeta(a, b)) / a);
    if (u < UNDERFLOW) {
      return u;
    }
    double high = 0;
    double low = Math.min(2 * u, u - 1);
    while (excess(a, b, low, logP) > 0) {
      low *= 2;
    }
    for (int i = 0; i < STEPS; i++) {
      double excess = excess(a, b, u, logP);
      if (excess > 0) {
        high = u;
      } else {
        low = u;
      }
      double x = Math.exp(u);
      double slope = IncompleteBeta.variableSlope(a, b, x, -Elementary.expm1(u), excess + logP) * x;
      double next = u - excess / slope;
      if (!(next > low && next < high)) {
        next = 0.5 * (low + high);
      }
      if (Math.abs(next - u) <= Math.ulp(u)) {
        return next;
      }
      u = next;
    }
    return u;
  }

  private static double excess(double a, double b, double u, double logP) {
    return IncompleteBeta.logI(a, b, Math.exp(u), -Elementary.expm1(u)) - logP;
  }
}
