package org.stanj.stdlib.scalar;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Elementary functions: the one place between emitted code and {@code java.lang.Math}, whose {@code
 * exp}, {@code log}, {@code pow}, {@code sin}, {@code cos} and {@code tan} are intrinsics.
 *
 * <p>NaN in, NaN out, unless a method says otherwise.
 */
public final class Elementary {
  private static final double LOG_2 = 0.6931471805599453;
  private static final double INVERSE_LOG_2 = 1.4426950408889634;

  private Elementary() {}

  /** eˣ. */
  public static double exp(double x) {
    return Math.exp(x);
  }

  /** log x; −∞ at 0, NaN below. */
  public static double log(double x) {
    return Math.log(x);
  }

  /**
   * log(1 + x) with relative error of about an ulp: log u + (x − (u − 1))/u for u = 1 + x rounded,
   * where the second term repairs the rounding of u.
   *
   * @throws RejectException if x &lt; −1
   */
  public static double log1p(double x) {
    double u = 1 + x;
    if (u > 0 && u < Double.POSITIVE_INFINITY) {
      // As a product: the reciprocal is that of the derivative, which mostly follows.
      return Math.log(u) + (x - (u - 1)) * (1 / u);
    }
    return log1pAtEdge(x);
  }

  private static double log1pAtEdge(double x) {
    if (x < -1) {
      throw RejectException.domain(
          "log1p: x is " + Numbers.general(x) + ", but must be greater than or equal to -1.000000");
    }
    return x == -1 ? Double.NEGATIVE_INFINITY : x;
  }

  /**
   * log(1 − x).
   *
   * @throws RejectException if x &gt; 1
   */
  public static double log1m(double x) {
    if (x > 1) {
      throw RejectException.domain(
          "log1m: x is " + Numbers.general(x) + ", but must be less than or equal to 1.000000");
    }
    return log1p(-x);
  }

  /** log(1 + x), NaN below −1. */
  public static double log1pChecked(double x) {
    double u = 1 + x;
    if (u > 0 && u < Double.POSITIVE_INFINITY) {
      return Math.log(u) + (x - (u - 1)) * (1 / u);
    }
    return x < -1 ? Double.NaN : log1pAtEdge(x);
  }

  /** log(1 − x), NaN above 1. */
  public static double log1mChecked(double x) {
    return log1pChecked(-x);
  }

  /** eˣ − 1. */
  public static double expm1(double x) {
    return Math.expm1(x);
  }

  /** √x; NaN below 0. */
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  /** 1/√x; ∞ at 0. */
  public static double invSqrt(double x) {
    return 1 / Math.sqrt(x);
  }

  /** xʸ as IEEE 754 {@code pow}, except that 1 to any power is 1. */
  public static double pow(double x, double y) {
    return x == 1 ? 1 : Math.pow(x, y);
  }

  /**
   * ∂xʸ/∂x = y xʸ⁻¹, and 0 for y = 0. Taken as 0 at x = 0 for 0 &lt; y &lt; 1, where it is
   * infinite: as in Stan, and as that of √x. A power that has not lost digits to underflow saves
   * another one.
   */
  public static double powBase(double x, double y, double power) {
    double size = Math.abs(power);
    if (size >= Double.MIN_NORMAL && size < Double.POSITIVE_INFINITY && x != 0) {
      return y * (power / x);
    }
    return y == 0 || (x == 0 && y > 0 && y < 1) ? 0 : y * Math.pow(x, y - 1);
  }

  /** ∂xʸ/∂y = xʸ log x, and 0 where x = 0, as in Stan. */
  public static double powExponent(double x, double y, double power) {
    return x == 0 ? 0 : power * Math.log(x);
  }

  /** 2ˣ. */
  public static double exp2(double x) {
    return Math.pow(2, x);
  }

  /** Logarithm to the base 2; exact at powers of 2. */
  public static double log2(double x) {
    if (x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY) {
      int exponent = Math.getExponent(x);
      double mantissa = x / Math.scalb(1.0, exponent);
      if (mantissa == 1) {
        return exponent;
      }
    }
    return Math.log(x) * INVERSE_LOG_2;
  }

  /** Logarithm to the base 10. */
  public static double log10(double x) {
    return Math.log10(x);
  }

  /** ∛x. */
  public static double cbrt(double x) {
    return Math.cbrt(x);
  }

  /** sin x. */
  public static double sin(double x) {
    return Math.sin(x);
  }

  /** cos x. */
  public static double cos(double x) {
    return Math.cos(x);
  }

  /** tan x. */
  public static double tan(double x) {
    return Math.tan(x);
  }

  /** arcsin x; NaN outside [−1, 1]. */
  public static double asin(double x) {
    return Math.asin(x);
  }

  /** arccos x; NaN outside [−1, 1]. */
  public static double acos(double x) {
    return Math.acos(x);
  }

  /** arctan x. */
  public static double atan(double x) {
    return Math.atan(x);
  }

  /** The angle of the point (x, y), in (−π, π]. */
  public static double atan2(double y, double x) {
    return Math.atan2(y, x);
  }

  /** sinh x. */
  public static double sinh(double x) {
    return Math.sinh(x);
  }

  /** cosh x. */
  public static double cosh(double x) {
    return Math.cosh(x);
  }

  /** tanh x. */
  public static double tanh(double x) {
    return Math.tanh(x);
  }

  /** arsinh x = log(|x| + √(x² + 1)) with the sign of x, written with log1p near 0. */
  public static double asinh(double x) {
    double a = Math.abs(x);
    double value;
    if (a > 1e9) {
      value = Math.log(a) + LOG_2;
    } else {
      double square = a * a;
      value = log1p(a + square / (1 + Math.sqrt(square + 1)));
    }
    return Math.copySign(value, x);
  }

  /**
   * arcosh x.
   *
   * @throws RejectException if x &lt; 1
   */
  public static double acosh(double x) {
    if (x < 1) {
      throw RejectException.domain(
          "acosh: x is " + Numbers.general(x) + ", but must be greater than or equal to 1.000000");
    }
    if (x > 1e9) {
      return Math.log(x) + LOG_2;
    }
    double t = x - 1;
    return log1p(t + Math.sqrt(t * (t + 2)));
  }

  /**
   * artanh x = ½ log1p(2x/(1 − x)).
   *
   * @throws RejectException outside [−1, 1]
   */
  public static double atanh(double x) {
    if (x < -1 || x > 1) {
      throw RejectException.domain(
          "atanh: x is " + Numbers.general(x) + ", but must be in the interval [-1, 1]");
    }
    double a = Math.abs(x);
    return Math.copySign(a == 1 ? Double.POSITIVE_INFINITY : 0.5 * log1p(2 * a / (1 - a)), x);
  }

  /** |x|. */
  public static double abs(double x) {
    return Math.abs(x);
  }

  /** |n|. */
  public static int abs(int n) {
    return Math.abs(n);
  }

  /** √(x² + y²) without overflow. */
  public static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  /** x − y trunc(x/y), with the sign of x. */
  public static double fmod(double x, double y) {
    return x % y;
  }

  /** Largest integer not above x. */
  public static double floor(double x) {
    return Math.floor(x);
  }

  /** Smallest integer not below x. */
  public static double ceil(double x) {
    return Math.ceil(x);
  }

  /** Nearest integer, halves away from 0. */
  public static double round(double x) {
    if (!(Math.abs(x) < 0x1p52)) {
      return x;
    }
    double below = Math.floor(Math.abs(x));
    return Math.copySign(Math.abs(x) - below >= 0.5 ? below + 1 : below, x);
  }

  /** Integer part, towards 0. */
  public static double trunc(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  /** log(1 + x) for x in [0, 1], with relative error of about an ulp as {@link #log1p}. */
  public static double log1pUnit(double x) {
    double u = 1 + x;
    return Math.log(u) + (x - (u - 1)) * (1 / u);
  }

  /** max(x, 0); NaN for NaN. */
  public static double positivePart(double x) {
    return Math.max(x, 0);
  }

  /** 1 or -1, as the sign bit of x (also of a zero or NaN). */
  public static double unitSign(double x) {
    return Math.copySign(1.0, x);
  }
}
