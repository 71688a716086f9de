package org.stanj.compiler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mapping over the expressions in operands that keeps identity where nothing changes. */
final class Operands {
  private Operands() {}

  static List<Operand> map(List<Operand> operands, UnaryOperator<Expr> f) {
    List<Operand> mapped = new ArrayList<>(operands.size());
    boolean same = true;
    for (Operand operand : operands) {
      Operand m = map(operand, f);
      same &= m == operand;
      mapped.add(m);
    }
    return same ? operands : mapped;
  }

  static Optional<Operand> map(Optional<Operand> operand, UnaryOperator<Expr> f) {
    if (operand.isEmpty()) {
      return operand;
    }
    Operand mapped = map(operand.get(), f);
    return mapped == operand.get() ? operand : Optional.of(mapped);
  }

  private static Operand map(Operand operand, UnaryOperator<Expr> f) {
    if (operand instanceof Operand.Scalar scalar) {
      Expr value = f.apply(scalar.value());
      return value == scalar.value() ? operand : new Operand.Scalar(value);
    }
    if (operand instanceof Operand.Fixed fixed) {
      Expr value = f.apply(fixed.value());
      return value == fixed.value() ? operand : new Operand.Fixed(value);
    }
    if (operand instanceof Operand.Limit limit) {
      Expr size = f.apply(limit.size());
      return size == limit.size() ? operand : new Operand.Limit(size);
    }
    return operand;
  }

  static void forEach(List<Operand> operands, Consumer<Expr> f) {
    for (Operand operand : operands) {
      if (operand instanceof Operand.Scalar scalar) {
        f.accept(scalar.value());
      } else if (operand instanceof Operand.Fixed fixed) {
        f.accept(fixed.value());
      } else if (operand instanceof Operand.Limit limit) {
        f.accept(limit.size());
      }
    }
  }
}
