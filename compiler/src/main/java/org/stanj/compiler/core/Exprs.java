package org.stanj.compiler.core;

import java.util.List;
import org.stanj.compiler.core.Expr.IntLiteral;
import org.stanj.compiler.core.Expr.Operation;
import org.stanj.compiler.core.Expr.RealLiteral;

/**
 * Makes expressions, folding constants and identities on the way.
 *
 * <p>Folds keep the value of every real but the sign of a zero; products with 0 stay, since they
 * may be NaN.
 */
public final class Exprs {
  public static final Expr ZERO = new RealLiteral(0);
  public static final Expr ONE = new RealLiteral(1);
  public static final Expr FALSE = new IntLiteral(0);
  public static final Expr TRUE = new IntLiteral(1);

  private Exprs() {}

  public static Expr integer(int value) {
    return new IntLiteral(value);
  }

  public static Expr real(double value) {
    return new RealLiteral(value);
  }

  public static Expr read(Var variable) {
    return new Expr.Read(variable);
  }

  public static Expr load(Var container, Expr... at) {
    return new Expr.Load(container, List.of(at));
  }

  /** Whether the expression is a real literal of this value. */
  public static boolean isReal(Expr e, double value) {
    return e instanceof RealLiteral r && r.value() == value;
  }

  /** Whether the expression is an int literal of this value. */
  public static boolean isInt(Expr e, int value) {
    return e instanceof IntLiteral i && i.value() == value;
  }

  /** The value, whose reverse passes nothing on where nothing uses it. */
  public static Expr guarded(Expr e) {
    return isAtom(e) || isOperation(e, Operator.GUARDED) ? e : op(Operator.GUARDED, e);
  }

  /** A literal or a variable: evaluating it twice costs nothing. */
  public static boolean isAtom(Expr e) {
    return e instanceof RealLiteral
        || e instanceof IntLiteral
        || e instanceof Expr.Read
        || e instanceof Expr.Dim;
  }

  public static Expr toReal(Expr e) {
    if (e.kind() == Kind.REAL) {
      return e;
    }
    return e instanceof IntLiteral i ? real(i.value()) : op(Operator.TO_REAL, e);
  }

  public static Expr add(Expr a, Expr b) {
    if (a instanceof RealLiteral x && b instanceof RealLiteral y) {
      return real(x.value() + y.value());
    }
    if (isReal(a, 0)) {
      return b;
    }
    if (isReal(b, 0)) {
      return a;
    }
    if (isOperation(b, Operator.NEGATE)) {
      return op(Operator.SUBTRACT, a, operand(b, 0));
    }
    if (isOperation(a, Operator.NEGATE)) {
      return op(Operator.SUBTRACT, b, operand(a, 0));
    }
    return op(Operator.ADD, a, b);
  }

  public static Expr subtract(Expr a, Expr b) {
    if (a instanceof RealLiteral x && b instanceof RealLiteral y) {
      return real(x.value() - y.value());
    }
    if (isReal(b, 0)) {
      return a;
    }
    if (isReal(a, 0)) {
      return negate(b);
    }
    return isOperation(b, Operator.NEGATE)
        ? op(Operator.ADD, a, operand(b, 0))
        : op(Operator.SUBTRACT, a, b);
  }

  public static Expr multiply(Expr a, Expr b) {
    if (b instanceof RealLiteral && !(a instanceof RealLiteral)) {
      return multiply(b, a);
    }
    if (a instanceof RealLiteral x) {
      return scale(x.value(), b);
    }
    if (isOperation(a, Operator.NEGATE)) {
      return negate(multiply(operand(a, 0), b));
    }
    if (isOperation(b, Operator.NEGATE)) {
      return negate(multiply(a, operand(b, 0)));
    }
    return op(Operator.MULTIPLY, a, b);
  }

  private static Expr scale(double factor, Expr b) {
    if (b instanceof RealLiteral y) {
      return real(factor * y.value());
    }
    if (factor == 1) {
      return b;
    }
    if (factor == -1) {
      return negate(b);
    }
    if (isOperation(b, Operator.NEGATE)) {
      return scale(-factor, operand(b, 0));
    }
    if (isOperation(b, Operator.MULTIPLY) && operand(b, 0) instanceof RealLiteral inner) {
      return scale(factor * inner.value(), operand(b, 1));
    }
    return op(Operator.MULTIPLY, real(factor), b);
  }

  public static Expr divide(Expr a, Expr b) {
    if (a instanceof RealLiteral x && b instanceof RealLiteral y) {
      return real(x.value() / y.value());
    }
    return isReal(b, 1) ? a : op(Operator.DIVIDE, a, b);
  }

  public static Expr negate(Expr a) {
    if (a instanceof RealLiteral x) {
      return real(-x.value());
    }
    if (isOperation(a, Operator.NEGATE)) {
      return operand(a, 0);
    }
    if (isOperation(a, Operator.SUBTRACT)) {
      return op(Operator.SUBTRACT, operand(a, 1), operand(a, 0));
    }
    if (isOperation(a, Operator.MULTIPLY) && operand(a, 0) instanceof RealLiteral factor) {
      return scale(-factor.value(), operand(a, 1));
    }
    return op(Operator.NEGATE, a);
  }

  public static Expr addInt(Expr a, Expr b) {
    if (a instanceof IntLiteral x && b instanceof IntLiteral y) {
      return integer(x.value() + y.value());
    }
    if (isInt(a, 0)) {
      return b;
    }
    if (isInt(b, 0)) {
      return a;
    }
    if (a instanceof IntLiteral) {
      return addInt(b, a);
    }
    if (b instanceof IntLiteral y
        && isOperation(a, Operator.ADD_INT)
        && operand(a, 1) instanceof IntLiteral x) {
      return addInt(operand(a, 0), integer(x.value() + y.value()));
    }
    return op(Operator.ADD_INT, a, b);
  }

  public static Expr subtractInt(Expr a, Expr b) {
    if (b instanceof IntLiteral y && y.value() != Integer.MIN_VALUE) {
      return addInt(a, integer(-y.value()));
    }
    return a.equals(b) ? integer(0) : op(Operator.SUBTRACT_INT, a, b);
  }

  public static Expr multiplyInt(Expr a, Expr b) {
    if (a instanceof IntLiteral x && b instanceof IntLiteral y) {
      return integer(x.value() * y.value());
    }
    if (isInt(a, 1)) {
      return b;
    }
    if (isInt(b, 1)) {
      return a;
    }
    return isInt(a, 0) || isInt(b, 0) ? integer(0) : op(Operator.MULTIPLY_INT, a, b);
  }

  /** Logical and of two ints; short-circuits. */
  public static Expr and(Expr a, Expr b) {
    if (a instanceof IntLiteral x) {
      return x.value() == 0 ? FALSE : truth(b);
    }
    return isInt(b, 1) ? truth(a) : op(Operator.AND, a, b);
  }

  /** Logical or of two ints; short-circuits. */
  public static Expr or(Expr a, Expr b) {
    if (a instanceof IntLiteral x) {
      return x.value() != 0 ? TRUE : truth(b);
    }
    return isInt(b, 0) ? truth(a) : op(Operator.OR, a, b);
  }

  public static Expr not(Expr a) {
    if (a instanceof IntLiteral x) {
      return integer(x.value() == 0 ? 1 : 0);
    }
    return isOperation(a, Operator.NOT) ? truth(operand(a, 0)) : op(Operator.NOT, a);
  }

  /** 0 or 1 of an int that may be anything. */
  private static Expr truth(Expr a) {
    if (a instanceof IntLiteral x) {
      return x.value() == 0 ? FALSE : TRUE;
    }
    boolean already = a instanceof Operation o && o.operator().isCondition();
    return already ? a : op(Operator.NOT_EQUAL_INT, a, integer(0));
  }

  /** An operation; comparisons of literals are decided. */
  public static Expr op(Operator operator, Expr... operands) {
    if (operands.length == 2) {
      if (operands[0] instanceof RealLiteral a && operands[1] instanceof RealLiteral b) {
        return compared(operator, a.value(), b.value());
      }
      if (operands[0] instanceof IntLiteral a && operands[1] instanceof IntLiteral b) {
        return ofLiterals(operator, a.value(), b.value());
      }
    }
    return new Operation(operator, List.of(operands));
  }

  private static Expr compared(Operator operator, double a, double b) {
    return switch (operator) {
      case LESS -> truth(a < b);
      case LESS_EQUAL -> truth(a <= b);
      case EQUAL -> truth(a == b);
      case NOT_EQUAL -> truth(a != b);
      default -> new Operation(operator, List.of(real(a), real(b)));
    };
  }

  private static Expr ofLiterals(Operator operator, int a, int b) {
    return switch (operator) {
      case LESS_INT -> truth(a < b);
      case LESS_EQUAL_INT -> truth(a <= b);
      case EQUAL_INT -> truth(a == b);
      case NOT_EQUAL_INT -> truth(a != b);
      case DIVIDE_INT ->
          b == 0 ? new Operation(operator, List.of(integer(a), integer(b))) : integer(a / b);
      default -> new Operation(operator, List.of(integer(a), integer(b)));
    };
  }

  private static Expr truth(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  public static boolean isOperation(Expr e, Operator operator) {
    return e instanceof Operation o && o.operator() == operator;
  }

  /** Operand {@code i} of an operation. */
  public static Expr operand(Expr e, int i) {
    return ((Operation) e).operands().get(i);
  }

  /** The product of sizes. */
  public static Expr product(List<Expr> sizes) {
    Expr product = integer(1);
    for (Expr size : sizes) {
      product = multiplyInt(product, size);
    }
    return product;
  }

  /** How many elements a container has. */
  public static Expr length(Var container) {
    Expr length = integer(1);
    for (int d = 0; d < container.type().rank(); d++) {
      length = multiplyInt(length, new Expr.Dim(container, d));
    }
    return length;
  }

  /** Makes an operation through the folding constructors. */
  public static Expr fold(Operator operator, List<Expr> o) {
    return switch (operator) {
      case ADD -> add(o.get(0), o.get(1));
      case SUBTRACT -> subtract(o.get(0), o.get(1));
      case MULTIPLY -> multiply(o.get(0), o.get(1));
      case DIVIDE -> divide(o.get(0), o.get(1));
      case NEGATE -> negate(o.get(0));
      case ADD_INT -> addInt(o.get(0), o.get(1));
      case SUBTRACT_INT -> subtractInt(o.get(0), o.get(1));
      case MULTIPLY_INT -> multiplyInt(o.get(0), o.get(1));
      case TO_REAL -> toReal(o.get(0));
      case AND -> and(o.get(0), o.get(1));
      case OR -> or(o.get(0), o.get(1));
      case NOT -> not(o.get(0));
      default -> op(operator, o.toArray(new Expr[0]));
    };
  }
}
