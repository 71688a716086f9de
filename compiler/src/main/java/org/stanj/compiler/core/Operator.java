package org.stanj.compiler.core;

/** The operations of the machine: pure, total, and never throwing. */
public enum Operator {
  ADD_INT("+", Kind.INT, Kind.INT, 2),
  SUBTRACT_INT("-", Kind.INT, Kind.INT, 2),
  MULTIPLY_INT("*", Kind.INT, Kind.INT, 2),
  /** Truncates toward zero; lowering checks the divisor first. */
  DIVIDE_INT("/", Kind.INT, Kind.INT, 2),
  /** Has the sign of the dividend; lowering checks the divisor first. */
  MODULO_INT("%", Kind.INT, Kind.INT, 2),
  NEGATE_INT("-", Kind.INT, Kind.INT, 1),
  LESS_INT("<", Kind.INT, Kind.INT, 2),
  LESS_EQUAL_INT("<=", Kind.INT, Kind.INT, 2),
  EQUAL_INT("==", Kind.INT, Kind.INT, 2),
  NOT_EQUAL_INT("!=", Kind.INT, Kind.INT, 2),
  ADD("+", Kind.REAL, Kind.REAL, 2),
  SUBTRACT("-", Kind.REAL, Kind.REAL, 2),
  MULTIPLY("*", Kind.REAL, Kind.REAL, 2),
  DIVIDE("/", Kind.REAL, Kind.REAL, 2),
  NEGATE("-", Kind.REAL, Kind.REAL, 1),
  /** 1 if true, 0 if false or if an operand is NaN (as are the three below). */
  LESS("<", Kind.REAL, Kind.INT, 2),
  LESS_EQUAL("<=", Kind.REAL, Kind.INT, 2),
  EQUAL("==", Kind.REAL, Kind.INT, 2),
  /** 1 if different or if an operand is NaN. */
  NOT_EQUAL("!=", Kind.REAL, Kind.INT, 2),
  /** Short-circuits: the second operand is evaluated only where the first is not 0. */
  AND("&&", Kind.INT, Kind.INT, 2),
  /** Short-circuits: the second operand is evaluated only where the first is 0. */
  OR("||", Kind.INT, Kind.INT, 2),
  /** 1 for 0, else 0. */
  NOT("!", Kind.INT, Kind.INT, 1),
  TO_REAL("real", Kind.INT, Kind.REAL, 1),
  /**
   * The same value. Its reverse passes nothing on where its adjoint is 0, even if the slope is
   * infinite: for what is computed before it is known whether anything uses it.
   */
  GUARDED("guarded", Kind.REAL, Kind.REAL, 1);

  private final String symbol;
  private final Kind operands;
  private final Kind result;
  private final int arity;

  Operator(String symbol, Kind operands, Kind result, int arity) {
    this.symbol = symbol;
    this.operands = operands;
    this.result = result;
    this.arity = arity;
  }

  public String symbol() {
    return symbol;
  }

  /** Whether the value is 1 or 0. */
  public boolean isCondition() {
    return switch (this) {
      case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> true;
      case LESS_INT, LESS_EQUAL_INT, EQUAL_INT, NOT_EQUAL_INT -> true;
      case AND, OR, NOT -> true;
      default -> false;
    };
  }

  /** Kind of all operands. */
  public Kind operands() {
    return operands;
  }

  public Kind result() {
    return result;
  }

  public int arity() {
    return arity;
  }
}
