package org.stanj.compiler.format;

import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.Expression;

/**
 * Takes away parentheses that say nothing, and adds them to comparisons of comparisons, which
 * readers take for something else. Those around an operation that is an operand remain.
 */
final class Parentheses {
  private Parentheses() {}

  /** Leaves at most one pair of parentheses, and only around an operation. */
  static Expression single(Expression expression) {
    if (expression instanceof Expression.Parenthesized outer) {
      boolean needless =
          outer.inner() instanceof Expression.Parenthesized || !isOperation(outer.inner());
      return needless ? outer.inner() : outer;
    }
    return expression instanceof Expression.Binary binary ? compared(binary) : expression;
  }

  /** An expression that is no operand, without parentheses. */
  static Expression none(Expression expression) {
    Expression inner = expression;
    while (inner instanceof Expression.Parenthesized outer) {
      inner = outer.inner();
    }
    return inner;
  }

  private static boolean isOperation(Expression expression) {
    return expression instanceof Expression.Binary
        || expression instanceof Expression.Conditional
        || expression instanceof Expression.Unary;
  }

  private static Expression compared(Expression.Binary outer) {
    boolean both =
        isComparison(outer.operator())
            && outer.left() instanceof Expression.Binary inner
            && isComparison(inner.operator());
    return both
        ? new Expression.Binary(
            outer.operator(),
            new Expression.Parenthesized(outer.left(), outer.left().span()),
            outer.right(),
            outer.span())
        : outer;
  }

  private static boolean isComparison(BinaryOp operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      default -> false;
    };
  }
}
