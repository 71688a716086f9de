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
}
