package org.stanj.compiler.syntax;

/** Operators with two operands. A higher precedence binds tighter. */
public enum BinaryOp {
  OR("||", 2),
  AND("&&", 3),
  EQUAL("==", 4),
  NOT_EQUAL("!=", 4),
  LESS("<", 5),
  LESS_EQUAL("<=", 5),
  GREATER(">", 5),
  GREATER_EQUAL(">=", 5),
  ADD("+", 6),
  SUBTRACT("-", 6),
  MULTIPLY("*", 7),
  DIVIDE("/", 7),
  MODULO("%", 7),
  ELEMENT_MULTIPLY(".*", 7),
  ELEMENT_DIVIDE("./", 7),
  LEFT_DIVIDE("\\", 8),
  INTEGER_DIVIDE("%/%", 8),
  POWER("^", 10),
  ELEMENT_POWER(".^", 10);

  private final String symbol;
  private final int precedence;

  BinaryOp(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /** How the operator is written. */
  public String symbol() {
    return symbol;
  }

  /** From 2 ({@code ||}) to 10 ({@code ^}); prefix operators are 9. */
  public int precedence() {
    return precedence;
  }

  /** Whether {@code a op b op c} means {@code a op (b op c)}. */
  public boolean isRightAssociative() {
    return this == POWER || this == ELEMENT_POWER;
  }
}
