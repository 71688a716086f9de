package org.stanj.cli;

/** A command cannot be carried out; the message is all the user needs. It has no stack trace. */
final class CliFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String told;

  CliFailure(String message) {
    super(message, null, false, false);
    told = message;
  }

  /** The message. */
  String told() {
    return told;
  }

  /** A file that cannot be used, e.g. {@code Error: cannot read 'm.stan': no such file}. */
  static CliFailure file(String verb, Object file, String reason) {
    return new CliFailure("Error: cannot " + verb + " '" + file + "': " + reason);
  }
}
