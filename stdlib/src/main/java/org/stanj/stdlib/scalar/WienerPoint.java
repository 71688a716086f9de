package org.stanj.stdlib.scalar;

/**
 * The density of the time t at which a Wiener process hits the upper of two boundaries at distance
 * a, for a start at the part β of it and a drift that is normal with mean v and standard deviation
 * sv:
 *
 * <p>log f = −2 log a + log φ(t/a², w) + (sv² a² w² + 2 v a w − v² t)/(2 D) − ½ log D, with w = 1 −
 * β and D = 1 + sv² t. Source: Tuerlinckx, Behav. Res. Methods Instrum. Comput. 36 (2004) 702.
 *
 * @param a separation of the boundaries
 * @param v mean of the drift
 * @param sv its standard deviation, 0 for a drift that does not vary
 */
record WienerPoint(double a, double v, double sv) {
  /** The slopes of log f beside its value. */
  record Slopes(double log, double time, double separation, double bias) {}

  /** log f(t) for a start at β. */
  double log(double t, double beta) {
    double w = 1 - beta;
    return FirstPassage.log(t / a / a, w, beta) - 2 * Math.log(a) + drift(t, w);
  }

  private double drift(double t, double w) {
    double d = 1 + sv * sv * t;
    return 0.5 * (quadratic(t, w) / d - Elementary.log1p(sv * sv * t));
  }

  private double quadratic(double t, double w) {
    double r = a * w;
    return sv * sv * r * r + 2 * v * r - v * v * t;
  }

  /** ∂ log f/∂v. */
  double driftSlope(double t, double beta) {
    return (a * (1 - beta) - v * t) / (1 + sv * sv * t);
  }

  /** ∂ log f/∂sv. */
  double variabilitySlope(double t, double beta) {
    double slope = driftSlope(t, beta);
    return sv * (slope * slope - t / (1 + sv * sv * t));
  }

  /** log f(t) with its slopes in t, a and β. */
  Slopes slopes(double t, double beta) {
    double w = 1 - beta;
    double x = t / a / a;
    FirstPassage.Slopes s = FirstPassage.slopes(x, w, beta);
    double d = 1 + sv * sv * t;
    double q = quadratic(t, w);
    double time = -0.5 * (v * v + sv * sv * (q / d + 1)) / d;
    double r = (sv * sv * a * w + v) / d;
    return new Slopes(
        s.log() - 2 * Math.log(a) + drift(t, w),
        s.time() / a / a + time,
        (-2 - 2 * x * s.time()) / a + r * w,
        -s.distance() - r * a);
  }
}
