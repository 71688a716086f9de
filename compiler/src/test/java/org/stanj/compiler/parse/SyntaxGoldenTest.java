package org.stanj.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;

/**
 * What the parser says, in the form in which a user sees it. The programs in {@code errors} are
 * read in lenient mode, those in {@code strict} in strict mode; a file is named for the code that
 * it shows, and has its text beside it.
 */
class SyntaxGoldenTest {
  private static final Path ROOT = Path.of("src/test/resources/syntax");

  /** These need a large or unreadable input and are tested where that is made. */
  private static final Set<ErrorCode> ELSEWHERE =
      EnumSet.of(
          ErrorCode.FILE_TOO_LARGE,
          ErrorCode.NAME_TOO_LONG,
          ErrorCode.NESTING_TOO_DEEP,
          ErrorCode.STATEMENTS_TOO_DEEP,
          ErrorCode.PROGRAM_TOO_DEEP,
          ErrorCode.INCLUDE_UNREADABLE);

  static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".stan")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void saysWhatIsExpected(Path program) throws IOException {
    String said = diagnostics(program);
    Path expected = Path.of(program.toString().replace(".stan", ".expected"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, said);
    }
    assertEquals(Files.readString(expected), said);
  }

  private static String diagnostics(Path program) throws IOException {
    boolean strict = program.startsWith(ROOT.resolve("strict"));
    SourceFile file = SourceFile.of(program.getFileName().toString(), Files.readString(program));
    StringBuilder out = new StringBuilder();
    try {
      Parser.parseProgram(
          file,
          new ParseOptions(strict, List.of(program.getParent())),
          warning -> out.append(DiagnosticRenderer.render(warning)));
    } catch (DiagnosticException error) {
      out.append(DiagnosticRenderer.render(error.diagnostic()));
    }
    return out.toString().replace(program.getParent().toString(), "DIR");
  }

  @Test
  void everyCodeOfTheParserHasAProgram() throws IOException {
    Set<ErrorCode> missing = EnumSet.noneOf(ErrorCode.class);
    Arrays.stream(ErrorCode.values()).filter(SyntaxGoldenTest::isOurs).forEach(missing::add);
    missing.removeAll(ELSEWHERE);
    for (Path program : programs()) {
      missing.removeIf(code -> program.getFileName().toString().startsWith(code.name()));
    }
    assertEquals(Set.of(), missing);
  }

  private static boolean isOurs(ErrorCode code) {
    return switch (code.kind()) {
      case LEXING, PARSING, INCLUDE -> true;
      default ->
          code == ErrorCode.EMPTY_PROGRAM
              || (code.name().startsWith("OLD_") && code != ErrorCode.OLD_FUNCTION);
    };
  }
}
