package org.stanj.compiler;

/** A program that is right, but more than the compiler or the JVM takes. */
public final class ProgramLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String told;

  ProgramLimitException(String message) {
    super(message, null, false, false);
    told = message;
  }

  /** The message. */
  public String told() {
    return told;
  }
}
