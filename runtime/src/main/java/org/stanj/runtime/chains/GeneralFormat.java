package org.stanj.runtime.chains;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as C++ streams write them: six significant digits, no trailing zeros. */
final class GeneralFormat {
  private static final int DIGITS = 6;

  private GeneralFormat() {}

  /** The text of a finite number, e.g. {@code 2.5e-05}, {@code 0.25}, {@code 1e+06}. */
  static String sixDigits(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < DIGITS) {
      return rounded.toPlainString();
    }
    String mantissa = rounded.movePointLeft(exponent).toPlainString();
    String sign = exponent < 0 ? "e-" : "e+";
    int size = Math.abs(exponent);
    return mantissa + sign + (size < 10 ? "0" : "") + size;
  }
}
