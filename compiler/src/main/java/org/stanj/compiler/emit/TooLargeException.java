package org.stanj.compiler.emit;

/** A program cannot be cut into methods and classes that the JVM takes. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLargeException(Throwable cause) {
    super("The program is too large for the JVM.", cause);
  }
}
