package org.stanj.compiler.lower.value;

import org.stanj.compiler.source.Span;

/** Places as run-time messages name them. */
public final class MessagePlaces {
  private MessagePlaces() {}

  /** {@code (in 'm.stan', line 9, column 2 to column 30)}. */
  public static String where(Span span) {
    String end =
        span.startLine() == span.endLine()
            ? " to column " + span.endColumn()
            : " to line " + span.endLine() + ", column " + span.endColumn();
    return "(in '"
        + span.file().name()
        + "', line "
        + span.startLine()
        + ", column "
        + span.startColumn()
        + end
        + ")";
  }
}
