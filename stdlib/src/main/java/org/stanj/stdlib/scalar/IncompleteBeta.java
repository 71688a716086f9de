package org.stanj.stdlib.scalar;

/**
 * Logarithm of the regularised incomplete beta function I_x(a, b), a, b &gt; 0, with derivatives.
 *
 * <p>x and its complement y = 1 − x are separate arguments, so that neither end loses digits.
 * Lentz's form of the continued fraction DLMF 8.17.22 where x &lt; (a + 1)/(a + b + 2), else
 * through I_x(a, b) = 1 − I_y(b, a); derivatives in a and b are carried along. The factor D = xᵃ
 * yᵇ/B(a, b) is taken relative to its maximum for a, b ≥ 10.
 */
public final class IncompleteBeta {
  private static final double HALF_LOG_2_PI = 0.9189385332046728;
  private static final int MAX_TERMS = 200_000;

  private IncompleteBeta() {}

  /** log I_x(a, b), with y = 1 − x. */
  public static double logI(double a, double b, double x, double y) {
    if (!(x > 0 && y > 0)) {
      return x > 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    return direct(a, b, x)
        ? Fraction.of(a, b, x, y).logValue()
        : Logistic.log1mExp(Math.min(0, Fraction.of(b, a, y, x).logValue()));
  }

  /** I_x(a, b), with y = 1 − x. */
  public static double value(double a, double b, double x, double y) {
    return Math.exp(logI(a, b, x, y));
  }

  /** xᵃ⁻¹ yᵇ⁻¹/B(a, b), with y = 1 − x. */
  public static double density(double a, double b, double x, double y) {
    if (!(x > 0)) {
      return a > 1 ? 0 : a < 1 ? Double.POSITIVE_INFINITY : b;
    }
    return variableSlope(a, b, x, y, 0);
  }

  /** ∂ log I/∂a. */
  public static double firstShapeSlope(double a, double b, double x, double y) {
    if (!(x > 0 && y > 0)) {
      return 0;
    }
    if (direct(a, b, x)) {
      return Fraction.of(a, b, x, y).firstSlope();
    }
    Fraction upper = Fraction.of(b, a, y, x);
    return complementSlope(upper.logValue(), upper.secondSlope());
  }

  /** ∂ log I/∂b. */
  public static double secondShapeSlope(double a, double b, double x, double y) {
    if (!(x > 0 && y > 0)) {
      return 0;
    }
    if (direct(a, b, x)) {
      return Fraction.of(a, b, x, y).secondSlope();
    }
    Fraction upper = Fraction.of(b, a, y, x);
    return complementSlope(upper.logValue(), upper.firstSlope());
  }

  /** ∂ log I/∂x = xᵃ⁻¹ yᵇ⁻¹/(B(a, b) I), where logI is the value of {@link #logI}. */
  public static double variableSlope(double a, double b, double x, double y, double logI) {
    if (!(x > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    if (!(y > 0)) {
      return b > 1 ? 0 : b < 1 ? Double.POSITIVE_INFINITY : Math.exp(-lbeta(a, b));
    }
    return Math.exp(logFactor(a, b, x, y) - log(x, y) - log(y, x) - logI);
  }

  /** log x, where y = 1 − x is known to more digits if small. */
  private static double log(double x, double y) {
    return y < 0.5 ? Elementary.log1p(-y) : Math.log(x);
  }

  private static boolean direct(double a, double b, double x) {
    return x <= (a + 1) / (a + b + 2);
  }

  private static double complementSlope(double logU, double slopeOfLogU) {
    return -Math.exp(logU) * slopeOfLogU / -Math.expm1(logU);
  }

  /** log B(a, b) for a, b &gt; 0, by Stirling's series where an argument is large. */
  public static double lbeta(double a, double b) {
    double small = Math.min(a, b);
    double large = Math.max(a, b);
    if (small >= 10) {
      double sum = small + large;
      return HALF_LOG_2_PI
          + remainder(small, large)
          + (small - 0.5) * Math.log(small / sum)
          + (large - 0.5) * Elementary.log1p(-small / sum)
          - 0.5 * Math.log(sum);
    }
    return GammaFunctions.lgamma(small) - GammaFunctions.lgammaIncrement(large, small);
  }

  private static double remainder(double a, double b) {
    return GammaFunctions.stirling(1 / a)
        + GammaFunctions.stirling(1 / b)
        - GammaFunctions.stirling(1 / (a + b));
  }

  private static double logFactor(double a, double b, double x, double y) {
    if (a < 10 || b < 10) {
      return a * log(x, y) + b * log(y, x) - lbeta(a, b);
    }
    double shift = b * x - a * y;
    return 0.5 * (Math.log(a) + Math.log(b / (a + b)))
        - HALF_LOG_2_PI
        - remainder(a, b)
        + a * IncompleteGamma.centredLog(x * (a + b) / a, shift / a)
        + b * IncompleteGamma.centredLog(y * (a + b) / b, -shift / b);
  }

  /** The continued fraction: log I and its derivatives in a and b. */
  private record Fraction(double logValue, double firstSlope, double secondSlope) {
    static Fraction of(double a, double b, double x, double y) {
      double[] f = lentz(a, b, x);
      return new Fraction(
          logFactor(a, b, x, y) - Math.log(a) - f[0],
          log(x, y) - GammaFunctions.digammaDifference(a, b) - 1 / a - f[1],
          log(y, x) - GammaFunctions.digammaDifference(b, a) - f[2]);
    }

    /** log F, ∂ log F/∂a, ∂ log F/∂b of F = 1 + d₁/(1 + d₂/(1 + ···)). */
    private static double[] lentz(double a, double b, double x) {
      double[] c = {1, 0, 0};
      double[] d = {0, 0, 0};
      double[] f = {0, 0, 0};
      double[] n = new double[3];
      for (int k = 1; k < MAX_TERMS; k++) {
        numerator(k, a, b, x, n);
        double change = advance(n, c, d, f);
        if (change < 4e-16) {
          break;
        }
      }
      return f;
    }

    /** One step of Lentz's method with derivatives; the size of what was added. */
    private static double advance(double[] n, double[] c, double[] d, double[] f) {
      double denominator = 1 + n[0] * d[0];
      double inverse = 1 / denominator;
      double nextC = 1 + n[0] / c[0];
      double change = Math.abs(nextC * inverse - 1);
      for (int i = 1; i <= 2; i++) {
        double dd = -(n[i] * d[0] + n[0] * d[i]) * inverse * inverse;
        double dc = (n[i] - n[0] * c[i] / c[0]) / c[0];
        double step = dc / nextC + dd / inverse;
        f[i] += step;
        change = Math.max(change, Math.abs(step) / (1 + Math.abs(f[i])));
        d[i] = dd;
        c[i] = dc;
      }
      c[0] = nextC;
      d[0] = inverse;
      f[0] += Math.log(nextC * inverse);
      return change;
    }

    /** The coefficient d_k and its derivatives in a and b. */
    private static void numerator(int k, double a, double b, double x, double[] n) {
      int m = k / 2;
      if (k % 2 == 0) {
        double p = a + 2 * m - 1;
        double q = a + 2 * m;
        n[0] = m * (b - m) * x / (p * q);
        n[1] = -n[0] * (1 / p + 1 / q);
        n[2] = m * x / (p * q);
      } else {
        double p = a + 2 * m;
        double q = a + 2 * m + 1;
        double s = a + m;
        double t = a + b + m;
        n[0] = -s * t * x / (p * q);
        n[1] = -(s + t) * x / (p * q) - n[0] * (1 / p + 1 / q);
        n[2] = -s * x / (p * q);
      }
    }
  }
}
