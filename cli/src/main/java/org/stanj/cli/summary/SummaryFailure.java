package org.stanj.cli.summary;

import java.nio.file.Path;

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
  private final String file;

  private SummaryFailure(int exitCode, String told, String file) {
    super(told, null, false, false);
    this.exitCode = exitCode;
    this.told = told;
    this.file = file;
  }

  /** Processing failed after the words were understood. */
  static SummaryFailure of(String message) {
    return new SummaryFailure(1, message, "");
  }

  /** The words cannot be understood. */
  static SummaryFailure words(int exitCode, String message) {
    return new SummaryFailure(exitCode, message + "\nRun with --help for more information.", "");
  }

  /** The same failure, which lies in a file. */
  SummaryFailure in(Path path) {
    return new SummaryFailure(exitCode, told, path.toString());
  }

  /** Where it lies; empty if not in a file. */
  String file() {
    return file;
  }

  int exitCode() {
    return exitCode;
  }

  String told() {
    return told;
  }
}
