package org.stanj.compiler.lower.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.typed.StanType;

/** Containers made of others without a loop: their elements are computed when asked for. */
public final class DelayedValues {
  private DelayedValues() {}

  /** A delayed elementwise function of two values of equal shape (or a scalar and a container). */
  public static Value map2(Value a, Value b, StanType type, BinaryOperator<Expr> f) {
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
  public static Value map(Value a, StanType type, UnaryOperator<Expr> f) {
    return new Value.Delayed(
        type,
        a.autodiff(),
        a.sizes(),
        a.reads(),
        false,
        index -> f.apply(a.at(index)),
        a.hasFlat() ? Optional.of(i -> f.apply(a.flat(i))) : Optional.empty());
  }

  /** The value under full indices, where a flat position would not do. */
  public static Value whole(Value value) {
    if (value.type().rank() < 2) {
      return value;
    }
    return new Value.Delayed(
        value.type(),
        value.autodiff(),
        value.sizes(),
        value.reads(),
        value.cheap(),
        value::at,
        Optional.empty());
  }

  /** Rows as columns; of a vector only the type changes. */
  public static Value transpose(Value a, StanType type) {
    if (a.stored().isPresent() && a.type().rank() == 1) {
      return new Value.Stored(type, a.stored().get(), a.sizes(), a.autodiff());
    }
    if (a.type().rank() == 1) {
      return new Value.Delayed(
          type, a.autodiff(), a.sizes(), a.reads(), a.cheap(), a::at, Optional.empty());
    }
    return new Value.Delayed(
        type,
        a.autodiff(),
        List.of(a.sizes().get(1), a.sizes().get(0)),
        a.reads(),
        a.cheap(),
        index -> a.at(List.of(index.get(1), index.get(0))),
        Optional.empty());
  }

  /** The imaginary part of a real value of the same shape. */
  public static Value zero(Value like) {
    if (like.isScalar()) {
      return Value.Scalar.of(Exprs.ZERO, false);
    }
    return new Value.Delayed(
        like.type(),
        false,
        like.sizes(),
        Set.of(),
        true,
        i -> Exprs.ZERO,
        Optional.of(i -> Exprs.ZERO));
  }

  /** The value under a type that its own can be promoted to. */
  public static Value promoted(Value value, StanType type) {
    if (value instanceof Value.Composite composite) {
      List<StanType> types = Components.types(type);
      List<Value> components = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        components.add(promoted(composite.components().get(i), types.get(i)));
      }
      return new Value.Composite(type, components);
    }
    if (type.isComplex()) {
      Value real = promoted(value, type.realPart());
      return new Value.Composite(type, List.of(real, zero(real)));
    }
    if (value.isScalar()) {
      boolean real = !type.isInt();
      Expr e = real ? Exprs.toReal(value.scalar()) : value.scalar();
      return new Value.Scalar(type, e, !value.type().isInt() && value.autodiff());
    }
    return value.type().isInt() && !type.isInt() ? map(value, type, Exprs::toReal) : value;
  }
}
