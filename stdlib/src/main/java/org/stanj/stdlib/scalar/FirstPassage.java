package org.stanj.stdlib.scalar;

/**
 * The density φ(x, w) of the time x at which Brownian motion without drift, started between two
 * boundaries at distance 1, hits the upper one, at distance w from the start: φ = (2πx³)^(−½) Σ (w
 * + 2k) exp(−(w + 2k)²/2x) = π Σ k exp(−k²π²x/2) sin kπw.
 *
 * <p>Images for x &lt; 0.3, sines beyond; images are taken in pairs about the start or about the
 * other boundary, whichever is nearer, so that nothing cancels near a boundary. Relative error
 * about 1e−15. Sources: Feller, An Introduction to Probability Theory II (1971), X.5; Navarro and
 * Fuss, J. Math. Psychol. 53 (2009) 222.
 */
final class FirstPassage {
  private static final double SHORT_BELOW = 0.3;
  private static final double HALF_LOG_2_PI = 0.9189385332046728;
  private static final double HALF_PI_SQUARED = 4.934802200544679;
  private static final int LAST_IMAGE = 7;
  private static final int LAST_SINE = 7;

  /** log φ, ∂ log φ/∂x, ∂ log φ/∂w. */
  record Slopes(double log, double time, double distance) {}

  private FirstPassage() {}

  /**
   * log φ(x, w).
   *
   * @param w distance from the boundary that is hit, in (0, 1)
   * @param other 1 − w
   */
  static double log(double x, double w, double other) {
    return x < SHORT_BELOW ? shortLog(x, w, other) : longLog(x, w, other);
  }

  private static double shortLog(double x, double w, double other) {
    boolean near = w <= other;
    double u = near ? w : other;
    double sum = near ? u : 0;
    for (int m = near ? 2 : 1; m <= LAST_IMAGE; m += 2) {
      double scale = Math.exp(exponent(m, u, near, x));
      double small = Math.exp(-2 * m * u / x);
      double difference = 2 * m * u / x < 0.1 ? -Math.expm1(-2 * m * u / x) : 1 - small;
      double pair = m * difference - u * (1 + small);
      sum += near ? -scale * pair : scale * pair;
    }
    return Math.log(sum) - 0.5 * w * w / x - 1.5 * Math.log(x) - HALF_LOG_2_PI;
  }

  /** The exponent of the nearer image of a pair, over that of the nearest image of all. */
  private static double exponent(int m, double u, boolean near, double x) {
    return near ? -m * (m - 2 * u) / (2 * x) : -(m - 1) * (m + 1 - 2 * u) / (2 * x);
  }

  private static double longLog(double x, double w, double other) {
    boolean near = w <= other;
    double angle = Math.PI * (near ? w : other);
    double sum = 0;
    for (int k = 1; k <= LAST_SINE; k++) {
      double term = k * Math.exp(-(k * k - 1) * HALF_PI_SQUARED * x) * Math.sin(k * angle);
      sum += near || k % 2 == 1 ? term : -term;
    }
    return Math.log(Math.PI * sum) - HALF_PI_SQUARED * x;
  }

  /** log φ(x, w) with its slopes. */
  static Slopes slopes(double x, double w, double other) {
    return x < SHORT_BELOW ? shortSlopes(x, w, other) : longSlopes(x, w, other);
  }

  /** With the sums Sⱼ = Σ nodeʲ exp(−node²/2x) over the images. */
  private static Slopes shortSlopes(double x, double w, double other) {
    boolean near = w <= other;
    double u = near ? w : other;
    double s0 = near ? 1 : 0;
    double s1 = near ? u : 0;
    double s2 = near ? u * u : 0;
    double s3 = near ? u * u * u : 0;
    double side = near ? 1 : -1;
    for (int m = near ? 2 : 1; m <= LAST_IMAGE; m += 2) {
      double scale = Math.exp(exponent(m, u, near, x));
      double cosh = scale * (1 + Math.exp(-2 * m * u / x));
      double sinh = -scale * Math.expm1(-2 * m * u / x);
      double square = u * u + (double) m * m;
      s0 += cosh;
      s1 += side * (u * cosh - m * sinh);
      s2 += square * cosh - 2 * m * u * sinh;
      s3 += side * (u * (square + 2.0 * m * m) * cosh - m * (square + 2 * u * u) * sinh);
    }
    return new Slopes(
        Math.log(s1) - 0.5 * w * w / x - 1.5 * Math.log(x) - HALF_LOG_2_PI,
        s3 / (2 * x * x * s1) - 1.5 / x,
        (s0 - s2 / x) / s1);
  }

  private static Slopes longSlopes(double x, double w, double other) {
    boolean near = w <= other;
    double angle = Math.PI * (near ? w : other);
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int k = 1; k <= LAST_SINE; k++) {
      double scale = k * Math.exp(-(k * k - 1) * HALF_PI_SQUARED * x);
      double sine = near || k % 2 == 1 ? Math.sin(k * angle) : -Math.sin(k * angle);
      double cosine = near || k % 2 == 0 ? Math.cos(k * angle) : -Math.cos(k * angle);
      s1 += scale * sine;
      s2 += k * scale * cosine;
      s3 += k * k * scale * sine;
    }
    return new Slopes(
        Math.log(Math.PI * s1) - HALF_PI_SQUARED * x,
        -HALF_PI_SQUARED * s3 / s1,
        Math.PI * s2 / s1);
  }
}
