package org.stanj.compiler.lower.library;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.lower.value.Builder;
import org.stanj.compiler.lower.value.DelayedValues;
import org.stanj.compiler.lower.value.Value;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/** Library functions that the compiler itself knows: sizes, shapes and sums. */
final class Builtins {
  private final LibraryCalls library;
  private final Builder builder;
  private final ShapeFunctions shapes;

  Builtins(LibraryCalls library) {
    this.library = library;
    this.builder = library.builder;
    this.shapes = new ShapeFunctions(builder);
  }

  Value call(LibraryFunction f, List<Value> a, StanType type, Span span) {
    if (CompositeBuiltins.concerns(a, type)) {
      return new CompositeBuiltins(library).call(f, a, type, span);
    }
    return switch (f.name()) {
      case "size" -> integer(size(a.get(0)));
      case "num_elements" -> integer(a.get(0).count());
      case "rows" -> integer(rows(a.get(0)));
      case "cols" -> integer(cols(a.get(0)));
      case "dims" -> dims(a.get(0), type);
      case "sum" -> sum(a.get(0), type);
      case "dot_product" -> dotProduct(a.get(0), a.get(1), span);
      case "dot_self" -> square(a.get(0));
      default -> shapes.call(f, a, type, span);
    };
  }

  private static Value integer(Expr e) {
    return Value.Scalar.of(e, false);
  }

  private static Expr size(Value v) {
    if (v.isScalar()) {
      return Exprs.integer(1);
    }
    return v.type().base() == StanType.Base.MATRIX && !v.type().isArray()
        ? v.count()
        : v.sizes().get(0);
  }

  private static Expr rows(Value v) {
    return v.type().base() == StanType.Base.ROW_VECTOR ? Exprs.integer(1) : v.sizes().get(0);
  }

  private static Expr cols(Value v) {
    return switch (v.type().base()) {
      case MATRIX -> v.sizes().get(1);
      case ROW_VECTOR -> v.sizes().get(0);
      default -> Exprs.integer(1);
    };
  }

  /** All sizes; a vector has one column and a row vector one row. */
  private Value dims(Value v, StanType type) {
    List<Expr> sizes = new ArrayList<>(v.sizes());
    switch (v.type().base()) {
      case VECTOR -> sizes.add(Exprs.integer(1));
      case ROW_VECTOR -> sizes.add(v.type().arrays(), Exprs.integer(1));
      default -> {}
    }
    Value.Stored result =
        builder.declare("dims", type, List.of(Exprs.integer(sizes.size())), false, Stmt.Fill.NONE);
    for (int d = 0; d < sizes.size(); d++) {
      builder.emit(
          new Stmt.Store(result.stored().orElseThrow(), List.of(Exprs.integer(d)), sizes.get(d)));
    }
    return result;
  }

  private Value sum(Value v, StanType type) {
    return new Value.Scalar(type, builder.sum(v, e -> e), v.autodiff());
  }

  private Value dotProduct(Value a, Value b, Span span) {
    Expr n = a.sizes().get(0);
    if (!LinearIndex.same(n, b.sizes().get(0))) {
      builder.rejectIf(
          Exprs.op(Operator.NOT_EQUAL_INT, n, b.sizes().get(0)),
          Stmt.RejectKind.SIZE,
          List.of(
              new Operand.Text("dot_product: size of v1 ("),
              new Operand.Scalar(n),
              new Operand.Text(") and size of v2 ("),
              new Operand.Scalar(b.sizes().get(0)),
              new Operand.Text(") must match in size")),
          builder.where(span));
    }
    Value products =
        DelayedValues.map2(
            a, b, a.type(), (x, y) -> Exprs.multiply(Exprs.toReal(x), Exprs.toReal(y)));
    return Value.Scalar.of(builder.sum(asReals(products), e -> e), products.autodiff());
  }

  private static Value asReals(Value v) {
    return v.type().isInt()
        ? DelayedValues.map(v, StanType.arrayOf(StanType.REAL, v.type().arrays()), Exprs::toReal)
        : v;
  }

  private Value square(Value v) {
    Expr total =
        builder.sum(
            v,
            e -> {
              Expr x = builder.atom(e);
              return Exprs.multiply(x, x);
            });
    return Value.Scalar.of(total, v.autodiff());
  }
}
