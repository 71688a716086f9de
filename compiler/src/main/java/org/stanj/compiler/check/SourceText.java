package org.stanj.compiler.check;

import org.stanj.compiler.source.Span;

/** The program's text at a span, on one line. */
final class SourceText {
  private SourceText() {}

  static String of(Span span) {
    StringBuilder out = new StringBuilder();
    for (int line = span.startLine(); line <= span.endLine(); line++) {
      String text = span.file().line(line);
      int from = line == span.startLine() ? span.startColumn() : 0;
      int to = line == span.endLine() ? span.endColumn() : text.length();
      int end = Math.min(to, text.length());
      out.append(out.length() == 0 ? "" : " ")
          .append(text.substring(Math.min(from, end), end).strip());
    }
    return out.toString();
  }
}
