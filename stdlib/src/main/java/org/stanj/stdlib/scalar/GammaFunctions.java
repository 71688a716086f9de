package org.stanj.stdlib.scalar;

import org.apache.commons.math3.special.Gamma;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Γ, its logarithm and the derivatives of that.
 *
 * <p>For arguments from 10 on, asymptotic series with eight Bernoulli terms: what is left out is
 * below 1e−17 relative. Smaller arguments are brought there by recurrence, negative ones by
 * reflection. Sources: NIST Digital Library of Mathematical Functions (DLMF) 5.5, 5.11, 5.15.
 */
public final class GammaFunctions {
  private static final double HALF_LOG_2_PI = 0.9189385332046728;
  private static final double LOG_PI = 1.1447298858494002;
  private static final double HALF_LOG_2 = 0.34657359027997264;
  private static final double LARGE = 10;

  /** From here on the recurrence serves lgamma; below are its zeros at 1 and 2. */
  private static final double SHIFT_FROM = 3.5;

  /** From here on the ratio Γ(a + ½)/Γ(a) is taken from its own asymptotic series. */
  private static final double RATIO_FROM = 25;

  /** Up to so many factors below 1e15 + FEW the product cannot overflow. */
  private static final int FEW = 16;

  private static final double[] BERNOULLI = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
  };

  private static final double[] STIRLING = {
    1.0 / 12,
    -1.0 / 360,
    1.0 / 1260,
    -1.0 / 1680,
    1.0 / 1188,
    -691.0 / 360360,
    1.0 / 156,
    -3617.0 / 122400
  };

  /** log Γ(a + ½) − log Γ(a) − ½ log a = Σ HALF_RATIO[k] a^(−2k−1). */
  private static final double[] HALF_RATIO = {
    -1.0 / 8, 1.0 / 192, -1.0 / 640, 17.0 / 14336, -31.0 / 18432, 691.0 / 180224
  };

  private GammaFunctions() {}

  /** log|Γ(x)|; +∞ at 0, −1, −2, ... and ±∞. */
  public static double lgamma(double x) {
    if (x >= LARGE) {
      return x == Double.POSITIVE_INFINITY
          ? x
          : (x - 0.5) * Math.log(x) - x + HALF_LOG_2_PI + stirlingRemainder(x);
    }
    if (x >= SHIFT_FROM) {
      double product = 1;
      double y = x;
      while (y < LARGE) {
        product *= y;
        y += 1;
      }
      return (y - 0.5) * Math.log(y) - y + HALF_LOG_2_PI + stirlingRemainder(y) - Math.log(product);
    }
    return x > 0 ? nearOne(x) : reflectedLgamma(x);
  }

  /** log Γ(x) on (0, 2.5) by 1/Γ(1 + y) − 1, and above by recursion. */
  private static double nearOne(double x) {
    if (x < 0.5) {
      return -Elementary.log1p(Gamma.invGamma1pm1(x)) - Math.log(x);
    }
    double product = 1;
    double y = x;
    while (y > 2.5) {
      y -= 1;
      product *= y;
    }
    return Math.log(product) - Elementary.log1p(Gamma.invGamma1pm1(y - 0.5 - 0.5));
  }

  private static double reflectedLgamma(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x == Math.floor(x)) {
      return Double.POSITIVE_INFINITY;
    }
    return LOG_PI - Math.log(Math.abs(sinPi(x))) - lgamma(1 - x);
  }

  /** log Γ(x) − ((x − ½) log x − x + ½ log 2π) for x ≥ 10. */
  static double stirlingRemainder(double x) {
    double w = 1 / (x * x);
    double s = STIRLING[7];
    for (int k = 6; k >= 0; k--) {
      s = s * w + STIRLING[k];
    }
    return s / x;
  }

  /** sin πx, exact in the reduction of x. */
  static double sinPi(double x) {
    double r = x - 2 * Math.rint(x / 2);
    if (Math.abs(r) > 0.5) {
      r = Math.copySign(1, r) - r;
    }
    return Math.sin(Math.PI * r);
  }

  private static double cosPi(double x) {
    return sinPi(x + 0.5);
  }

  /**
   * Γ(x).
   *
   * @throws RejectException at 0, −1, −2, ...
   */
  public static double tgamma(double x) {
    if (x <= 0 && x == Math.floor(x)) {
      throw RejectException.domain("tgamma: x x == 0 or negative integer" + Numbers.general(x));
    }
    if (x > 171.7) {
      return Double.POSITIVE_INFINITY;
    }
    if (x > 20) {
      double value = Math.exp(0.5 * lgamma(x));
      return value * value;
    }
    return Gamma.gamma(x);
  }

  /** ψ(x) = d log Γ(x)/dx; NaN at 0, −1, −2, .... */
  public static double digamma(double x) {
    if (x <= 0 && x == Math.floor(x)) {
      return Double.NaN;
    }
    if (x < 0) {
      return digamma(1 - x) - Math.PI * cosPi(x) / sinPi(x);
    }
    double shift = 0;
    double y = x;
    while (y < LARGE) {
      shift += 1 / y;
      y += 1;
    }
    double w = 1 / (y * y);
    double s = 0;
    for (int k = 7; k >= 0; k--) {
      s = (s + BERNOULLI[k] / (2 * (k + 1))) * w;
    }
    return Math.log(y) - 0.5 / y - s - shift;
  }

  /** ψ′(x). */
  public static double trigamma(double x) {
    if (x < 0) {
      double s = sinPi(x);
      return Math.PI * Math.PI / (s * s) - trigamma(1 - x);
    }
    double shift = 0;
    double y = x;
    while (y < LARGE) {
      shift += 1 / (y * y);
      y += 1;
    }
    double w = 1 / (y * y);
    double s = 0;
    for (int k = 7; k >= 0; k--) {
      s = (s + BERNOULLI[k]) * w;
    }
    return shift + (1 + s) / y + 0.5 * w;
  }

  /** ψ″(x). */
  public static double tetragamma(double x) {
    if (x < 0) {
      double s = sinPi(x);
      double cube = Math.PI * Math.PI * Math.PI;
      return tetragamma(1 - x) - 2 * cube * cosPi(x) / (s * s * s);
    }
    double shift = 0;
    double y = x;
    while (y < LARGE) {
      shift += 2 / (y * y * y);
      y += 1;
    }
    double w = 1 / (y * y);
    double s = 0;
    for (int k = 7; k >= 0; k--) {
      s = (s + BERNOULLI[k] * (2 * k + 3)) * w;
    }
    return -shift - w * (1 + 1 / y + s);
  }

  /**
   * log Γ((ν+1)/2) − log Γ(ν/2) − ½ log ν: the normaliser of Student's t but for ½ log π. For large
   * ν by the series of the ratio, since the difference of the two logarithms cancels.
   */
  public static double studentNormaliser(double nu) {
    double a = 0.5 * nu;
    if (a < RATIO_FROM) {
      return lgamma(a + 0.5) - lgamma(a) - 0.5 * Math.log(nu);
    }
    double w = 1 / (a * a);
    double s = 0;
    for (int k = HALF_RATIO.length - 1; k >= 0; k--) {
      s = s * w + HALF_RATIO[k];
    }
    return s / a - HALF_LOG_2;
  }

  /** Derivative of {@link #studentNormaliser}. */
  public static double studentNormaliserSlope(double nu) {
    double a = 0.5 * nu;
    if (a < RATIO_FROM) {
      return 0.5 * (digamma(a + 0.5) - digamma(a) - 1 / nu);
    }
    double w = 1 / (a * a);
    double s = 0;
    for (int k = HALF_RATIO.length - 1; k >= 0; k--) {
      s = (s - (2 * k + 1) * HALF_RATIO[k]) * w;
    }
    return 0.5 * s;
  }

  /** log Γ(x + h) − log Γ(x) for x, h ≥ 0, without cancellation where x is large. */
  public static double lgammaIncrement(double x, double h) {
    if (x < LARGE || h > x || h < -x) {
      return lgamma(x + h) - lgamma(x);
    }
    double y = x + h;
    return h * (Math.log(x) - 1)
        + (y - 0.5) * Elementary.log1p(h / x)
        + stirlingRemainder(y)
        - stirlingRemainder(x);
  }

  /** log Γ(x + n) − log Γ(x) for a whole n ≥ 0: few factors are multiplied out. */
  public static double lgammaIncrement(double x, int n) {
    if (n > FEW || n < 0 || !(x > 1e-15 && x < 1e15)) {
      return lgammaIncrement(x, (double) n);
    }
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= x + i;
    }
    return Math.log(product);
  }

  /** ψ(x + n) − ψ(x) for a whole n ≥ 0. */
  public static double digammaIncrement(double x, int n) {
    if (n > FEW || n < 0) {
      return -digammaDifference(x, n);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += 1 / (x + i);
    }
    return sum;
  }

  /** ψ(x) − ψ(x + h); for large x by the difference of the asymptotic series, term by term. */
  public static double digammaDifference(double x, double h) {
    double y = x + h;
    if (x < LARGE || y < LARGE) {
      return digamma(x) - digamma(y);
    }
    double w = 1 / (x * x);
    double v = 1 / (y * y);
    double s = 0;
    for (int k = 7; k >= 0; k--) {
      double power = k + 1;
      s += BERNOULLI[k] / (2 * power) * (Math.pow(v, power) - Math.pow(w, power));
    }
    return -Elementary.log1p(h / x) - 0.5 * h / (x * y) + s;
  }
}
