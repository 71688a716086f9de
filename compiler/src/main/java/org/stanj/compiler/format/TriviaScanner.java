package org.stanj.compiler.format;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.Program;

/** Finds the comments and separators in the texts of a program. */
final class TriviaScanner {
  /** Longest first, so that {@code ==} is not taken for {@code =}. */
  private static final List<String> OPERATORS =
      List.of(
          "%/%",
          ".*=", "./=", "+=", "-=", "*=", "/=", "<-", "||", "&&", "==", "!=", "<=", ">=", ".*",
          "./", ".^", "<", ">", "+", "-", "*", "/", "%", "\\", "^", "|", "?", ",");

  private static final List<String> ASSIGNMENTS = List.of(".*=", "./=", "+=", "-=", "*=", "/=");

  private final List<SourceFile> included;
  private final boolean follow;
  private final List<Trivia> found = new ArrayList<>();

  private TriviaScanner(List<SourceFile> included, boolean follow) {
    this.included = included;
    this.follow = follow;
  }

  /**
   * The trivia of a program in their order.
   *
   * @param follow whether those of included files come instead of the directives
   */
  static List<Trivia> scan(Program program, boolean follow) {
    TriviaScanner scanner = new TriviaScanner(program.included(), follow);
    scanner.scan(program.file());
    return scanner.found;
  }

  private void scan(SourceFile file) {
    Cursor at = new Cursor(file);
    while (!at.atEnd()) {
      if (at.sees("//")) {
        line(at, Trivia.Mark.LINE);
      } else if (at.sees("/*")) {
        block(at);
      } else if (at.seesDirective()) {
        directive(at);
      } else if (at.sees("#")) {
        line(at, Trivia.Mark.LINE);
      } else if (at.sees("\"")) {
        at.skipString();
      } else if (at.seesWord()) {
        word(at);
      } else {
        symbol(at);
      }
    }
  }

  private void word(Cursor at) {
    TextPosition begin = at.place();
    if (at.takeWord().equals("else")) {
      found.add(new Trivia.Separator(begin));
    }
  }

  private void symbol(Cursor at) {
    for (String operator : OPERATORS) {
      if (at.sees(operator)) {
        if (!ASSIGNMENTS.contains(operator)) {
          found.add(new Trivia.Separator(at.place()));
        }
        at.skip(operator.length());
        return;
      }
    }
    at.skip(1);
  }

  private void line(Cursor at, Trivia.Mark mark) {
    TextPosition begin = at.place();
    at.skip(at.sees("#") ? 1 : mark.opening().length());
    found.add(new Trivia.Comment(mark, List.of(at.takeLine()), begin, at.place()));
  }

  private void block(Cursor at) {
    TextPosition begin = at.place();
    at.skip(2);
    List<String> lines = at.takeUntil("*/");
    found.add(new Trivia.Comment(Trivia.Mark.BLOCK, lines, begin, at.place()));
  }

  private void directive(Cursor at) {
    TextPosition begin = at.place();
    at.skip(Trivia.Mark.INCLUDE.opening().length());
    String name = at.takeFileName();
    if (!follow) {
      found.add(new Trivia.Comment(Trivia.Mark.INCLUDE, List.of(" " + name), begin, at.place()));
      return;
    }
    for (SourceFile file : included) {
      if (file.includedFrom().map(TextPosition::startOf).filter(begin::equals).isPresent()) {
        scan(file);
      }
    }
  }
}
