package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;
import org.stanj.compiler.typed.TypedExpr.BinaryOp;

/** Operators on scalars and containers. */
final class Arithmetic {
  private final Builder builder;
  private final LibraryCalls library;

  Arithmetic(Builder builder, LibraryCalls library) {
    this.builder = builder;
    this.library = library;
  }

  Value binary(BinaryOp op, Value a, Value b, StanType type, Span span) {
    boolean autodiff = a.autodiff() || b.autodiff();
    if (a.isScalar() && b.isScalar()) {
      return new Value.Scalar(type, scalar(op, a.scalar(), b.scalar(), span), autodiff);
    }
    return switch (op) {
      case MULTIPLY ->
          a.isScalar() || b.isScalar() ? zip(op, a, b, type, span) : product(a, b, type, span);
      case DIVIDE ->
          a.isScalar() || b.isScalar() ? zip(op, a, b, type, span) : solveRight(a, b, type, span);
      case LEFT_DIVIDE -> library.call("mdivide_left", List.of(a, b), type, span);
      case ADD, SUBTRACT, ELEMENT_MULTIPLY, ELEMENT_DIVIDE, POWER, ELEMENT_POWER ->
          zip(op, a, b, type, span);
      default -> throw new IllegalStateException(op + " on containers");
    };
  }

  private Value solveRight(Value a, Value b, StanType type, Span span) {
    return library.call("mdivide_right", List.of(a, b), type, span);
  }

  /** Both elementwise, a scalar standing for all elements. */
  private Value zip(BinaryOp op, Value a, Value b, StanType type, Span span) {
    if (!a.isScalar() && !b.isScalar()) {
      sameSizes(sides(op), a, b, span);
    }
    Value x = a.isScalar() ? builder.forced(a) : a;
    Value y = b.isScalar() ? builder.forced(b) : b;
    return map2(x, y, type, (p, q) -> scalar(op, p, q, span));
  }

  /** What messages call a function of two containers and its arguments. */
  record Sides(String function, String first, String second) {
    /** Stan's words for all its elementwise functions but the operators. */
    static final Sides ELEMENTWISE = new Sides("Binary function", "x", "y");

    static Sides operator(String name) {
      return new Sides(name, "m1", "m2");
    }
  }

  static Sides sides(BinaryOp op) {
    return switch (op) {
      case ADD -> Sides.operator("add");
      case SUBTRACT -> Sides.operator("subtract");
      case ELEMENT_MULTIPLY -> Sides.operator("elt_multiply");
      case ELEMENT_DIVIDE -> Sides.operator("elt_divide");
      case MULTIPLY -> Sides.operator("multiply");
      default -> Sides.ELEMENTWISE;
    };
  }

  /** A delayed elementwise function of two values of equal shape (or a scalar and a container). */
  static Value map2(Value a, Value b, StanType type, BinaryOperator<Expr> f) {
    List<Expr> sizes = a.isScalar() ? b.sizes() : a.sizes();
    Set<Var> reads = new HashSet<>(a.reads());
    reads.addAll(b.reads());
    return new Value.Delayed(
        type,
        a.autodiff() || b.autodiff(),
        sizes,
        reads,
        false,
        index ->
            f.apply(a.at(a.isScalar() ? List.of() : index), b.at(b.isScalar() ? List.of() : index)),
        a.hasFlat() && b.hasFlat()
            ? Optional.of(i -> f.apply(a.flat(i), b.flat(i)))
            : Optional.empty());
  }

  /** A delayed elementwise function. */
  static Value map(Value a, StanType type, UnaryOperator<Expr> f) {
    return new Value.Delayed(
        type,
        a.autodiff(),
        a.sizes(),
        a.reads(),
        false,
        index -> f.apply(a.at(index)),
        a.hasFlat() ? Optional.of(i -> f.apply(a.flat(i))) : Optional.empty());
  }

  /** Rejects unless the sizes agree; says nothing where they agree by declaration. */
  void sameSizes(Sides sides, Value a, Value b, Span span) {
    List<Expr> tests = new ArrayList<>();
    for (int d = 0; d < a.sizes().size(); d++) {
      if (!Linear.same(a.sizes().get(d), b.sizes().get(d))) {
        tests.add(Exprs.op(Operator.NOT_EQUAL_INT, a.sizes().get(d), b.sizes().get(d)));
      }
    }
    if (tests.isEmpty()) {
      return;
    }
    Expr test = tests.stream().reduce(Exprs::or).orElseThrow();
    List<Operand> parts = new ArrayList<>();
    parts.add(new Operand.Text(sides.function() + ": " + sides.first() + " ("));
    extents(a, parts);
    parts.add(new Operand.Text(") and " + sides.second() + " ("));
    extents(b, parts);
    parts.add(new Operand.Text(") must match in size"));
    builder.rejectIf(test, Stmt.RejectKind.SIZE, parts, builder.where(span));
  }

  /** Rows and columns, as messages show the sizes of matrices and vectors. */
  private static void extents(Value v, List<Operand> parts) {
    List<Expr> shown = new ArrayList<>(v.sizes());
    if (v.type().base() == StanType.Base.VECTOR && !v.type().isArray()) {
      shown.add(Exprs.integer(1));
    } else if (v.type().base() == StanType.Base.ROW_VECTOR && !v.type().isArray()) {
      shown.add(0, Exprs.integer(1));
    }
    for (int i = 0; i < shown.size(); i++) {
      if (i > 0) {
        parts.add(new Operand.Text(", "));
      }
      parts.add(new Operand.Scalar(shown.get(i)));
    }
  }

  private Value product(Value a, Value b, StanType type, Span span) {
    if (type.isScalar()) {
      sameInner("rv", a.sizes().get(0), "v", b.sizes().get(0), span);
      return library.call("dot_product", List.of(a, b), type, span);
    }
    boolean outer =
        a.type().base() == StanType.Base.VECTOR && b.type().base() == StanType.Base.ROW_VECTOR;
    if (outer) {
      return outer(builder.forced(a), builder.forced(b), type);
    }
    Expr inner = a.sizes().get(a.sizes().size() - 1);
    sameInner("m1", inner, "m2", b.sizes().get(0), span);
    return kernelProduct(builder.stored(a), builder.stored(b), type, span);
  }

  private void sameInner(String first, Expr columns, String second, Expr rows, Span span) {
    if (!Linear.same(columns, rows)) {
      builder.rejectIf(
          Exprs.op(Operator.NOT_EQUAL_INT, columns, rows),
          Stmt.RejectKind.SIZE,
          List.of(
              new Operand.Text("multiply: Columns of " + first + " ("),
              new Operand.Scalar(columns),
              new Operand.Text(") and Rows of " + second + " ("),
              new Operand.Scalar(rows),
              new Operand.Text(") must match in size")),
          builder.where(span));
    }
  }

  private static Value outer(Value a, Value b, StanType type) {
    Set<Var> reads = new HashSet<>(a.reads());
    reads.addAll(b.reads());
    return new Value.Delayed(
        type,
        a.autodiff() || b.autodiff(),
        List.of(a.sizes().get(0), b.sizes().get(0)),
        reads,
        false,
        index -> Exprs.multiply(a.at(List.of(index.get(0))), b.at(List.of(index.get(1)))),
        Optional.empty());
  }

  private Value kernelProduct(Value.Stored a, Value.Stored b, StanType type, Span span) {
    String kernel;
    List<Expr> sizes;
    if (a.type().base() == StanType.Base.ROW_VECTOR) {
      kernel = "LinearAlgebra_vectorMultiply";
      sizes = List.of(b.sizes().get(1));
    } else if (b.type().base() == StanType.Base.VECTOR) {
      kernel = "LinearAlgebra_multiplyVector";
      sizes = List.of(a.sizes().get(0));
    } else {
      kernel = "LinearAlgebra_multiply";
      sizes = List.of(a.sizes().get(0), b.sizes().get(1));
    }
    Value.Stored result =
        builder.declare("product", type, sizes, a.autodiff() || b.autodiff(), Stmt.Fill.NONE);
    builder.emit(
        new Stmt.Kernel(
            Optional.empty(),
            builder.shared.library.kernel(kernel).method(),
            List.of(
                new Operand.Container(a.stored().orElseThrow()),
                new Operand.Container(b.stored().orElseThrow()),
                new Operand.Container(result.stored().orElseThrow())),
            builder.where(span)));
    return result;
  }

  /** An operator on scalars. */
  Expr scalar(BinaryOp op, Expr a, Expr b, Span span) {
    if (op == BinaryOp.POWER || op == BinaryOp.ELEMENT_POWER) {
      return power(Exprs.toReal(a), b, span);
    }
    boolean ints = a.kind() == Kind.INT && b.kind() == Kind.INT;
    return ints ? ints(op, a, b, span) : reals(op, Exprs.toReal(a), Exprs.toReal(b));
  }

  private Expr power(Expr base, Expr exponent, Span span) {
    if (Exprs.isInt(exponent, 2) || Exprs.isReal(exponent, 2)) {
      Expr x = builder.atom(base);
      return Exprs.multiply(x, x);
    }
    if (Exprs.isInt(exponent, 1) || Exprs.isReal(exponent, 1)) {
      return base;
    }
    return library.scalar("pow", List.of(base, Exprs.toReal(exponent)), span);
  }

  private static Expr reals(BinaryOp op, Expr a, Expr b) {
    return switch (op) {
      case ADD -> Exprs.add(a, b);
      case SUBTRACT -> Exprs.subtract(a, b);
      case MULTIPLY, ELEMENT_MULTIPLY -> Exprs.multiply(a, b);
      case DIVIDE, ELEMENT_DIVIDE -> Exprs.divide(a, b);
      case LESS -> Exprs.op(Operator.LESS, a, b);
      case LESS_EQUAL -> Exprs.op(Operator.LESS_EQUAL, a, b);
      case GREATER -> Exprs.op(Operator.LESS, b, a);
      case GREATER_EQUAL -> Exprs.op(Operator.LESS_EQUAL, b, a);
      case EQUAL -> Exprs.op(Operator.EQUAL, a, b);
      case NOT_EQUAL -> Exprs.op(Operator.NOT_EQUAL, a, b);
      default -> throw new IllegalStateException(op + " on reals");
    };
  }

  private Expr ints(BinaryOp op, Expr a, Expr b, Span span) {
    return switch (op) {
      case ADD -> Exprs.addInt(a, b);
      case SUBTRACT -> Exprs.subtractInt(a, b);
      case MULTIPLY, ELEMENT_MULTIPLY -> Exprs.multiplyInt(a, b);
      case DIVIDE, INT_DIVIDE, ELEMENT_DIVIDE ->
          divided(Operator.DIVIDE_INT, "divide: denominator", a, b, span);
      case MODULO -> divided(Operator.MODULO_INT, "modulus: divisor", a, b, span);
      case LESS -> Exprs.op(Operator.LESS_INT, a, b);
      case LESS_EQUAL -> Exprs.op(Operator.LESS_EQUAL_INT, a, b);
      case GREATER -> Exprs.op(Operator.LESS_INT, b, a);
      case GREATER_EQUAL -> Exprs.op(Operator.LESS_EQUAL_INT, b, a);
      case EQUAL -> Exprs.op(Operator.EQUAL_INT, a, b);
      case NOT_EQUAL -> Exprs.op(Operator.NOT_EQUAL_INT, a, b);
      default -> throw new IllegalStateException(op + " on ints");
    };
  }

  private Expr divided(Operator op, String subject, Expr a, Expr b, Span span) {
    Expr divisor = builder.atom(b);
    if (!(divisor instanceof Expr.IntLiteral i && i.value() != 0)) {
      builder.rejectIf(
          Exprs.op(Operator.EQUAL_INT, divisor, Exprs.integer(0)),
          Stmt.RejectKind.DOMAIN,
          List.of(new Operand.Text(subject + " is 0")),
          builder.where(span));
    }
    return Exprs.op(op, a, divisor);
  }
}
