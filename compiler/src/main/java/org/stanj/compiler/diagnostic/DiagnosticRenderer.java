package org.stanj.compiler.diagnostic;

import java.util.Optional;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;

/**
 * Writes a diagnostic as stanc does: for an error a header line, up to five lines of the program
 * with a caret, and the message; for a warning one line, continued with an indent of four.
 */
public final class DiagnosticRenderer {
  private static final String RULE = "   " + "-".repeat(49) + "\n";
  private static final int CONTEXT = 2;
  private static final int GUTTER = 9;

  private DiagnosticRenderer() {}

  /** The text to print on standard error, ending in a line break. */
  public static String render(Diagnostic diagnostic) {
    String header = header(diagnostic);
    if (diagnostic.code().kind().severity() == Severity.WARNING) {
      return header + " " + diagnostic.message().replace("\n", "\n    ") + "\n";
    }
    return header + "\n" + excerpt(diagnostic.span()) + "\n" + diagnostic.message() + "\n";
  }

  private static String header(Diagnostic diagnostic) {
    Kind kind = diagnostic.code().kind();
    if (kind == Kind.ADVICE) {
      return kind.title() + kind.suffix();
    }
    String place =
        kind.severity() == Severity.WARNING ? start(diagnostic.span()) : place(diagnostic.span());
    return kind.title() + " in " + place + includes(diagnostic.span().file()) + kind.suffix();
  }

  private static String start(Span span) {
    return "'"
        + span.file().name()
        + "', line "
        + span.startLine()
        + ", column "
        + span.startColumn();
  }

  private static String place(Span span) {
    if (span.endLine() == span.startLine()) {
      boolean empty = span.endColumn() == span.startColumn();
      return start(span) + (empty ? "" : " to column " + span.endColumn());
    }
    return start(span) + " to line " + span.endLine() + ", column " + span.endColumn();
  }

  private static String includes(SourceFile file) {
    StringBuilder chain = new StringBuilder();
    Optional<Span> from = file.includedFrom();
    while (from.isPresent()) {
      chain.append(", included from\n").append(start(from.get()));
      from = from.get().file().includedFrom();
    }
    return chain.toString();
  }

  private static String excerpt(Span span) {
    SourceFile file = span.file();
    StringBuilder out = new StringBuilder(RULE);
    int last = Math.max(span.startLine(), Math.min(file.lineCount(), span.startLine() + CONTEXT));
    for (int line = Math.max(1, span.startLine() - CONTEXT); line <= last; line++) {
      out.append(
          String.format("%6d:  %s%n", line, file.line(line)).replace(System.lineSeparator(), "\n"));
      if (line == span.startLine()) {
        out.append(" ".repeat(GUTTER + span.startColumn())).append("^\n");
      }
    }
    return out.append(RULE).toString();
  }
}
