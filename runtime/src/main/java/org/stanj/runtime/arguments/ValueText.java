package org.stanj.runtime.arguments;

import java.util.Optional;
import java.util.regex.Pattern;
import org.stanj.runtime.arguments.Argument.Kind;
import org.stanj.runtime.io.RealFormat;

/** Values of arguments as text. */
public final class ValueText {
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  private static final Pattern INFINITY =
      Pattern.compile("[-+]?inf(inity)?", Pattern.CASE_INSENSITIVE);

  private ValueText() {}

  /**
   * The value, or nothing if the text is not of the kind. Whole texts only: what C would take from
   * the head of {@code 1e2} is surprising.
   */
  public static Optional<Object> parse(Kind kind, String text) {
    return switch (kind) {
      case INT, UNSIGNED -> integer(text).filter(v -> v == (int) (long) v).map(v -> (Object) v);
      case SEED -> integer(text).map(v -> (Object) v);
      case DOUBLE -> real(text);
      case BOOLEAN -> flag(text);
      case STRING -> Optional.of(text);
    };
  }

  /** As C reads it: infinity has a name, other values that no normal double has are refused. */
  private static Optional<Object> real(String text) {
    if (INFINITY.matcher(text).matches()) {
      boolean negative = text.startsWith("-");
      return Optional.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (!REAL.matcher(text).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    boolean zero = text.chars().takeWhile(c -> c != 'e' && c != 'E').noneMatch(c -> c > '0');
    boolean normal = Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL;
    return normal || zero ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Long> integer(String text) {
    return INTEGER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Optional<Object> flag(String text) {
    return switch (text) {
      case "1", "true" -> Optional.of(true);
      case "0", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The value as the configuration shows it. */
  public static String show(Object value) {
    return value instanceof Double d ? new RealFormat(6).text(d) : value.toString();
  }
}
