package org.stanj.cli.summary;

/** A program cannot go on; the message is all the user needs. It has no stack trace. */
final class SummaryFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An option's value is refused, or a file is not as it must be. */
  static final int INVALID = 105;

  /** A word that must be there is missing. */
  static final int REQUIRED = 106;

  /** A word that no option knows. */
  static final int UNEXPECTED = 109;

  /** An option has no value, or more than one. */
  static final int COUNT = 114;

  private final int exitCode;
  private final String told;

  private SummaryFailure(int exitCode, String told) {
    super(told, null, false, false);
    this.exitCode = exitCode;
    this.told = told;
  }

  /** Processing failed after the words were understood. */
  static SummaryFailure of(String message) {
    return new SummaryFailure(1, message);
  }

  /** The words cannot be understood. */
  static SummaryFailure words(int exitCode, String message) {
    return new SummaryFailure(exitCode, message + "\nRun with --help for more information.");
  }

  int exitCode() {
    return exitCode;
  }

  String told() {
    return told;
  }
}
