package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.lanes.LaneCoefficients.*;

import org.stanj.stdlib.scalar.GammaFunctions;

/**
 * The logarithm of Γ and its derivatives in lanes, one element at a time: the twins of {@link
 * VectorGamma}. Arguments that are not positive are left to {@link GammaFunctions}.
 *
 * <p>From 3 on by Stirling's formula with its remainder as a polynomial of 1/x², below by
 * approximations of functions that are smooth there. Sources: NIST Digital Library of Mathematical
 * Functions (DLMF) 5.5, 5.7, 5.9, 5.11; coefficients from {@code scripts/lanes/coefficients.py}.
 */
public final class GammaTwins {
  /** From here on Stirling's formula. */
  static final double FAR = 3;

  /** Half of log 2π, less ½. */
  static final double STIRLING_CONSTANT = 0.41893853320467274;

  /** Differences of logarithms of Γ are taken in lanes for arguments from here ... */
  static final double RATIO_FROM = 1e-30;

  /** ... up to here: their cubes can be divided by each other. */
  static final double RATIO_UP_TO = 1e60;

  private GammaTwins() {}

  /**
   * log|Γ(x)|, to 4 ulps; +∞ at 0, −1, −2, ... and ±∞. Below 3 as −log(1/Γ(x)), since 1/Γ has no
   * poles: 1/Γ(1 + y) = 1 + y(y − 1)Q(y).
   */
  public static double lgamma(double x) {
    if (!(x > 0 && x <= Double.MAX_VALUE)) {
      return GammaFunctions.lgamma(x);
    }
    if (x >= FAR) {
      double r = 1 / x;
      return (x - 0.5) * (Twins.log(x) - 1) + STIRLING_CONSTANT + stirling(r);
    }
    double y = x < 0.5 ? x : x - 1;
    double u = near(y) * (y * (y - 1));
    double w = 1 + u;
    double rest = x < 0.5 ? 0 : (u - (w - 1)) / w;
    return -(Twins.log(x < 0.5 ? w * x : w) + rest);
  }

  private static double near(double y) {
    double s = y - 0.75;
    double z = s * s;
    double even = NEAR_0 + z * (NEAR_2 + z * (NEAR_4 + z * (NEAR_6 + z * (NEAR_8 + z * (NEAR_10 + z * (NEAR_12 + z * (NEAR_14 + z * (NEAR_16 + z * NEAR_18))))))));
    double odd = NEAR_1 + z * (NEAR_3 + z * (NEAR_5 + z * (NEAR_7 + z * (NEAR_9 + z * (NEAR_11 + z * (NEAR_13 + z * (NEAR_15 + z * (NEAR_17 + z * NEAR_19))))))));
    return even + s * odd;
  }

  /** log Γ(x) − ((x − ½) log x − x + ½ log 2π) for r = 1/x. */
  private static double stirling(double r) {
    double t = r * r;
    double z = t * t;
    double even = STIRLING_0 + z * (STIRLING_2 + z * (STIRLING_4 + z * (STIRLING_6 + z * (STIRLING_8 + z * STIRLING_10))));
    double odd = STIRLING_1 + z * (STIRLING_3 + z * (STIRLING_5 + z * (STIRLING_7 + z * STIRLING_9)));
    return (even + t * odd) * r;
  }

  /**
   * ψ(x) = d log Γ(x)/dx, to 4 ulps; NaN at 0, −1, −2, .... Below 3 as (x − x₀) P(x)/Q(x) with its
   * root x₀.
   */
  public static double digamma(double x) {
    if (!(x > 0 && x <= Double.MAX_VALUE)) {
      return GammaFunctions.digamma(x);
    }
    if (x >= FAR) {
      double r = 1 / x;
      return Twins.log(x) - 0.5 * r - psiFar(r);
    }
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

  /** log x − 1/(2x) − ψ(x) for r = 1/x. */
  private static double psiFar(double r) {
    double t = r * r;
    double z = t * t;
    double even = PSI_FAR_0 + z * (PSI_FAR_2 + z * (PSI_FAR_4 + z * (PSI_FAR_6 + z * (PSI_FAR_8 + z * PSI_FAR_10))));
    double odd = PSI_FAR_1 + z * (PSI_FAR_3 + z * (PSI_FAR_5 + z * (PSI_FAR_7 + z * PSI_FAR_9)));
    return (even + t * odd) * t;
  }

  /** ψ′(x), to 4 ulps. */
  public static double trigamma(double x) {
    if (!(x > 0 && x <= Double.MAX_VALUE)) {
      return GammaFunctions.trigamma(x);
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
    double even = TRI_FAR_0 + z * (TRI_FAR_2 + z * (TRI_FAR_4 + z * (TRI_FAR_6 + z * (TRI_FAR_8 + z * (TRI_FAR_10 + z * TRI_FAR_12)))));
    double odd = TRI_FAR_1 + z * (TRI_FAR_3 + z * (TRI_FAR_5 + z * (TRI_FAR_7 + z * (TRI_FAR_9 + z * TRI_FAR_11))));
    return (even + t * odd) * (t * r) + 0.5 * t + r;
  }

  /**
   * log Γ(x + h) − log Γ(x) for h ≥ 0, without cancellation where x is large: by Stirling's formula
   * for both, of which log(1 + h/x) is left. Arguments below 3 are first raised by 3.
   */
  public static double lgammaIncrement(double x, double h) {
    if (!isRatio(x, h)) {
      return GammaFunctions.lgammaIncrement(x, h);
    }
    boolean small = x < FAR;
    double from = small ? x + FAR : x;
    double y = from + h;
    double d = h / from;
    double w = 1 + d;
    double logarithm = Twins.log(w) + (d - (w - 1)) / w;
    double sum = (y - 0.5) * logarithm + h * (Twins.log(from) - 1);
    double far = sum + stirling(1 / y) - stirling(1 / from);
    return small ? far + Twins.log(shift(x, x + h)) : far;
  }

  /** What the raise by 3 changes of the ratio. */
  private static double shift(double x, double y) {
    return x * (x + 1) * (x + 2) / (y * (y + 1) * (y + 2));
  }

  private static boolean isRatio(double x, double h) {
    return x >= RATIO_FROM && h >= 0 && x + h <= RATIO_UP_TO;
  }

  /** ψ(x) − ψ(x + h), for h ≥ 0 as {@link #lgammaIncrement}. */
  public static double digammaDifference(double x, double h) {
    if (!isRatio(x, h)) {
      return GammaFunctions.digammaDifference(x, h);
    }
    boolean small = x < FAR;
    double from = small ? x + FAR : x;
    double y = from + h;
    double d = h / from;
    double w = 1 + d;
    double sum = Twins.log(w) + ((d - (w - 1)) / w + 0.5 * d / y);
    double shifted = small ? sum + reciprocals(x, x + h, h) : sum;
    return psiFar(1 / y) - psiFar(1 / from) - shifted;
  }

  /** Σ 1/(x + i) − 1/(y + i) over i = 0, 1, 2, for y = x + h. */
  private static double reciprocals(double x, double y, double h) {
    return h / (x * y) + h / ((x + 1) * (y + 1)) + h / ((x + 2) * (y + 2));
  }
}
