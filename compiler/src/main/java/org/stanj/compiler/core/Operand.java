package org.stanj.compiler.core;

/** An argument of a call or kernel, or a part of a message. */
public sealed interface Operand {
  /** A scalar by value. */
  record Scalar(Expr value) implements Operand {}

  /** A real in a message, with six decimals as {@code std::to_string} prints it. */
  record Fixed(Expr value) implements Operand {}

  /** In a message, up to where an index into so many elements may go. */
  record Limit(Expr size) implements Operand {}

  /**
   * A container by reference.
   *
   * @param form in a message: of the tuple or complex value that is packed into the container, as
   *     {@code CompositeText} reads it; else empty
   */
  record Container(Var variable, String form) implements Operand {
    public Container(Var variable) {
      this(variable, "");
    }
  }

  /** No container: an adjoint that nobody wants (passed as null and 0, without sizes). */
  record Absent(Kind kind) implements Operand {}

  /** A constant string. */
  record Text(String text) implements Operand {}
}
