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

  /**
   * A function of the program as the argument of a kernel.
   *
   * @param id of the callback in the program
   * @param function its value, for those who ask what a kernel may do
   * @param traced whether the reverse sweep will come by
   */
  record Function(int id, String function, boolean traced) implements Operand {}

  /** A constant string. */
  record Text(String text) implements Operand {}
}
