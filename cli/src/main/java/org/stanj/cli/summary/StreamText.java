package org.stanj.cli.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a C++ stream writes them: rounded exactly, half to even; NaN with its sign. */
final class StreamText {
  private StreamText() {}

  /** With {@code decimals} digits behind the point. */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    BigDecimal rounded = new BigDecimal(Math.abs(value)).setScale(decimals, RoundingMode.HALF_EVEN);
    return sign(value) + rounded.toPlainString();
  }

  /** One digit, the point, {@code decimals} digits, and an exponent of at least two digits. */
  static String scientific(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    String digits = "0".repeat(decimals + 1);
    int exponent = 0;
    if (value != 0) {
      BigDecimal rounded =
          new BigDecimal(Math.abs(value))
              .round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
      exponent = rounded.precision() - rounded.scale() - 1;
      digits = (rounded.unscaledValue() + digits).substring(0, decimals + 1);
    }
    String point = decimals > 0 ? "." : "";
    String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "");
    return sign(value)
        + digits.charAt(0)
        + point
        + digits.substring(1)
        + "e"
        + power
        + Math.abs(exponent);
  }

  /** A number that is not finite. */
  static String special(double value) {
    String text = Double.isNaN(value) ? "nan" : "inf";
    return sign(value) + text;
  }

  private static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }
}
