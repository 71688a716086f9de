package org.stanj.compiler.lower;

import org.stanj.compiler.source.Span;

/** Places as run-time messages name them. */
final class Places {
  private Places() {}

  /** {@code (in 'm.stan', line 9, column 2 to column 30)}. */
  static String where(Span span) {
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
