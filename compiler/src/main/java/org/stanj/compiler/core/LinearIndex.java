package org.stanj.compiler.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An int expression as a constant plus multiples of atoms: enough to see that most indices in loops
 * are in range.
 */
public record LinearIndex(Map<Expr, Long> terms, long constant) {
  /** The range that a loop index runs over. */
  public record Range(Expr from, Expr to) {}

  public static LinearIndex of(Expr e) {
    if (e instanceof Expr.IntLiteral i) {
      return new LinearIndex(Map.of(), i.value());
    }
    if (e instanceof Expr.Operation o) {
      Optional<LinearIndex> folded = operation(o);
      if (folded.isPresent()) {
        return folded.get();
      }
    }
    return new LinearIndex(Map.of(e, 1L), 0);
  }

  private static Optional<LinearIndex> operation(Expr.Operation o) {
    switch (o.operator()) {
      case ADD_INT:
        return Optional.of(of(o.operands().get(0)).plus(of(o.operands().get(1)), 1));
      case SUBTRACT_INT:
        return Optional.of(of(o.operands().get(0)).plus(of(o.operands().get(1)), -1));
      case NEGATE_INT:
        return Optional.of(new LinearIndex(Map.of(), 0).plus(of(o.operands().get(0)), -1));
      case MULTIPLY_INT:
        LinearIndex a = of(o.operands().get(0));
        LinearIndex b = of(o.operands().get(1));
        if (a.terms.isEmpty()) {
          return Optional.of(new LinearIndex(Map.of(), 0).plus(b, a.constant));
        }
        return b.terms.isEmpty()
            ? Optional.of(new LinearIndex(Map.of(), 0).plus(a, b.constant))
            : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  public LinearIndex plus(LinearIndex other, long factor) {
    Map<Expr, Long> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((e, c) -> sum.merge(e, c * factor, Long::sum));
    sum.values().removeIf(c -> c == 0);
    return new LinearIndex(sum, constant + factor * other.constant);
  }

  /** Whether it is at least 0 for all values of the loop indices in range. */
  public boolean nonNegative(Map<Var, Range> ranges) {
    LinearIndex least = this;
    for (int i = 0; i < 8; i++) {
      Optional<Map.Entry<Expr, Long>> loop =
          least.terms.entrySet().stream()
              .filter(t -> range(t.getKey(), ranges) != null)
              .findFirst();
      if (loop.isEmpty()) {
        return least.terms.isEmpty() && least.constant >= 0;
      }
      Expr index = loop.get().getKey();
      long factor = loop.get().getValue();
      Range range = range(index, ranges);
      LinearIndex bound = of(factor > 0 ? range.from() : range.to());
      LinearIndex without = least.plus(new LinearIndex(Map.of(index, 1L), 0), -factor);
      least = without.plus(bound, factor);
    }
    return false;
  }

  private static Range range(Expr e, Map<Var, Range> ranges) {
    return e instanceof Expr.Read r ? ranges.get(r.variable()) : null;
  }

  /** Whether 1 &lt;= index &lt;= size always holds. */
  public static boolean inRange(Expr index, Expr size, Map<Var, Range> ranges) {
    LinearIndex at = of(index);
    return at.plus(of(Exprs.integer(1)), -1).nonNegative(ranges)
        && of(size).plus(at, -1).nonNegative(ranges);
  }

  /** The constant that the first expression is more than the second; empty if it is none. */
  public static Optional<Integer> difference(Expr a, Expr b) {
    LinearIndex difference = of(a).plus(of(b), -1);
    return difference.terms.isEmpty() ? Optional.of((int) difference.constant) : Optional.empty();
  }

  /** Whether two sizes are the same whatever the data. */
  public static boolean same(Expr a, Expr b) {
    return difference(a, b).filter(d -> d == 0).isPresent();
  }

  /** The test that an index from 1 is out of range. */
  public static Expr outOfRange(Expr index, Expr size) {
    return Exprs.or(
        Exprs.op(Operator.LESS_INT, index, Exprs.integer(1)),
        Exprs.op(Operator.LESS_INT, size, index));
  }
}
