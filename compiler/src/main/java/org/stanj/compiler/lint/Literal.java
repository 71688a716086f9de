package org.stanj.compiler.lint;

import java.util.Locale;
import java.util.Optional;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.TypedExpr;

/**
 * A number that is known from the text of an expression.
 *
 * @param text as written, or for a computed value with up to twelve digits
 * @param whole whether it is an int
 * @param span where it stands; behind the sign of a negative one, as stanc counts
 */
record Literal(String text, double value, boolean whole, Span span) {
  private static final double SMALL = 0.1;
  private static final double LARGE = 10;

  /**
   * The value of a constant expression. As in stanc, operators on ints or on reals are computed,
   * but not those on an int and a real.
   */
  static Optional<Literal> of(TypedExpr e) {
    if (e instanceof TypedExpr.IntConstant constant) {
      return Optional.of(whole(constant.value(), e.span()));
    }
    if (e instanceof TypedExpr.RealConstant constant) {
      return Optional.of(new Literal(written(e.span()), constant.value(), false, e.span()));
    }
    if (e instanceof TypedExpr.Promote promote) {
      return of(promote.value()).map(inner -> inner.at(e.span()));
    }
    if (e instanceof TypedExpr.Unary unary) {
      return unary(unary);
    }
    if (e instanceof TypedExpr.Binary binary) {
      return binary(binary);
    }
    return e instanceof TypedExpr.Conditional choice ? conditional(choice) : Optional.empty();
  }

  /** The same number at another place. */
  Literal at(Span other) {
    return new Literal(text, value, whole, other);
  }

  /** Whether it hints at a quantity that is not on unit scale. */
  boolean isOffScale() {
    double size = Math.abs(value);
    return size > LARGE || (size < SMALL && size > 0);
  }

  private static Optional<Literal> unary(TypedExpr.Unary e) {
    Optional<Literal> operand = operand(e.operand());
    return switch (e.operator()) {
      case PLUS -> operand.map(l -> l.at(e.span()));
      case MINUS ->
          operand.map(
              l -> l.whole() ? whole((long) -l.value(), l.span()) : real(-l.value(), l.span()));
      case NOT, TRANSPOSE -> Optional.empty();
    };
  }

  private static Optional<Literal> binary(TypedExpr.Binary e) {
    Optional<Literal> left = operand(e.left());
    Optional<Literal> right = operand(e.right());
    if (left.isEmpty() || right.isEmpty() || left.get().whole() != right.get().whole()) {
      return Optional.empty();
    }
    double x = left.get().value();
    double y = right.get().value();
    return left.get().whole()
        ? ofInts(e.operator(), (long) x, (long) y).map(v -> whole(v, e.span()))
        : ofReals(e.operator(), x, y).map(v -> real(v, e.span()));
  }

  private static Optional<Long> ofInts(TypedExpr.BinaryOp operator, long x, long y) {
    return switch (operator) {
      case ADD -> Optional.of(x + y);
      case SUBTRACT -> Optional.of(x - y);
      case MULTIPLY -> Optional.of(x * y);
      case DIVIDE, INT_DIVIDE -> y == 0 ? Optional.empty() : Optional.of(x / y);
      case MODULO -> y == 0 ? Optional.empty() : Optional.of(x % y);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> ofReals(TypedExpr.BinaryOp operator, double x, double y) {
    return switch (operator) {
      case ADD -> Optional.of(x + y);
      case SUBTRACT -> Optional.of(x - y);
      case MULTIPLY -> Optional.of(x * y);
      case DIVIDE -> Optional.of(x / y);
      default -> Optional.empty();
    };
  }

  private static Optional<Literal> conditional(TypedExpr.Conditional e) {
    return of(e.test()).flatMap(test -> of(test.value() != 0 ? e.yes() : e.no()));
  }

  private static Optional<Literal> operand(TypedExpr e) {
    return e instanceof TypedExpr.Promote ? Optional.empty() : of(e);
  }

  private static Literal whole(long value, Span span) {
    return new Literal(Long.toString(value), value, true, span);
  }

  private static Literal real(double value, Span span) {
    return new Literal(computed(value), value, false, span);
  }

  /** The number in the program, without the underscores between its digits. */
  private static String written(Span span) {
    String line = span.file().line(span.startLine());
    int end = Math.min(span.endColumn(), line.length());
    return line.substring(Math.min(span.startColumn(), end), end).replace("_", "");
  }

  /** Twelve significant digits without trailing zeros; a point marks it as a real. */
  private static String computed(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e12)) {
      String text = String.format(Locale.ROOT, "%.11e", value);
      int exponent = text.indexOf('e');
      return withoutZeros(text.substring(0, exponent), false) + text.substring(exponent);
    }
    int digits = size == 0 ? 0 : Math.max(0, 11 - (int) Math.floor(Math.log10(size)));
    return withoutZeros(String.format(Locale.ROOT, "%." + digits + "f", value), true);
  }

  private static String withoutZeros(String text, boolean point) {
    String digits = text.contains(".") ? text.replaceAll("0+$", "") : text + ".";
    return point || !digits.endsWith(".") ? digits : digits.substring(0, digits.length() - 1);
  }
}
