package org.stanj.stdlib.abi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Messages as Stan writes them: reals with six significant digits in the form of C's {@code %g},
 * containers in brackets, matrices row by row.
 */
public final class Text {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final int DECIMALS = 6;
  private static final int[] NO_SIZES = {};

  private Text() {}

  /** An empty message. */
  public static StringBuilder start() {
    return new StringBuilder();
  }

  /** Adds text as it is. */
  public static StringBuilder add(StringBuilder message, String text) {
    return message.append(text);
  }

  /** Adds an int. */
  public static StringBuilder add(StringBuilder message, int value) {
    return message.append(value);
  }

  /** Adds a real. */
  public static StringBuilder add(StringBuilder message, double value) {
    return message.append(real(value));
  }

  /** Adds a real with six decimals, see {@link #fixed}. */
  public static StringBuilder addFixed(StringBuilder message, double value) {
    return message.append(fixed(value));
  }

  /** Adds up to where an index into so many elements may go. */
  public static StringBuilder addLimit(StringBuilder message, int size) {
    return size == 0
        ? message.append("container is empty and cannot be indexed")
        : message.append("expecting index to be between 1 and ").append(size);
  }

  /**
   * Adds a real container.
   *
   * @param values its storage
   * @param offset of its first element
   * @param sizes of its dimensions
   * @param matrix whether the last two dimensions are those of a matrix stored by columns
   */
  public static StringBuilder add(
      StringBuilder message, double @Nullable [] values, int offset, int[] sizes, boolean matrix) {
    return nested(message, (to, at) -> to.append(real(values[offset + at])), sizes, matrix);
  }

  /** Adds an integer container; see the real one. */
  public static StringBuilder add(
      StringBuilder message, int @Nullable [] values, int offset, int[] sizes, boolean matrix) {
    return nested(message, (to, at) -> to.append(values[offset + at]), sizes, matrix);
  }

  /** Adds a tuple or complex value: see {@link CompositeText}. */
  public static StringBuilder add(StringBuilder message, double[] values, int offset, String form) {
    return CompositeText.add(message, values, offset, form);
  }

  /** A rejection with the message. */
  public static RejectException rejection(
      StringBuilder message, RejectException.Kind kind, String where) {
    return new RejectException(kind, message.toString(), where);
  }

  /** Prints the message as a line. */
  public static void print(StringBuilder message, Scratch scratch) {
    scratch.sink.line(message.toString());
  }

  /** A real with six significant digits, without trailing zeros: {@code 0.1}, {@code 1e-05}. */
  public static String real(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0" : "-0";
    }
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS);
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal stripped = rounded.stripTrailingZeros();
    boolean plain = exponent >= -4 && exponent < SIX_DIGITS.getPrecision();
    return plain ? stripped.toPlainString() : scientific(stripped, exponent);
  }

  /** A real with six decimals, as {@code %f} has it: {@code 5.000000}, {@code inf}. */
  public static String fixed(double value) {
    boolean finite = Math.abs(value) < Double.POSITIVE_INFINITY;
    return finite
        ? new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString()
        : real(value);
  }

  private static String scientific(BigDecimal value, int exponent) {
    String digits = value.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    int magnitude = Math.abs(exponent);
    return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
  }

  /** Writes the element at a flat position. */
  private interface Element {
    void write(StringBuilder to, int at);
  }

  private static StringBuilder nested(
      StringBuilder message, Element element, int[] sizes, boolean matrix) {
    int arrays = matrix ? sizes.length - 2 : sizes.length;
    int block = matrix ? sizes[arrays] * sizes[arrays + 1] : 1;
    int[] outer = Arrays.copyOf(sizes, arrays);
    int[] inner = matrix ? Arrays.copyOfRange(sizes, arrays, sizes.length) : NO_SIZES;
    Element innermost =
        matrix ? (to, at) -> matrix(to, element, at * block, inner[0], inner[1]) : element;
    array(message, innermost, outer, 0, 0);
    return message;
  }

  /** Writes the sub-array with number {@code at} among those of its depth. */
  private static void array(StringBuilder to, Element element, int[] sizes, int depth, int at) {
    if (depth == sizes.length) {
      element.write(to, at);
      return;
    }
    to.append('[');
    for (int i = 0; i < sizes[depth]; i++) {
      to.append(i == 0 ? "" : ",");
      array(to, element, sizes, depth + 1, at * sizes[depth] + i);
    }
    to.append(']');
  }

  private static void matrix(StringBuilder to, Element element, int from, int rows, int columns) {
    to.append('[');
    for (int row = 0; row < rows; row++) {
      to.append(row == 0 ? "[" : ",[");
      for (int column = 0; column < columns; column++) {
        to.append(column == 0 ? "" : ",");
        element.write(to, from + column * rows + row);
      }
      to.append(']');
    }
    to.append(']');
  }
}
