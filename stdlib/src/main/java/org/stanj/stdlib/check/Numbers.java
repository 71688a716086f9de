package org.stanj.stdlib.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.stanj.stdlib.abi.Text;

/** Numbers as Stan's messages print them: six significant digits, or six decimals for bounds. */
public final class Numbers {
  private static final int DIGITS = 6;
  private static final int LOWEST_PLAIN_EXPONENT = -4;

  private Numbers() {}

  /** As C++ prints a double by default, {@code %g}: {@code 0.5}, {@code 1.37847e+11}, inf, nan. */
  public static String general(double x) {
    return general(x, DIGITS);
  }

  /** The same with another number of significant digits. */
  static String general(double x, int digits) {
    if (Double.isNaN(x)) {
      return "nan";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "inf" : "-inf";
    }
    if (x == 0) {
      return 1 / x < 0 ? "-0" : "0";
    }
    BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= LOWEST_PLAIN_EXPONENT && exponent < digits) {
      return trimmed(rounded).toPlainString();
    }
    String mantissa = trimmed(rounded.movePointLeft(exponent)).toPlainString();
    String sign = exponent < 0 ? "-" : "+";
    int magnitude = Math.abs(exponent);
    return mantissa + "e" + sign + (magnitude < 10 ? "0" : "") + magnitude;
  }

  private static BigDecimal trimmed(BigDecimal x) {
    BigDecimal stripped = x.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** As C++'s {@code to_string} prints a bound, {@code %f}: {@code 5.000000}, inf, nan. */
  public static String fixed(double x) {
    return Text.fixed(x);
  }
}
