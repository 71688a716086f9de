package org.stanj.runtime.arguments;

/** The command cannot be carried out; the message tells the user why. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandFailure(String message) {
    super(message);
  }
}
