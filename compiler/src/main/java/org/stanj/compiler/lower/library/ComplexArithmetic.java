package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.Components;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.SameSizes;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr.BinaryOp;

/**
 * Complex values as pairs of real ones: operators, and functions of single numbers taken element by
 * element. The functions themselves are the prelude's.
 */
final class ComplexArithmetic {
  private final LibraryCalls library;
  private final Builder builder;

  ComplexArithmetic(LibraryCalls library) {
    this.library = library;
    this.builder = library.builder;
  }

  private static boolean isZero(Value v) {
    return v.isScalar() && Exprs.isReal(v.scalar(), 0);
  }

  private static boolean isRow(Value.Composite z) {
    return z.type().base() == StanType.Base.COMPLEX_ROW_VECTOR && !z.type().isArray();
  }

  private static boolean isNumber(Value.Composite z) {
    return z.type().rank() == 0;
  }

  Value binary(BinaryOp op, Value.Composite a, Value.Composite b, StanType type, Span span) {
    return switch (op) {
      case EQUAL -> Value.Scalar.of(equal(a, b), false);
      case NOT_EQUAL -> Value.Scalar.of(Exprs.not(equal(a, b)), false);
      case ADD, SUBTRACT -> byParts(op, a, b, type, span);
      case MULTIPLY, ELEMENT_MULTIPLY -> product(op, a, b, type, span);
      case DIVIDE, ELEMENT_DIVIDE -> {
        if (isNumber(b) && isZero(b.components().get(1))) {
          yield scaledDown(a, b.components().get(0), type, span);
        }
        boolean solves = op == BinaryOp.DIVIDE && !isNumber(a) && !isNumber(b);
        yield call(solves ? "mdivide_right" : "divide", a, b, type, span);
      }
      case POWER, ELEMENT_POWER -> call("pow", a, b, type, span);
      default -> throw new IllegalStateException(op + " on complex values");
    };
  }

  /** Both parts divided by a real number. */
  private Value scaledDown(Value.Composite z, Value divisor, StanType type, Span span) {
    Value by = builder.forced(divisor);
    List<Value> parts =
        z.components().stream()
            .map(v -> library.arithmetic.binary(BinaryOp.DIVIDE, v, by, type.realPart(), span))
            .toList();
    return new Value.Composite(type, parts);
  }

  private static Expr equal(Value.Composite a, Value.Composite b) {
    List<Expr> tests = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Expr x = a.components().get(i).scalar();
      tests.add(Exprs.op(Operator.EQUAL, x, b.components().get(i).scalar()));
    }
    return Exprs.and(tests.get(0), tests.get(1));
  }

  private Value byParts(
      BinaryOp op, Value.Composite a, Value.Composite b, StanType type, Span span) {
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Value x = a.components().get(i);
      parts.add(library.arithmetic.binary(op, x, b.components().get(i), type.realPart(), span));
    }
    return new Value.Composite(type, parts);
  }

  /**
   * {@code (a + bi)(c + di)}; a number without an imaginary part scales. A row times a column is
   * Stan's dot_product, which conjugates the first.
   */
  private Value product(
      BinaryOp op, Value.Composite x, Value.Composite y, StanType type, Span span) {
    Value.Composite first = (Value.Composite) builder.forced(x);
    Value.Composite second = (Value.Composite) builder.forced(y);
    Value a = first.components().get(0);
    Value b = first.components().get(1);
    Value c = second.components().get(0);
    Value d = second.components().get(1);
    Multiplication times = (p, q) -> library.arithmetic.binary(op, p, q, type.realPart(), span);
    if (isZero(b) || isZero(d)) {
      Value scale = isZero(b) ? a : c;
      Value.Composite scaled = isZero(b) ? second : first;
      List<Value> parts = scaled.components().stream().map(v -> times.of(scale, v)).toList();
      return new Value.Composite(type, parts);
    }
    boolean inner = isRow(x) && op == BinaryOp.MULTIPLY && type.rank() == 0;
    BinaryOp plus = inner ? BinaryOp.SUBTRACT : BinaryOp.ADD;
    BinaryOp minus = inner ? BinaryOp.ADD : BinaryOp.SUBTRACT;
    Value real = combined(minus, times.of(a, c), times.of(b, d), span);
    Value imaginary = combined(plus, times.of(a, d), times.of(b, c), span);
    return new Value.Composite(type, List.of(real, imaginary));
  }

  private interface Multiplication {
    Value of(Value a, Value b);
  }

  private Value combined(BinaryOp op, Value a, Value b, Span span) {
    return library.arithmetic.binary(op, a, b, a.type(), span);
  }

  private Value call(String name, Value a, Value b, StanType type, Span span) {
    List<Value> arguments = List.of(a, b);
    LibraryFunction f =
        builder.gathered.library.named(name).stream()
            .filter(g -> takes(g, name.startsWith("mdivide") ? a.type() : StanType.COMPLEX))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the prelude has no complex " + name));
    return library.call(f, arguments, false, type, span);
  }

  private static boolean takes(LibraryFunction f, StanType first) {
    return !f.parameters().isEmpty() && f.parameters().get(0).type().equals(first.toString());
  }

  /** A function of single numbers over containers of one shape, numbers standing for all. */
  Value mapped(LibraryFunction f, List<Value> given, StanType type, Span span) {
    List<Value> arguments = given.stream().map(builder::forced).toList();
    Value shape = arguments.stream().filter(a -> !a.sizes().isEmpty()).findFirst().orElseThrow();
    Value model = Components.leaves(shape).get(0);
    arguments.stream()
        .filter(a -> a != shape && !a.sizes().isEmpty())
        .forEach(
            a ->
                SameSizes.check(
                    builder,
                    SameSizes.Sides.ELEMENTWISE,
                    model,
                    Components.leaves(a).get(0),
                    span));
    boolean autodiff = arguments.stream().anyMatch(Value::autodiff);
    List<Value> results = new ArrayList<>();
    for (StanType leaf : Components.leaves(type)) {
      results.add(builder.declare("mapped", leaf, model.sizes(), autodiff, Stmt.Fill.NONE));
    }
    builder.elements(
        DelayedValues.whole(model),
        (at, ignored) -> {
          List<Value> numbers = arguments.stream().map(a -> element(a, at)).toList();
          StanType one = StanType.of(numberOf(type));
          List<Value> leaves = Components.leaves(library.call(f, numbers, false, one, span));
          for (int i = 0; i < leaves.size(); i++) {
            builder.emit(
                new Stmt.Store(results.get(i).stored().orElseThrow(), at, leaves.get(i).scalar()));
          }
        });
    return Components.join(type, results);
  }

  private static StanType.Base numberOf(StanType type) {
    return type.isComplex() ? StanType.Base.COMPLEX : StanType.Base.REAL;
  }

  private static Value element(Value v, List<Expr> at) {
    if (v.sizes().isEmpty()) {
      return v;
    }
    if (v instanceof Value.Composite z) {
      List<Value> parts = z.components().stream().map(p -> element(p, at)).toList();
      return new Value.Composite(StanType.COMPLEX, parts);
    }
    return Value.Scalar.of(v.at(at), v.autodiff());
  }

  /** Real and imaginary parts side by side, a real number standing for all elements. */
  Value joined(Value real, Value imaginary, StanType type) {
    StanType part = type.realPart();
    Value a = DelayedValues.promoted(real, realOf(real, part));
    Value b = DelayedValues.promoted(imaginary, realOf(imaginary, part));
    return new Value.Composite(type, List.of(spread(a, b, part), spread(b, a, part)));
  }

  private static StanType realOf(Value v, StanType part) {
    return v.isScalar() ? StanType.REAL : part;
  }

  private Value spread(Value v, Value other, StanType part) {
    if (!v.isScalar() || other.isScalar()) {
      return v;
    }
    Expr e = builder.atom(v.scalar());
    return new Value.Delayed(
        part, v.autodiff(), other.sizes(), v.reads(), true, i -> e, Optional.of(i -> e));
  }
}
