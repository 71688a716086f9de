package org.stanj.compiler.diagnostic;

/** The stage that a diagnostic comes from, which decides the wording of its first line. */
public enum Kind {
  /** A character or token that is not Stan. */
  LEXING(Severity.ERROR, "Syntax error", ", lexing error:"),
  /** Tokens in an order that is not Stan. */
  PARSING(Severity.ERROR, "Syntax error", ", parsing error:"),
  /** A file that could not be included. */
  INCLUDE(Severity.ERROR, "Syntax error", ", include error:"),
  /** A well-formed program that means nothing. */
  SEMANTIC(Severity.ERROR, "Semantic error", ":"),
  /** Something doubtful that does not stop the compiler. */
  WARNING(Severity.WARNING, "Warning", ":"),
  /** Something doubtful about the program as a whole: its message has no place. */
  ADVICE(Severity.WARNING, "Warning", ":");

  private final Severity severity;
  private final String title;
  private final String suffix;

  Kind(Severity severity, String title, String suffix) {
    this.severity = severity;
    this.title = title;
    this.suffix = suffix;
  }

  /** Whether a diagnostic of this kind stops the compiler. */
  public Severity severity() {
    return severity;
  }

  /** The first words of the header line. */
  String title() {
    return title;
  }

  /** What ends the header line, after the position. */
  String suffix() {
    return suffix;
  }
}
