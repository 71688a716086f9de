package org.stanj.stdlib.scalar;

/** log P(T &gt; t) of Student's t with ν degrees of freedom, by ½ I_x(ν/2, ½), x = ν/(ν + t²). */
public final class StudentTail {
  private static final double LOG_2 = 0.6931471805599453;

  private StudentTail() {}

  /** log P(T &gt; t), accurate in both tails. */
  public static double logTail(double nu, double t) {
    double upper = logUpper(nu, Math.abs(t));
    return t >= 0 ? upper : Logistic.log1mExp(upper);
  }

  /** ∂ log P(T &gt; t)/∂ν, from the value of {@link #logTail}. */
  public static double logTailSlope(double nu, double t, double logTail) {
    double a = Math.abs(t);
    if (a == 0 || Double.isInfinite(a)) {
      return 0;
    }
    double square = a * a;
    double x = nu / (nu + square);
    double y = square / (nu + square);
    double upper = logUpper(nu, a);
    double slope =
        0.5 * IncompleteBeta.firstShapeSlope(0.5 * nu, 0.5, x, y)
            + IncompleteBeta.variableSlope(0.5 * nu, 0.5, x, y, upper + LOG_2) * y / (nu + square);
    return t > 0 ? slope : -Math.exp(upper - logTail) * slope;
  }

  /** log P(T &gt; t) for t ≥ 0. */
  private static double logUpper(double nu, double t) {
    double square = t * t;
    if (square == Double.POSITIVE_INFINITY) {
      return logPowerTail(nu, t);
    }
    return IncompleteBeta.logI(0.5 * nu, 0.5, nu / (nu + square), square / (nu + square)) - LOG_2;
  }

  /** The leading term of the tail, where t² overflows: exact to rounding there. */
  private static double logPowerTail(double nu, double t) {
    return 0.5 * nu * Math.log(nu)
        - nu * Math.log(t)
        - Math.log(nu)
        - IncompleteBeta.lbeta(0.5 * nu, 0.5);
  }
}
