package org.stanj.compiler.format;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.BlockKind;
import org.stanj.compiler.syntax.Program;

/** Writes programs in the one layout that stanc gives them. */
public final class Formatter {
  /** The length of lines that stanc uses unless told otherwise. */
  public static final int LINE_LENGTH = 78;

  private Formatter() {}

  /**
   * The text of a program, ending in a line break.
   *
   * @param lineLength the number of bytes after which lines are broken where they can be
   * @param changes what to make canonical
   */
  public static String format(Program program, int lineLength, Set<Canonical> changes) {
    boolean follow = changes.contains(Canonical.INCLUDES);
    List<Trivia> trivia = TriviaScanner.scan(program, follow);
    if (changes.contains(Canonical.STRIP_COMMENTS)) {
      trivia = trivia.stream().filter(Formatter::remains).toList();
    }
    Predicate<Span> shown = span -> follow || span.file() == program.file();
    LineBreaker layout = new LineBreaker(lineLength);
    Program written = Rewriting.canonical(program, changes);
    ProgramFormat format = new ProgramFormat(new Page(layout, new Comments(trivia)), shown);
    if (isWithoutBlocks(program)) {
      format.functions(written.functions());
    } else {
      format.program(written);
    }
    return layout.finish();
  }

  /** Whether a program is a list of functions: its one block begins without the keyword. */
  private static boolean isWithoutBlocks(Program program) {
    if (program.block(BlockKind.FUNCTIONS).isEmpty()) {
      return false;
    }
    Span span = program.block(BlockKind.FUNCTIONS).get().span();
    String line = span.file().line(span.startLine());
    String keyword = BlockKind.FUNCTIONS.keyword();
    return !line.startsWith(keyword, line.offsetByCodePoints(0, span.startColumn()));
  }

  private static boolean remains(Trivia trivia) {
    return !(trivia instanceof Trivia.Comment comment) || comment.mark() == Trivia.Mark.INCLUDE;
  }
}
