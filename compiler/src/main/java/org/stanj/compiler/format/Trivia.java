package org.stanj.compiler.format;

import java.util.List;

/** What stands between the parts of a program and is not in its syntax tree. */
sealed interface Trivia {
  /** Where it begins. */
  TextPosition begin();

  /** A token at which comments before it part from those behind it. */
  record Separator(TextPosition begin) implements Trivia {}

  /**
   * A comment, or an {@code #include} that is kept as it is.
   *
   * @param lines its text without the marks around it
   */
  record Comment(Mark mark, List<String> lines, TextPosition begin, TextPosition end)
      implements Trivia {
    public Comment {
      lines = List.copyOf(lines);
    }

    /** Whether nothing can follow on the same line. */
    boolean endsLine() {
      return mark != Mark.BLOCK;
    }
  }

  /** How a comment is marked. */
  enum Mark {
    LINE("//", ""),
    BLOCK("/*", "*/"),
    INCLUDE("#include", "");

    private final String opening;
    private final String closing;

    Mark(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }

    String opening() {
      return opening;
    }

    String closing() {
      return closing;
    }
  }
}
