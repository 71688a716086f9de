package org.stanj.cli.summary;

/**
 * How the numbers of one column of the table are written: with fixed point where that is short for
 * all of them, with exponents otherwise.
 *
 * @param scientific whether with exponents
 * @param figures significant figures
 * @param width of the longest number, as the programs reckon it
 */
record ColumnFormat(boolean scientific, int figures, int width) {
  /** Wider numbers are written with exponents. */
  private static final int WIDEST = 5;

  /** Point and exponent. */
  private static final int SCIENTIFIC_EXTRA = 5;

  static ColumnFormat of(double[] values, int figures) {
    int width = 0;
    double least = values.length == 0 ? 0 : values[0];
    for (double value : values) {
      width = Math.max(width, fixedWidth(value, figures));
      least = value < least ? value : least; // a NaN that stands first stays
    }
    return width <= WIDEST
        ? new ColumnFormat(false, figures, width)
        : new ColumnFormat(true, figures, figures + SCIENTIFIC_EXTRA + (least < 0 ? 1 : 0));
  }

  /** A number with fixed point has a format of its own. */
  static String fixed(double value, int figures) {
    return new ColumnFormat(false, figures, 0).text(value);
  }

  String text(double value) {
    return scientific
        ? StreamText.scientific(value, figures - 1)
        : StreamText.fixed(value, precision(value));
  }

  /** Digits behind the point; what is not finite needs them for numbers that follow. */
  int precision(double value) {
    if (scientific) {
      return figures - 1;
    }
    return Double.isFinite(value) ? Math.max(0, figures - digits(value)) : figures;
  }

  private static int fixedWidth(double value, int figures) {
    if (Double.isNaN(value)) {
      return 0;
    }
    int sign = value < 0 ? 1 : 0;
    if (Double.isInfinite(value)) {
      return figures + 1 + sign;
    }
    if (value == 0) {
      return figures;
    }
    int digits = digits(value);
    if (digits <= 0) {
      return figures - digits + 2 + sign;
    }
    return (digits >= figures ? digits : figures + 1) + sign;
  }

  /** Digits before the point; for less than 0.1, minus the zeros behind it. */
  private static int digits(double value) {
    return value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
  }
}
