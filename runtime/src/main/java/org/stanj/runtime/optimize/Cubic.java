package org.stanj.runtime.optimize;

/**
 * The cubic a x³/3 + b x²/2 + c x, which is 0 at 0.
 *
 * @param a coefficient of x³/3
 * @param b coefficient of x²/2
 * @param c slope at 0
 */
record Cubic(double a, double b, double c) {
  /**
   * The one with these values and slopes.
   *
   * @param slope slope at 0
   * @param x another place
   * @param f value there
   * @param slopeThere slope there
   */
  static Cubic through(double slope, double x, double f, double slopeThere) {
    // from f = a x³/3 + b x²/2 + c x and f' = a x² + b x + c
    double mean = f / x;
    double a = 3 * (slope + slopeThere - 2 * mean) / (x * x);
    double b = (6 * mean - 4 * slope - 2 * slopeThere) / x;
    return new Cubic(a, b, slope);
  }

  double at(double x) {
    return x * (x * (x * a / 3 + b / 2) + c);
  }

  /** Where the cubic is least between two places, these included. */
  double leastWithin(double low, double high) {
    // both zeros of the slope, without cancellation; one of them is far away where a is tiny
    double q = -(b + Math.copySign(Math.sqrt(b * b - 4 * a * c), b)) / 2;
    double best = low;
    for (double x : new double[] {high, q / a, c / q}) {
      if (low < x && x <= high && at(x) < at(best)) {
        best = x;
      }
    }
    return best;
  }
}
