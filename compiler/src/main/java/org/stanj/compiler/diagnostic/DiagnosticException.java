package org.stanj.compiler.diagnostic;

import org.stanj.compiler.source.Span;

/** Ends compilation with one error about the user's program. It has no stack trace. */
public final class DiagnosticException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** Carries the given error out of the compiler. */
  public DiagnosticException(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** An exception for an error given by its parts. */
  public static DiagnosticException of(ErrorCode code, Span span, String... arguments) {
    return new DiagnosticException(Diagnostic.of(code, span, arguments));
  }

  /** The error. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
