package org.stanj.compiler.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BinaryOp;
import org.stanj.compiler.syntax.Expression;
import org.stanj.compiler.syntax.UnaryOp;

/**
 * Turns a flat chain of operands and operators into a tree by precedence, with two stacks and no
 * recursion, so that chains may be as long as they like.
 */
final class OperatorStack {
  private static final int PREFIX_PRECEDENCE = 9;

  private final Deque<Expression> operands = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  /** An operator whose right operand is not complete. */
  private interface Pending {
    int precedence();

    /** Takes the operator's operands off the stack and puts the result there. */
    void apply(Deque<Expression> operands);
  }

  private record Prefix(UnaryOp operator, Span span) implements Pending {
    @Override
    public int precedence() {
      return PREFIX_PRECEDENCE;
    }

    @Override
    public void apply(Deque<Expression> operands) {
      Expression operand = operands.pop();
      operands.push(new Expression.Unary(operator, operand, span.to(operand.span())));
    }
  }

  private record Infix(BinaryOp operator) implements Pending {
    @Override
    public int precedence() {
      return operator.precedence();
    }

    @Override
    public void apply(Deque<Expression> operands) {
      Expression right = operands.pop();
      Expression left = operands.pop();
      Span span = left.span().to(right.span());
      operands.push(new Expression.Binary(operator, left, right, span));
    }
  }

  void operand(Expression expression) {
    operands.push(expression);
  }

  void prefix(UnaryOp operator, Span span) {
    pending.push(new Prefix(operator, span));
  }

  void infix(BinaryOp operator) {
    int bound = operator.precedence() + (operator.isRightAssociative() ? 1 : 0);
    reduce(bound);
    pending.push(new Infix(operator));
  }

  /** The whole chain. */
  Expression finish() {
    reduce(0);
    return operands.pop();
  }

  /** Completes the operators that bind at least as tightly as the bound. */
  private void reduce(int bound) {
    while (!pending.isEmpty() && pending.peek().precedence() >= bound) {
      pending.pop().apply(operands);
    }
  }
}
