package org.stanj.compiler.lower.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.typed.StanType;

/** Containers under other shapes: same elements in storage order, other type and sizes. */
public final class Shapes {
  private Shapes() {}

  /** Sizes of a variable as its own dimensions. */
  public static List<Expr> dims(Var v) {
    List<Expr> sizes = new ArrayList<>();
    for (int d = 0; d < v.type().rank(); d++) {
      sizes.add(new Expr.Dim(v, d));
    }
    return sizes;
  }

  /** Any flat container as a vector of its elements in storage order. */
  public static Value asVector(Builder builder, Value value) {
    return value.type().equals(StanType.VECTOR)
        ? value
        : reshaped(builder, value, StanType.VECTOR, List.of(builder.frozen(value.count())));
  }

  /** The elements in storage order under another type; the counts agree. */
  public static Value reshaped(Builder builder, Value value, StanType type, List<Expr> sizes) {
    boolean sameKind = value.type().isInt() == type.isInt();
    if (value.stored().isPresent() && sameKind) {
      Var of = value.stored().get();
      if (of.type().equals(Value.coreType(type))) {
        return new Value.Stored(type, of, sizes, value.autodiff());
      }
      return builder.view(of, Exprs.integer(0), type, sizes, value.autodiff());
    }
    if (!value.hasFlat()) {
      return reshaped(builder, builder.stored(value), type, sizes);
    }
    return new Value.Delayed(
        type,
        value.autodiff(),
        sizes,
        value.reads(),
        value.cheap(),
        index -> converted(value.flat(position(type, sizes, index)), type),
        Optional.of(i -> converted(value.flat(i), type)));
  }

  private static Expr converted(Expr e, StanType type) {
    return type.isInt() ? e : Exprs.toReal(e);
  }

  /** Position in storage order of a full index. */
  public static Expr position(StanType type, List<Expr> sizes, List<Expr> index) {
    int rank = sizes.size();
    boolean matrix = type.base() == StanType.Base.MATRIX;
    int arrays = matrix ? rank - 2 : rank;
    Expr at = Exprs.integer(0);
    for (int d = 0; d < arrays; d++) {
      at = Exprs.addInt(Exprs.multiplyInt(at, sizes.get(d)), index.get(d));
    }
    if (matrix) {
      Expr rows = sizes.get(rank - 2);
      at = Exprs.addInt(Exprs.multiplyInt(at, sizes.get(rank - 1)), index.get(rank - 1));
      at = Exprs.addInt(Exprs.multiplyInt(at, rows), index.get(rank - 2));
    }
    return at;
  }

  /** The position of an index of the language, which counts from 1. */
  public static Expr zeroBased(Expr index) {
    return Exprs.subtractInt(index, Exprs.integer(1));
  }

  /** The larger of an int expression and 0, by a choice. */
  public static Expr atLeastZero(Builder builder, Expr e) {
    if (e instanceof Expr.IntLiteral i) {
      return i.value() < 0 ? Exprs.integer(0) : e;
    }
    Expr n = builder.frozen(e);
    return new Expr.Choose(Exprs.op(Operator.LESS_INT, n, Exprs.integer(0)), Exprs.integer(0), n);
  }
}
