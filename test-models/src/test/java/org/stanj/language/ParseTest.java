package org.stanj.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.SyntaxPrinter;

/** Every test program is read, printed and read again; those with a syntax error are refused. */
class ParseTest {
  private static final Path ROOT = Path.of(".");

  static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files
          .map(directory -> directory.resolve(directory.getFileName() + ".stan"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }

  static List<Path> refusedPrograms() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("bad"))) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Program parse(Path program, List<Diagnostic> warnings) throws IOException {
    return Parser.parseProgram(
        SourceFile.of(program.toString(), Files.readString(program)),
        new ParseOptions(false, List.of(program.getParent())),
        warnings::add);
  }

  @Test
  void programsAreThere() throws IOException {
    assertTrue(programs().size() > 70);
    assertTrue(refusedPrograms().size() > 10);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void canonicalTextParsesToTheSameTree(Path program) throws IOException {
    List<Diagnostic> warnings = new ArrayList<>();
    Program tree = parse(program, warnings);
    assertEquals(program.toString().contains("old"), !warnings.isEmpty(), warnings::toString);

    String canonical = SyntaxPrinter.print(tree);
    Program again =
        Parser.parseProgram(
            SourceFile.of("canonical.stan", canonical),
            new ParseOptions(true, List.of()),
            warnings::add);
    assertEquals(TreeText.of(tree.blocks()), TreeText.of(again.blocks()));
    assertEquals(canonical, SyntaxPrinter.print(again));
  }

  @ParameterizedTest
  @MethodSource("refusedPrograms")
  void syntaxErrorsAreWhereStanHasThem(Path directory) throws IOException {
    String expected = Files.readString(directory.resolve("expected.json"));
    Path program = directory.resolve(directory.getFileName() + ".stan");
    if (!expected.contains("\"kind\": \"syntax\"")) {
      parse(program, new ArrayList<>());
      return;
    }
    DiagnosticException error =
        assertThrows(DiagnosticException.class, () -> parse(program, new ArrayList<>()));
    Span span = error.diagnostic().span();
    assertEquals(
        List.of(
            number(expected, "line"),
            number(expected, "column"),
            number(expected, "end_line"),
            number(expected, "end_column")),
        List.of(span.startLine(), span.startColumn(), span.endLine(), span.endColumn()));
  }

  private static int number(String json, String key) {
    Matcher matcher = Pattern.compile("\"" + key + "\": (\\d+)").matcher(json);
    assertTrue(matcher.find(), key);
    return Integer.parseInt(matcher.group(1));
  }
}
