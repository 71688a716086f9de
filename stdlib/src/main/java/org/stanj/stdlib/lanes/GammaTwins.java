package org.stanj.stdlib.lanes;

import static org.stanj.stdlib.scalar.GammaFunctions.FAR;
import static org.stanj.stdlib.scalar.GammaFunctions.STIRLING_CONSTANT;

import org.stanj.stdlib.scalar.GammaFunctions;

/**
 * The logarithm of Γ and its derivatives in lanes, one element at a time: {@link GammaFunctions}
 * over the logarithm of {@link Twins}, and the twins of {@link VectorGamma}. Arguments that are not
 * positive are left to them.
 */
public final class GammaTwins {
  private GammaTwins() {}

  /** log|Γ(x)|, to 4 ulps. */
  public static double lgamma(double x) {
    if (!(x > 0 && x <= Double.MAX_VALUE)) {
      return GammaFunctions.lgamma(x);
    }
    if (x >= FAR) {
      return (x - 0.5) * (Twins.log(x) - 1) + STIRLING_CONSTANT + GammaFunctions.stirling(1 / x);
    }
    double u = GammaFunctions.reciprocalLess1(x);
    double w = 1 + u;
    double rest = x < 0.5 ? 0 : (u - (w - 1)) / w;
    return -(Twins.log(x < 0.5 ? w * x : w) + rest);
  }

  /** ψ(x) = d log Γ(x)/dx, to 4 ulps. */
  public static double digamma(double x) {
    if (!(x >= FAR && x <= Double.MAX_VALUE)) {
      return GammaFunctions.digamma(x);
    }
    double r = 1 / x;
    return Twins.log(x) - 0.5 * r - GammaFunctions.psiFar(r);
  }

  /** ψ′(x), to 3 ulps. */
  public static double trigamma(double x) {
    return GammaFunctions.trigamma(x);
  }

  /** log Γ(x + h) − log Γ(x) for h ≥ 0, to 4 ulps and 2e−15 besides. */
  public static double lgammaIncrement(double x, double h) {
    if (!GammaFunctions.isRatio(x, h)) {
      return GammaFunctions.lgammaIncrement(x, h);
    }
    boolean small = x < FAR;
    double from = small ? x + FAR : x;
    double y = from + h;
    double d = h / from;
    double w = 1 + d;
    double logarithm = Twins.log(w) + (d - (w - 1)) / w;
    double sum = (y - 0.5) * logarithm + h * (Twins.log(from) - 1);
    double far = sum + GammaFunctions.stirling(1 / y) - GammaFunctions.stirling(1 / from);
    return small ? far + Twins.log(GammaFunctions.raise(x, x + h)) : far;
  }

  /** ψ(x) − ψ(x + h), for h ≥ 0 to 4 ulps. */
  public static double digammaDifference(double x, double h) {
    if (!GammaFunctions.isRatio(x, h)) {
      return GammaFunctions.digammaDifference(x, h);
    }
    boolean small = x < FAR;
    double from = small ? x + FAR : x;
    double y = from + h;
    double d = h / from;
    double w = 1 + d;
    double sum = Twins.log(w) + ((d - (w - 1)) / w + 0.5 * d / y);
    double shifted = small ? sum + GammaFunctions.reciprocals(x, x + h, h) : sum;
    return GammaFunctions.psiFar(1 / y) - GammaFunctions.psiFar(1 / from) - shifted;
  }
}
