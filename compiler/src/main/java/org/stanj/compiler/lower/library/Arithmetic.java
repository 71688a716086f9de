package org.stanj.compiler.lower.library;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.SameSizes;
import org.stanj.compiler.lower.value.Value;
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
      SameSizes.check(builder, sides(op), a, b, span);
    }
    Value x = a.isScalar() ? builder.forced(a) : a;
    Value y = b.isScalar() ? builder.forced(b) : b;
    return DelayedValues.map2(x, y, type, (p, q) -> scalar(op, p, q, span));
  }

  static SameSizes.Sides sides(BinaryOp op) {
    return switch (op) {
      case ADD -> SameSizes.Sides.operator("add");
      case SUBTRACT -> SameSizes.Sides.operator("subtract");
      case ELEMENT_MULTIPLY -> SameSizes.Sides.operator("elt_multiply");
      case ELEMENT_DIVIDE -> SameSizes.Sides.operator("elt_divide");
      case MULTIPLY -> SameSizes.Sides.operator("multiply");
      default -> SameSizes.Sides.ELEMENTWISE;
    };
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
    if (!LinearIndex.same(columns, rows)) {
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
            builder.gathered.library.kernel(kernel).method(),
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
