package org.stanj.stdlib.solver;

/** Sizes of first steps. */
final class FirstStep {
  private static final int ITERATIONS = 4;
  private static final double LEAST = 100;
  private static final double SHARE = 0.1;

  private FirstStep() {}

  /** The least interval of time that can be integrated over. */
  static double resolution(double t0, double t1) {
    return Math.ulp(1.0) * Math.max(Math.abs(t0), Math.abs(t1));
  }

  /**
   * A step h at which h² y″ / 2 is about 1 in the weighted norm, y″ by a difference of slopes along
   * the tangent; a geometric mean of bounds where y″ is small. Source: Brown, Byrne & Hindmarsh
   * 1989, section 3, doi:10.1137/0910062.
   */
  static double ofOde(
      OdeEquation f, ErrorWeights weights, double t0, double t1, double[] y0, double[] slope) {
    double lower = LEAST * resolution(t0, t1);
    double upper = upperBound(weights, SHARE * (t1 - t0), y0, slope);
    double h = Math.sqrt(lower * upper);
    if (upper < lower) {
      return h;
    }
    double[] y = new double[y0.length];
    double[] there = new double[y0.length];
    double next = h;
    for (int k = 1; k <= ITERATIONS; k++) {
      for (int i = 0; i < y.length; i++) {
        y[i] = y0[i] + h * slope[i];
      }
      f.slope(t0 + h, y, 0, there);
      for (int i = 0; i < y.length; i++) {
        there[i] = (there[i] - slope[i]) / h;
      }
      double second = weights.norm(there, 0);
      next = second * upper * upper > 2 ? Math.sqrt(2 / second) : Math.sqrt(h * upper);
      double ratio = next / h;
      if (k == ITERATIONS || (ratio > 0.5 && ratio < 2)) {
        break;
      }
      if (k > 1 && ratio > 2) {
        next = h;
        break;
      }
      h = next;
    }
    return Math.max(lower, Math.min(upper, next / 2));
  }

  private static double upperBound(
      ErrorWeights weights, double distance, double[] y0, double[] slope) {
    double upper = distance;
    for (int i = 0; i < y0.length; i++) {
      double room = SHARE * Math.abs(y0[i]) + weights.absTol(i);
      if (Math.abs(slope[i]) * upper > room) {
        upper = room / Math.abs(slope[i]);
      }
    }
    return upper;
  }

  /**
   * A thousandth of the interval, or less where y′ is large. Source: Brenan, Campbell & Petzold
   * 1996, section 5.2.1.
   */
  static double ofDae(ErrorWeights weights, double t0, double t1, double[] slope) {
    double h = 1e-3 * (t1 - t0);
    double norm = weights.norm(slope, 0);
    return norm * h > 0.5 ? 0.5 / norm : h;
  }
}
