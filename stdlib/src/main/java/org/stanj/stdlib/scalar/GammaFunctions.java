package org.stanj.stdlib.scalar;

import static org.stanj.stdlib.scalar.GammaCoefficients.*;

import org.apache.commons.math3.special.Gamma;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Γ, its logarithm and the derivatives of that, to 4 ulps where they are not near a zero.
 *
 * <p>From 3 on by Stirling's formula with its remainder as a polynomial of 1/x²; below by
 * approximations of functions that are smooth there. Negative arguments are reflected. Sources:
 * NIST Digital Library of Mathematical Functions (DLMF) 5.5, 5.7, 5.9, 5.11, 5.15.
 */
public final class GammaFunctions {
  /** From here on Stirling's formula. */
  public static final double FAR = 3;

  /** Half of log 2π, less ½. */
  public static final double STIRLING_CONSTANT = 0.4189385332046727;

  /** Ratios of Γ are taken from Stirling's formula for arguments from here ... */
  public static final double RATIO_FROM = 1e-30;

  /** ... up to here: their cubes can be divided by each other. */
  public static final double RATIO_UP_TO = 1e60;

  private static final double LOG_PI = 1.1447298858494002;
  private static final double HALF_LOG_2 = 0.34657359027997264;
  private static final double LARGE = 10;

  /** From here on the ratio Γ(a + ½)/Γ(a) is taken from its own asymptotic series. */
  private static final double RATIO_SERIES_FROM = 25;

  /** Up to so many factors below 1e15 + FEW the product cannot overflow. */
  private static final int FEW = 16;

  private static final double[] BERNOULLI = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
  };

  /** log Γ(a + ½) − log Γ(a) − ½ log a = Σ HALF_RATIO[k] a^(−2k−1). */
  private static final double[] HALF_RATIO = {
    -1.0 / 8, 1.0 / 192, -1.0 / 640, 17.0 / 14336, -31.0 / 18432, 691.0 / 180224
  };

  private GammaFunctions() {}

  /** log|Γ(x)|; +∞ at 0, −1, −2, ... and ±∞. Below 3 as −log(1/Γ(x)), since 1/Γ has no poles. */
  public static double lgamma(double x) {
    if (!(x > 0 && x <= Double.MAX_VALUE)) {
      return x > 0 ? x : reflectedLgamma(x);
    }
    if (x >= FAR) {
      return (x - 0.5) * (Math.log(x) - 1) + STIRLING_CONSTANT + stirling(1 / x);
    }
    double u = reciprocalLess1(x);
    double w = 1 + u;
    return x < 0.5 ? -Math.log(w * x) : -(Math.log(w) + (u - (w - 1)) / w);
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

  /** 1/Γ(1 + y) − 1 = y(y − 1)Q(y), where y is x or x − 1, the one in [−½, 2). */
  public static double reciprocalLess1(double x) {
    double y = x < 0.5 ? x : x - 1;
    double s = y - 0.75;
    double z = s * s;
    double even = NEAR_16 + z * NEAR_18;
    even = NEAR_14 + z * even;
    even = NEAR_12 + z * even;
    even = NEAR_10 + z * even;
    even = NEAR_8 + z * even;
    even = NEAR_6 + z * even;
    even = NEAR_4 + z * even;
    even = NEAR_2 + z * even;
    even = NEAR_0 + z * even;
    double odd = NEAR_17 + z * NEAR_19;
    odd = NEAR_15 + z * odd;
    odd = NEAR_13 + z * odd;
    odd = NEAR_11 + z * odd;
    odd = NEAR_9 + z * odd;
    odd = NEAR_7 + z * odd;
    odd = NEAR_5 + z * odd;
    odd = NEAR_3 + z * odd;
    odd = NEAR_1 + z * odd;
    return (even + s * odd) * (y * (y - 1));
  }

  /** log Γ(x) − ((x − ½) log x − x + ½ log 2π) for r = 1/x, x ≥ 3. */
  public static double stirling(double r) {
    double t = r * r;
    double z = t * t;
    double even =
        STIRLING_0
            + z
                * (STIRLING_2
                    + z * (STIRLING_4 + z * (STIRLING_6 + z * (STIRLING_8 + z * STIRLING_10))));
    double odd =
        STIRLING_1 + z * (STIRLING_3 + z * (STIRLING_5 + z * (STIRLING_7 + z * STIRLING_9)));
    return (even + t * odd) * r;
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
    if (x < FAR) {
      return digammaNear(x);
    }
    double r = 1 / x;
    return Math.log(x) - 0.5 * r - psiFar(r);
  }

  /** ψ(x) for x in (0, 3), as (x − x₀) P(x)/Q(x) with its root x₀. */
  public static double digammaNear(double x) {
    double v = x < 1 ? x + 1 : x;
    double s = v - 1;
    double z = s * s;
    double even = PSI_0 + z * (PSI_2 + z * (PSI_4 + z * PSI_6));
    double odd = PSI_1 + z * (PSI_3 + z * PSI_5);
    double belowEven = PSI_BELOW_2 + z * (PSI_BELOW_4 + z * PSI_BELOW_6);
    double belowOdd = PSI_BELOW_1 + z * (PSI_BELOW_3 + z * (PSI_BELOW_5 + z * PSI_BELOW_7));
    double quotient = (even + s * odd) / (belowEven * z + 1 + s * belowOdd);
    double value = (v - ROOT_HIGH - ROOT_LOW) * quotient;
    return x < 1 ? value - 1 / x : value;
  }

  /** log x − 1/(2x) − ψ(x) for r = 1/x, x ≥ 3. */
  public static double psiFar(double r) {
    double t = r * r;
    double z = t * t;
    double even =
        PSI_FAR_0
            + z
                * (PSI_FAR_2
                    + z * (PSI_FAR_4 + z * (PSI_FAR_6 + z * (PSI_FAR_8 + z * PSI_FAR_10))));
    double odd = PSI_FAR_1 + z * (PSI_FAR_3 + z * (PSI_FAR_5 + z * (PSI_FAR_7 + z * PSI_FAR_9)));
    return (even + t * odd) * t;
  }

  /** ψ′(x). */
  public static double trigamma(double x) {
    if (x < 0) {
      double s = sinPi(x);
      return Math.PI * Math.PI / (s * s) - trigamma(1 - x);
    }
    if (x >= FAR) {
      return trigammaFar(x);
    }
    double a = x + 1;
    double b = x + 2;
    return trigammaFar(x + FAR) + (1 / (b * b) + 1 / (a * a) + 1 / (x * x));
  }

  private static double trigammaFar(double x) {
    double r = 1 / x;
    double t = r * r;
    double z = t * t;
    double even =
        TRI_FAR_0
            + z
                * (TRI_FAR_2
                    + z
                        * (TRI_FAR_4
                            + z
                                * (TRI_FAR_6
                                    + z * (TRI_FAR_8 + z * (TRI_FAR_10 + z * TRI_FAR_12)))));
    double odd =
        TRI_FAR_1
            + z
                * (TRI_FAR_3
                    + z * (TRI_FAR_5 + z * (TRI_FAR_7 + z * (TRI_FAR_9 + z * TRI_FAR_11))));
    return (even + t * odd) * (t * r) + 0.5 * t + r;
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
    if (a < RATIO_SERIES_FROM) {
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
    if (a < RATIO_SERIES_FROM) {
      return 0.5 * (digamma(a + 0.5) - digamma(a) - 1 / nu);
    }
    double w = 1 / (a * a);
    double s = 0;
    for (int k = HALF_RATIO.length - 1; k >= 0; k--) {
      s = (s - (2 * k + 1) * HALF_RATIO[k]) * w;
    }
    return 0.5 * s;
  }

  /**
   * log Γ(x + h) − log Γ(x), without cancellation where x is large: by Stirling's formula for both,
   * of which log(1 + h/x) is left. Arguments below 3 are first raised by 3.
   */
  public static double lgammaIncrement(double x, double h) {
    if (!isRatio(x, h)) {
      return lgammaDifference(x, h);
    }
    double from = x < FAR ? x + FAR : x;
    double y = from + h;
    double sum = (y - 0.5) * Elementary.log1pUnit(h / from) + h * (Math.log(from) - 1);
    double far = sum + stirling(1 / y) - stirling(1 / from);
    return x < FAR ? far + Math.log(raise(x, x + h)) : far;
  }

  private static double lgammaDifference(double x, double h) {
    if (x < LARGE || h > x || h < -x) {
      return lgamma(x + h) - lgamma(x);
    }
    double y = x + h;
    return h * (Math.log(x) - 1)
        + (y - 0.5) * Elementary.log1p(h / x)
        + stirling(1 / y)
        - stirling(1 / x);
  }

  /** What the raise of x and y by 3 changes of Γ(y)/Γ(x). */
  public static double raise(double x, double y) {
    return x * (x + 1) * (x + 2) / (y * (y + 1) * (y + 2));
  }

  /** Whether Stirling's formula gives Γ(x + h)/Γ(x). */
  public static boolean isRatio(double x, double h) {
    return x >= RATIO_FROM && h >= 0 && x + h <= RATIO_UP_TO;
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

  /** ψ(x) − ψ(x + h), as {@link #lgammaIncrement}. */
  public static double digammaDifference(double x, double h) {
    if (!isRatio(x, h)) {
      return digammaDifferenceElsewhere(x, h);
    }
    double from = x < FAR ? x + FAR : x;
    double y = from + h;
    double d = h / from;
    double sum = Elementary.log1pUnit(d) + 0.5 * d / y;
    double shifted = x < FAR ? sum + reciprocals(x, x + h, h) : sum;
    return psiFar(1 / y) - psiFar(1 / from) - shifted;
  }

  /** Σ 1/(x + i) − 1/(y + i) over i = 0, 1, 2, for y = x + h. */
  public static double reciprocals(double x, double y, double h) {
    return h / (x * y) + h / ((x + 1) * (y + 1)) + h / ((x + 2) * (y + 2));
  }

  private static double digammaDifferenceElsewhere(double x, double h) {
    double y = x + h;
    if (x < LARGE || y < LARGE) {
      return digamma(x) - digamma(y);
    }
    return psiFar(1 / y) - psiFar(1 / x) - Elementary.log1p(h / x) - 0.5 * h / (x * y);
  }
}
