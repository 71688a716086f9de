package org.stanj.runtime.command;

/** The command cannot be carried out; the message tells the user why. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}
