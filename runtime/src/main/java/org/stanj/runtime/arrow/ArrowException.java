package org.stanj.runtime.arrow;

/** Bytes that are no table of numbers in Arrow's format, or one of a kind that is not read. */
public final class ArrowException extends Exception {
  private static final long serialVersionUID = 1L;

  public ArrowException(String message) {
    super(message);
  }
}
