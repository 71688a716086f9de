package org.stanj.compiler.syntax;

/** Operators with one operand. */
public enum UnaryOp {
  /** Prefix minus. */
  NEGATE("-"),
  /** Prefix plus. */
  PLUS("+"),
  /** Logical negation. */
  NOT("!"),
  /** Postfix transpose. */
  TRANSPOSE("'");

  private final String symbol;

  UnaryOp(String symbol) {
    this.symbol = symbol;
  }

  /** How the operator is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether the operator stands after its operand. */
  public boolean isPostfix() {
    return this == TRANSPOSE;
  }
}
