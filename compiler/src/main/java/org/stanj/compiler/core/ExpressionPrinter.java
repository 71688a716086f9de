package org.stanj.compiler.core;

import java.util.Iterator;
import java.util.List;

/** Writes expressions with as few parentheses as keep their structure. */
final class ExpressionPrinter implements Expr.Visitor<StringBuilder> {
  private static final int CHOICE = 0;
  private static final int UNARY = 7;
  private static final int ATOM = 8;

  private final StringBuilder out;

  ExpressionPrinter(StringBuilder out) {
    this.out = out;
  }

  @Override
  public StringBuilder intLiteral(Expr.IntLiteral e) {
    return out.append(e.value());
  }

  @Override
  public StringBuilder realLiteral(Expr.RealLiteral e) {
    return out.append(e.value());
  }

  @Override
  public StringBuilder read(Expr.Read e) {
    return out.append(e.variable().name());
  }

  @Override
  public StringBuilder load(Expr.Load e) {
    return element(e.container(), e.at());
  }

  @Override
  public StringBuilder dim(Expr.Dim e) {
    return out.append(e.container().name()).append(".size").append(e.dimension());
  }

  @Override
  public StringBuilder operation(Expr.Operation e) {
    Operator operator = e.operator();
    if (operator == Operator.TO_REAL || operator == Operator.GUARDED) {
      return call(operator.symbol(), e.operands());
    }
    if (operator.arity() == 1) {
      out.append(operator.symbol());
      return operand(e.operands().get(0), ATOM);
    }
    int precedence = precedence(e);
    operand(e.operands().get(0), precedence);
    out.append(' ').append(operator.symbol()).append(' ');
    return operand(e.operands().get(1), precedence + 1);
  }

  @Override
  public StringBuilder apply(Expr.Apply e) {
    return call(e.primitive().method(), e.arguments());
  }

  @Override
  public StringBuilder choose(Expr.Choose e) {
    operand(e.test(), CHOICE + 1);
    out.append(" ? ");
    operand(e.yes(), CHOICE + 1);
    out.append(" : ");
    return operand(e.no(), CHOICE);
  }

  @Override
  public StringBuilder hasInit(Expr.HasInit e) {
    return out.append("hasInit(").append(Printer.quote(e.parameter())).append(')');
  }

  /** Writes an element of a container. */
  StringBuilder element(Var container, List<Expr> at) {
    out.append(container.name()).append('[');
    return list(at).append(']');
  }

  /** Writes expressions with commas between them. */
  StringBuilder list(List<Expr> expressions) {
    Iterator<Expr> each = expressions.iterator();
    while (each.hasNext()) {
      each.next().accept(this);
      if (each.hasNext()) {
        out.append(", ");
      }
    }
    return out;
  }

  private StringBuilder call(String function, List<Expr> arguments) {
    out.append(function).append('(');
    return list(arguments).append(')');
  }

  private StringBuilder operand(Expr e, int atLeast) {
    if (precedence(e) >= atLeast) {
      return e.accept(this);
    }
    out.append('(');
    return e.accept(this).append(')');
  }

  private static int precedence(Expr e) {
    if (e instanceof Expr.Choose) {
      return CHOICE;
    }
    if (e instanceof Expr.IntLiteral literal) {
      return literal.value() < 0 ? UNARY : ATOM;
    }
    if (e instanceof Expr.RealLiteral literal) {
      return Double.doubleToRawLongBits(literal.value()) < 0 ? UNARY : ATOM;
    }
    return e instanceof Expr.Operation operation ? precedence(operation.operator()) : ATOM;
  }

  private static int precedence(Operator operator) {
    return switch (operator) {
      case OR -> 1;
      case AND -> 2;
      case EQUAL, EQUAL_INT, NOT_EQUAL, NOT_EQUAL_INT -> 3;
      case LESS, LESS_INT, LESS_EQUAL, LESS_EQUAL_INT -> 4;
      case ADD, ADD_INT, SUBTRACT, SUBTRACT_INT -> 5;
      case MULTIPLY, MULTIPLY_INT, DIVIDE, DIVIDE_INT, MODULO_INT -> 6;
      case NEGATE, NEGATE_INT, NOT -> UNARY;
      case TO_REAL, GUARDED -> ATOM;
    };
  }
}
