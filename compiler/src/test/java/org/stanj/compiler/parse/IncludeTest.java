package org.stanj.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.SyntaxPrinter;

/** {@code #include}: where files are looked for, and what messages say about them. */
class IncludeTest {
  @TempDir Path first;
  @TempDir Path second;

  private Program parse(String text) {
    return Parser.parseProgram(
        SourceFile.of("outer.stan", text),
        new ParseOptions(true, List.of(first, second)),
        warning -> {});
  }

  private static void write(Path directory, String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  @Test
  void filesStandInTheirPlace() throws IOException {
    write(first, "a.stan", "int N;");
    write(second, "a.stan", "int wrong;");
    write(second, "b.stan", "real x;\n#include <a.stan>\n");
    Program program = parse("data {\n#include \"b.stan\"\n real y; }\nmodel {}\n");
    assertEquals(
        "data {\n  real x;\n  int N;\n  real y;\n}\nmodel {\n}\n", SyntaxPrinter.print(program));
    List<String> names = program.included().stream().map(SourceFile::name).toList();
    assertEquals(
        List.of(second.resolve("b.stan").toString(), first.resolve("a.stan").toString()), names);
  }

  /** stanc 2.37 reads each of these as the same program. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "data {#include a.stan\n}",
        "data {#include \"a.stan\"\n}",
        "data {#include\n\"a.stan\"\n}",
        "data {#include\n\n  <a.stan> }",
        "data {#include \r\n\ta.stan\r\n}",
        "data {#include \"a.stan\" // z\n}",
        "data {\n#include\fa.stan // and a comment\n}",
        "data { /* x */ #include a.stan // y\n}",
      })
  void directivesMayStandAnywhere(String text) throws IOException {
    write(first, "a.stan", "int N;");
    assertEquals("data {\n  int N;\n}\n", SyntaxPrinter.print(parse(text)));
  }

  @Test
  void textBehindADirectiveIsRead() throws IOException {
    write(first, "a b.stan", "int N;");
    Program program = parse("data { int K; #include\n\"a b.stan\" int Q; }");
    assertEquals("data {\n  int K;\n  int N;\n  int Q;\n}\n", SyntaxPrinter.print(program));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "#i", "#inc", "#includ x", "#includes a.stan", "#include\"a.stan\""})
  void otherLinesWithTheSignAreOldComments(String line) throws IOException {
    write(first, "a.stan", "int N;");
    Program program =
        Parser.parseProgram(
            SourceFile.of("outer.stan", "data { int K; " + line + "\n}"),
            new ParseOptions(false, List.of(first)),
            warning -> {});
    assertEquals("data {\n  int K;\n}\n", SyntaxPrinter.print(program));
    assertThrows(DiagnosticException.class, () -> parse("data { int K; " + line + "\n}"));
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    write(first, "a.stan", "int N;");
    for (String name : List.of("\"a.stan\n", "<a.stan\n", "\"", "<", "\"\"", "<>", "}", "//")) {
      DiagnosticException error =
          assertThrows(DiagnosticException.class, () -> parse("data {\n#include\n" + name + "\n}"));
      assertEquals(ErrorCode.INCLUDE_NOT_FOUND, error.diagnostic().code());
    }
  }

  /** As packages for R write them. */
  @Test
  void aNameWithASlashInFrontIsTakenBelowTheDirectory() throws IOException {
    write(first, "a.stan", "int N;");
    Program program = parse("data {\n#include /a.stan\n}\n");
    assertEquals("data {\n  int N;\n}\n", SyntaxPrinter.print(program));
  }

  @Test
  void includesThatDoubleAreRefused() throws IOException {
    for (int i = 0; i < 40; i++) {
      String next = "#include " + (i + 1) + ".stan\n";
      write(first, i + ".stan", next + next);
    }
    write(first, "40.stan", " ");
    DiagnosticException error =
        assertThrows(DiagnosticException.class, () -> parse("#include 0.stan\n"));
    assertEquals(ErrorCode.FILE_TOO_LARGE, error.diagnostic().code());
  }

  @Test
  void directoriesAreNotFiles() {
    for (String name : List.of(".", "..", "/", first.toString(), "a/../..")) {
      DiagnosticException error =
          assertThrows(DiagnosticException.class, () -> parse("#include " + name + "\n"));
      assertEquals(ErrorCode.INCLUDE_NOT_FOUND, error.diagnostic().code());
    }
  }

  @Test
  void functionFilesAreIncludedOnce() throws IOException {
    write(first, "f.stanfunctions", "void f() {}");
    Program program = parse("functions {\n#include f.stanfunctions\n#include f.stanfunctions\n}\n");
    assertEquals(1, program.functions().size());
  }

  @Test
  void errorsShowTheInnerFileAndTheChain() throws IOException {
    write(first, "inner.stan", "real x;\nint 3;\n");
    write(first, "middle.stan", "\n  #include inner.stan\n");
    DiagnosticException error =
        assertThrows(DiagnosticException.class, () -> parse("data {\n#include middle.stan\n}\n"));
    assertEquals(
        """
        Syntax error in 'DIR/inner.stan', line 2, column 4 to column 5, included from
        'DIR/middle.stan', line 2, column 2, included from
        'outer.stan', line 2, column 0, parsing error:
           -------------------------------------------------
             1:  real x;
             2:  int 3;
                     ^
           -------------------------------------------------

        Found `3` but expected `<` or a name.
        """,
        DiagnosticRenderer.render(error.diagnostic()).replace(first.toString(), "DIR"));
  }

  @Test
  void unreadableFileIsNamed() throws IOException {
    Files.write(first.resolve("x.stan"), "real \u00e9;".getBytes(StandardCharsets.ISO_8859_1));
    DiagnosticException error =
        assertThrows(DiagnosticException.class, () -> parse("data {\n#include x.stan\n}\n"));
    assertEquals(ErrorCode.INCLUDE_UNREADABLE, error.diagnostic().code());
  }

  @Test
  void earlierErrorIsReportedBeforeAMissingFile() {
    DiagnosticException error =
        assertThrows(
            DiagnosticException.class, () -> parse("data {\n  int;\n#include none.stan\n}\n"));
    assertEquals(ErrorCode.UNEXPECTED_TOKEN, error.diagnostic().code());
  }
}
