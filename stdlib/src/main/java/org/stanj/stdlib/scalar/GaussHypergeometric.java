package org.stanj.stdlib.scalar;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) and its derivatives, for z ≤ 1, and where it is
 * elementary beyond.
 *
 * <p>By the series for −½ ≤ z &lt; 1, also after F = (1 − z)ᶜ⁻ᵃ⁻ᵇ 2F1(c − a, c − b; c; z); by F =
 * (1 − z)⁻ᵇ 2F1(c − a, b; c; z/(z − 1)) for z below (DLMF 15.8.1); by Gauss's Γ(c) Γ(c − a −
 * b)/(Γ(c − a) Γ(c − b)) at 1 (DLMF 15.4.20). Value to about 1e−12, derivatives to about 1e−10.
 */
public final class GaussHypergeometric {
  private static final double PFAFF_BELOW = -0.5;

  private GaussHypergeometric() {}

  /**
   * Kernel: fills r with the value and its slopes in the elements of x = (a, b, c, z).
   *
   * @throws RejectException where Stan says that the series does not converge
   */
  public static void value(double[] x, int xo, int four, double[] r, int ro, int five) {
    double[] all = valueAndSlopes(x[xo], x[xo + 1], x[xo + 2], x[xo + 3]);
    System.arraycopy(all, 0, r, ro, five);
  }

  /** Adjoint of {@link #value}: the slopes stand behind the value. */
  public static void valueAdjoint(
      double[] x,
      int xo,
      int four,
      double[] r,
      int ro,
      int five,
      double @Nullable [] xAdj,
      int xa,
      double[] rAdj,
      int ra) {
    for (int i = 0; i < four && xAdj != null; i++) {
      xAdj[xa + i] += rAdj[ra] * r[ro + 1 + i];
    }
  }

  private static double[] valueAndSlopes(double a, double b, double c, double z) {
    if (z > 1) {
      return beyond(a, b, c, z);
    }
    if (z == 1) {
      return atOne(a, b, c);
    }
    boolean undefined = Hypergeometric.ends(c) && !(endsBefore(a, c) || endsBefore(b, c));
    double transformed = z / (z - 1);
    if ((undefined && z != 0) || transformed == 1) {
      throw divergent(c - a, b, c, transformed);
    }
    if (z < PFAFF_BELOW) {
      return pfaff(a, b, c, z);
    }
    return series(a, b, c, z)
        .or(() -> series(c - a, c - b, c, z).map(g -> euler(a, b, c, z, g)))
        .orElseThrow(() -> divergent(c - a, b, c, transformed));
  }

  private static boolean endsBefore(double a, double c) {
    return Hypergeometric.ends(a) && a > c;
  }

  private static Optional<double[]> series(double a, double b, double c, double z) {
    if (z == 0) {
      return Optional.of(new double[] {1, 0, 0, 0, a * b / c});
    }
    double[] upper = {a, b};
    double[] lower = {c};
    Optional<double[]> sum = HypergeometricSeries.sum(upper, lower, z);
    return sum.isPresent() || Math.abs(z) > 0.99 ? sum : HypergeometricDigits.sum(upper, lower, z);
  }

  /** F = (1 − z)⁻ᵇ G(c − a, b; c; w), w = z/(z − 1), for z &lt; 0. */
  private static double[] pfaff(double a, double b, double c, double z) {
    double w = z / (z - 1);
    double[] g = series(c - a, b, c, w).orElseThrow(() -> divergent(c - a, b, c, w));
    double logFactor = -Elementary.log1p(-z);
    double factor = Math.exp(b * logFactor);
    double value = factor * g[0];
    double slope = b * value / (1 - z) - factor * g[4] / ((1 - z) * (1 - z));
    return new double[] {
      value, -factor * g[1], logFactor * value + factor * g[2], factor * (g[1] + g[3]), slope
    };
  }

  /** F = (1 − z)ˢ G(c − a, c − b; c; z), s = c − a − b: DLMF 15.8.1. */
  private static double[] euler(double a, double b, double c, double z, double[] g) {
    double log = Elementary.log1p(-z);
    double excess = c - a - b;
    double factor = Math.exp(excess * log);
    double value = factor * g[0];
    return new double[] {
      value,
      -log * value - factor * g[1],
      -log * value - factor * g[2],
      log * value + factor * (g[1] + g[2] + g[3]),
      -excess * value / (1 - z) + factor * g[4]
    };
  }

  private static double[] atOne(double a, double b, double c) {
    double excess = c - a - b;
    if (!(excess > 0) || Hypergeometric.ends(c)) {
      throw divergent(c - a, b, c, Double.POSITIVE_INFINITY);
    }
    double value = gauss(a, b, c);
    double digamma = GammaFunctions.digamma(excess);
    double outer = GammaFunctions.digamma(c);
    double slopeZ = a * b / c;
    if (slopeZ != 0) {
      slopeZ *= excess > 1 ? gauss(a + 1, b + 1, c + 1) : Double.POSITIVE_INFINITY;
    }
    double first = reciprocalSlope(c - a, a, b, c);
    double second = reciprocalSlope(c - b, b, a, c);
    return new double[] {
      value,
      -value * digamma - first,
      -value * digamma - second,
      value * (outer + digamma) + first + second,
      slopeZ
    };
  }

  private static double gauss(double a, double b, double c) {
    if (Hypergeometric.ends(c - a) || Hypergeometric.ends(c - b)) {
      return 0;
    }
    double log =
        GammaFunctions.lgamma(c)
            + GammaFunctions.lgamma(c - a - b)
            - GammaFunctions.lgamma(c - a)
            - GammaFunctions.lgamma(c - b);
    return sign(c) * sign(c - a - b) * sign(c - a) * sign(c - b) * Math.exp(log);
  }

  /**
   * Γ(c) Γ(c − a − b)/Γ(c − b) times the derivative of 1/Γ at x = c − a: −ψ(x)/Γ(x), and (−1)ⁿ n!
   * at the pole −n.
   */
  private static double reciprocalSlope(double x, double a, double b, double c) {
    if (!Hypergeometric.ends(x)) {
      return -gauss(a, b, c) * GammaFunctions.digamma(x);
    }
    if (Hypergeometric.ends(c - b)) {
      return 0;
    }
    double log =
        GammaFunctions.lgamma(c)
            + GammaFunctions.lgamma(c - a - b)
            - GammaFunctions.lgamma(c - b)
            + GammaFunctions.lgamma(1 - x);
    double alternating = x % 2 == 0 ? 1 : -1;
    return alternating * sign(c) * sign(c - a - b) * sign(c - b) * Math.exp(log);
  }

  /** The sign of Γ. */
  private static double sign(double x) {
    return x > 0 || Math.floor(x) % 2 == 0 ? 1 : -1;
  }

  /** z &gt; 1: (1 − z)⁻ᵇ where a = c, and where b = c. */
  private static double[] beyond(double a, double b, double c, double z) {
    if (a != c && b != c) {
      throw divergent(c - a, b, c, z / (z - 1));
    }
    double power = a == c ? b : a;
    double value = Math.pow(1 - z, -power);
    double slope = power * Math.pow(1 - z, -power - 1);
    return new double[] {value, Double.NaN, Double.NaN, Double.NaN, slope};
  }

  private static RejectException divergent(double a, double b, double c, double z) {
    return RejectException.domain(
        "called from function 'hypergeometric_2F1', hypergeometric function 2F1 does not meet"
            + " convergence conditions with given arguments. a1: "
            + Numbers.general(a)
            + ", a2: "
            + Numbers.general(b)
            + ", b1: "
            + Numbers.general(c)
            + ", z: "
            + Numbers.general(z));
  }
}
