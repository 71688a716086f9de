package org.stanj.compiler.format;

import java.util.List;
import java.util.Optional;

/** Writes comments, and the blank lines between statements, among what a layout holds. */
final class Page {
  private static final String PASSED_OVER = " ^^^:";

  private final LineBreaker layout;
  private final Comments comments;

  Page(LineBreaker layout, Comments comments) {
    this.layout = layout;
    this.comments = comments;
  }

  LineBreaker layout() {
    return layout;
  }

  Comments comments() {
    return comments;
  }

  Page text(String text) {
    layout.text(text);
    return this;
  }

  /** Comments before an expression, up to its start. */
  void leading(TextPosition start) {
    List<Trivia.Comment> found = comments.before(start);
    if (!inline(found) && !found.isEmpty()) {
      layout.space();
    }
  }

  /** Comments behind an expression; whether a line was ended. */
  boolean trailing(List<Trivia.Comment> found) {
    if (!found.isEmpty()) {
      layout.space();
    }
    return inline(found);
  }

  /** Comments behind an expression, then a place where the line may break. */
  void trailingThenSpace(List<Trivia.Comment> found) {
    if (!trailing(found)) {
      layout.space();
    }
  }

  private static boolean endsLine(List<Trivia.Comment> found) {
    return !found.isEmpty() && found.get(found.size() - 1).endsLine();
  }

  /** Comments on the present line; whether a line was ended behind the last. */
  boolean inline(List<Trivia.Comment> found) {
    for (Trivia.Comment comment : found) {
      write(comment, "");
      if (comment.endsLine()) {
        layout.newline();
      }
    }
    return endsLine(found);
  }

  /**
   * Comments before a statement and the line breaks around them, one blank line kept where there
   * are some.
   *
   * @param previous the end of what is before, if anything is
   * @param next the start of what follows, if anything does; a line break comes before it
   */
  void between(
      Optional<TextPosition> previous, Optional<TextPosition> next, List<Trivia.Comment> found) {
    int line = previous.map(TextPosition::line).orElse(0);
    boolean first = previous.isEmpty();
    boolean passedOver = false;
    for (Trivia.Comment comment : found) {
      if (!first) {
        gap(comment.begin().line() - line);
      }
      write(comment, "");
      first = false;
      line = comment.end().line();
      if (!passedOver) {
        passedOver = true;
        writePassedOver();
      }
    }
    if (!passedOver) {
      writePassedOver();
    }
    if (next.isPresent() && !(first && found.isEmpty())) {
      gap(Math.max(1, next.get().line() - line));
    }
  }

  private void writePassedOver() {
    List<Trivia.Comment> found = comments.takePassedOver();
    int line = -2;
    for (Trivia.Comment comment : found) {
      gap(line < 0 ? 2 : comment.begin().line() - line);
      write(comment, PASSED_OVER);
      line = comment.end().line();
    }
  }

  /** What separates two things that begin so many lines apart. */
  private void gap(int lines) {
    if (lines <= 0) {
      layout.text(" ");
      return;
    }
    layout.newline();
    if (lines > 1) {
      layout.newline();
    }
  }

  /** Lines of a block are below its opening, less what indent they have in common. */
  private void write(Trivia.Comment comment, String mark) {
    List<String> lines = comment.lines();
    if (comment.endsLine()) {
      layout.text(comment.mark().opening() + mark + lines.get(0));
      return;
    }
    String opening = comment.mark().opening();
    layout.text(opening);
    layout.open(LineBreaker.Box.VERTICAL, -opening.length());
    layout.text(mark + lines.get(0));
    int indent = commonIndent(comment);
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      layout.newline();
      layout.text(line.substring(Math.min(indent, line.length())));
    }
    layout.close();
    layout.text(comment.mark().closing());
  }

  /** The blanks that all lines but the first have, up to the column of the comment. */
  private static int commonIndent(Trivia.Comment comment) {
    int indent = comment.begin().column();
    for (String line : comment.lines().subList(1, comment.lines().size())) {
      int own = 0;
      while (own < line.length() && line.charAt(own) == ' ') {
        own++;
      }
      indent = line.isBlank() ? indent : Math.min(indent, own);
    }
    return indent;
  }
}
