package org.stanj.compiler.interpret;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.runtime.model.Reads;

/** Values of expressions: {@code Integer} or {@code Double}. */
final class Evaluation implements Expr.Visitor<Object> {
  private final Activation activation;

  Evaluation(Activation activation) {
    this.activation = activation;
  }

  int integer(Expr e) {
    return (Integer) e.accept(this);
  }

  double real(Expr e) {
    return (Double) e.accept(this);
  }

  int[] integers(List<Expr> expressions) {
    return expressions.stream().mapToInt(this::integer).toArray();
  }

  @Override
  public Object intLiteral(Expr.IntLiteral e) {
    return e.value();
  }

  @Override
  public Object realLiteral(Expr.RealLiteral e) {
    return e.value();
  }

  @Override
  public Object read(Expr.Read e) {
    return activation.get(e.variable());
  }

  @Override
  public Object load(Expr.Load e) {
    Container container = activation.container(e.container());
    return container.get(container.position(e.container().type(), integers(e.at())));
  }

  @Override
  public Object dim(Expr.Dim e) {
    return activation.container(e.container()).sizes()[e.dimension()];
  }

  @Override
  public Object operation(Expr.Operation e) {
    Operator operator = e.operator();
    Expr first = e.operands().get(0);
    if (operator == Operator.AND || operator == Operator.OR) {
      boolean left = integer(first) != 0;
      boolean decided = left == (operator == Operator.OR);
      return truth(decided ? left : integer(e.operands().get(1)) != 0);
    }
    if (operator.arity() == 1) {
      return unary(operator, first);
    }
    Expr second = e.operands().get(1);
    return operator.operands() == Kind.INT
        ? integers(operator, integer(first), integer(second))
        : reals(operator, real(first), real(second));
  }

  private Object unary(Operator operator, Expr operand) {
    return switch (operator) {
      case NEGATE_INT -> -integer(operand);
      case NEGATE -> -real(operand);
      case NOT -> truth(integer(operand) == 0);
      case TO_REAL -> (double) integer(operand);
      case GUARDED -> real(operand);
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static Object integers(Operator operator, int a, int b) {
    return switch (operator) {
      case ADD_INT -> a + b;
      case SUBTRACT_INT -> a - b;
      case MULTIPLY_INT -> a * b;
      case DIVIDE_INT -> a / b;
      case MODULO_INT -> a % b;
      case LESS_INT -> truth(a < b);
      case LESS_EQUAL_INT -> truth(a <= b);
      case EQUAL_INT -> truth(a == b);
      case NOT_EQUAL_INT -> truth(a != b);
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static Object reals(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case LESS -> truth(a < b);
      case LESS_EQUAL -> truth(a <= b);
      case EQUAL -> truth(a == b);
      case NOT_EQUAL -> truth(a != b);
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static Object truth(boolean value) {
    return value ? 1 : 0;
  }

  @Override
  public Object apply(Expr.Apply e) {
    List<Object> arguments = new ArrayList<>();
    if (e.primitive().random()) {
      arguments.add(activation.machine().scratch.random);
    }
    e.arguments().forEach(argument -> arguments.add(argument.accept(this)));
    return Execution.located(
        e.where(), () -> activation.machine().library.run(e.primitive(), arguments));
  }

  @Override
  public Object choose(Expr.Choose e) {
    return (integer(e.test()) != 0 ? e.yes() : e.no()).accept(this);
  }

  @Override
  public Object hasInit(Expr.HasInit e) {
    return Reads.has(activation.machine().scratch, e.parameter());
  }
}
