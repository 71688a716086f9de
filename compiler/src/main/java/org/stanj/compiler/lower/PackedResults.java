package org.stanj.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.typed.StanType;

/**
 * Results of recursive functions that add to the target: one container with what the function adds,
 * the sizes of its value, and the elements of its value. What other functions add is known where
 * their bodies are written out; these are never written out.
 */
final class PackedResults {
  private final Lowerer lowerer;
  private final Builder builder;

  PackedResults(Lowerer lowerer) {
    this.lowerer = lowerer;
    this.builder = lowerer.builder;
  }

  /**
   * The result of a function with the value.
   *
   * @param amount what it adds to the target
   */
  Operand pack(Var amount, Optional<Value> value) {
    List<Expr> head = new ArrayList<>(List.of(Exprs.read(amount)));
    value.ifPresent(v -> v.sizes().forEach(n -> head.add(Exprs.toReal(n))));
    Expr first = Exprs.integer(head.size());
    Expr length = value.map(v -> Exprs.addInt(first, v.count())).orElse(first);
    Var packed = builder.names.local("packed", CoreType.REALS);
    builder.emit(new Stmt.Declare(packed, List.of(builder.frozen(length)), Stmt.Fill.NONE));
    for (int i = 0; i < head.size(); i++) {
      builder.emit(new Stmt.Store(packed, List.of(Exprs.integer(i)), head.get(i)));
    }
    value.ifPresent(v -> store(v, packed, first));
    return new Operand.Container(packed);
  }

  private void store(Value value, Var packed, Expr first) {
    Value from = value.isScalar() || value.hasFlat() ? value : builder.stored(value);
    if (from.isScalar()) {
      builder.emit(new Stmt.Store(packed, List.of(first), Exprs.toReal(from.scalar())));
      return;
    }
    builder.each(
        from.count(),
        i ->
            builder.emit(
                new Stmt.Store(
                    packed, List.of(Exprs.addInt(first, i)), Exprs.toReal(from.flat(i)))));
  }

  /** Adds what the function adds, and gives its value. */
  Value unpack(Var packed, StanType type, boolean autodiff, Span span) {
    builder.emit(new Stmt.AddTarget(Exprs.load(packed, Exprs.integer(0))));
    if (type.equals(StanType.VOID)) {
      return Value.Scalar.of(Exprs.integer(0), false);
    }
    int rank = type.isScalar() ? 0 : Value.coreType(type).rank();
    List<Expr> sizes = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      sizes.add(integer(packed, Exprs.integer(1 + d), span));
    }
    Expr first = Exprs.integer(1 + rank);
    if (type.isScalar()) {
      Expr value =
          type.isInt()
              ? integer(packed, first, span)
              : builder.temporary("value", Exprs.load(packed, first));
      return new Value.Scalar(type, value, autodiff);
    }
    if (Value.coreType(type).kind() == Kind.REAL) {
      return builder.view(packed, first, type, sizes, autodiff);
    }
    Value.Stored value = builder.declare("value", type, sizes, false, Stmt.Fill.NONE);
    builder.each(
        value.count(),
        i ->
            builder.emit(
                new Stmt.Store(
                    value.stored().orElseThrow(),
                    List.of(i),
                    integer(packed, Exprs.addInt(first, i), span))));
    return value;
  }

  private Expr integer(Var packed, Expr at, Span span) {
    Expr real = Exprs.load(packed, at);
    List<Value> argument = List.of(Value.Scalar.of(real, false));
    return builder.atom(lowerer.library.call("to_int", argument, StanType.INT, span).scalar());
  }
}
