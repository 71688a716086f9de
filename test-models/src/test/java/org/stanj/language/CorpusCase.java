package org.stanj.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.source.Span;

/**
 * One program of the corpus and what Stan says about it.
 *
 * @param folder the kind, section and rule: {@code refused/lexing/numbers}
 * @param name what the program shows
 * @param refusal where and how it is refused; empty if it is accepted
 * @param text the program
 * @param files the files that it includes, by name
 */
record CorpusCase(
    String folder, String name, Optional<Refusal> refusal, String text, Map<String, String> files) {

  /**
   * Where Stan refuses a program.
   *
   * @param kind {@code lexing}, {@code parsing}, {@code include} or {@code semantic}
   * @param file the included file at fault, or empty for the program
   * @param line from 1
   * @param columns from 0; versions of Stan differ in some
   */
  record Refusal(String kind, String file, int line, List<Integer> columns) {
    /** Whether a diagnostic stands on the same line of the same file. */
    boolean isAtLine(Diagnostic found) {
      Span span = found.span();
      return span.startLine() == line && (file.isEmpty() || span.file().name().endsWith(file));
    }

    /** Whether a diagnostic stands at the same line and column. */
    boolean isAt(Diagnostic found) {
      return isAtLine(found) && columns.contains(found.span().startColumn());
    }
  }

  /** The text by which the list of exceptions names this program. */
  String id() {
    return folder + ": " + name;
  }
}
