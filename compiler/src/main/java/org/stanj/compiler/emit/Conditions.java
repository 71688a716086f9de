package org.stanj.compiler.emit;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operator;

/** Jumps by a condition, without making its 0 or 1 where a jump is enough. */
final class Conditions {
  private final Code code;
  private final ExpressionEmitter expressions;

  Conditions(Code code, ExpressionEmitter expressions) {
    this.code = code;
    this.expressions = expressions;
  }

  /** Pushes 1 or 0. */
  void value(Expr.Operation condition) {
    Label no = new Label();
    Label end = new Label();
    jump(condition, false, no);
    code.integer(1);
    code.jump(Opcodes.GOTO, end);
    code.label(no);
    code.integer(0);
    code.label(end);
  }

  /** Jumps to the target if the condition is as asked for, else goes on. */
  void jump(Expr condition, boolean when, Label target) {
    if (condition instanceof Expr.Operation operation && operation.operator().isCondition()) {
      operation(operation, when, target);
    } else if (condition instanceof Expr.IntLiteral literal) {
      if ((literal.value() != 0) == when) {
        code.jump(Opcodes.GOTO, target);
      }
    } else {
      expressions.push(condition);
      code.jump(when ? Opcodes.IFNE : Opcodes.IFEQ, target);
    }
  }

  private void operation(Expr.Operation e, boolean when, Label target) {
    Expr first = e.operands().get(0);
    switch (e.operator()) {
      case NOT -> jump(first, !when, target);
      case AND, OR -> both(e, when, target);
      case LESS_INT -> integers(e, when ? Opcodes.IFLT : Opcodes.IFGE, target);
      case LESS_EQUAL_INT -> integers(e, when ? Opcodes.IFLE : Opcodes.IFGT, target);
      case EQUAL_INT -> integers(e, when ? Opcodes.IFEQ : Opcodes.IFNE, target);
      case NOT_EQUAL_INT -> integers(e, when ? Opcodes.IFNE : Opcodes.IFEQ, target);
      case LESS -> reals(e, when ? Opcodes.IFLT : Opcodes.IFGE, target);
      case LESS_EQUAL -> reals(e, when ? Opcodes.IFLE : Opcodes.IFGT, target);
      case EQUAL -> reals(e, when ? Opcodes.IFEQ : Opcodes.IFNE, target);
      case NOT_EQUAL -> reals(e, when ? Opcodes.IFNE : Opcodes.IFEQ, target);
      default -> throw new IllegalArgumentException(e.operator().name());
    }
  }

  private void both(Expr.Operation e, boolean when, Label target) {
    Expr first = e.operands().get(0);
    Expr second = e.operands().get(1);
    boolean decisive = e.operator() == Operator.OR;
    if (when == decisive) {
      jump(first, when, target);
      jump(second, when, target);
    } else {
      Label decided = new Label();
      jump(first, decisive, decided);
      jump(second, when, target);
      code.label(decided);
    }
  }

  private void integers(Expr.Operation e, int againstZero, Label target) {
    expressions.push(e.operands().get(0));
    Expr second = e.operands().get(1);
    if (second instanceof Expr.IntLiteral literal && literal.value() == 0) {
      code.jump(againstZero, target);
    } else {
      expressions.push(second);
      code.jump(againstZero - Opcodes.IFEQ + Opcodes.IF_ICMPEQ, target);
    }
  }

  /** A comparison with NaN gives 1, which is neither less nor equal. */
  private void reals(Expr.Operation e, int againstZero, Label target) {
    e.operands().forEach(expressions::push);
    code.op(Opcodes.DCMPG);
    code.jump(againstZero, target);
  }
}
