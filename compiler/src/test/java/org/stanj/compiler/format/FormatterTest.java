package org.stanj.compiler.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.Program;

/**
 * Formats the programs of {@code format} and compares with what stanc 2.37 makes of them: {@code
 * .formatted} is its {@code --auto-format}, {@code .narrow} the same with lines of 45 bytes, {@code
 * .canonical} its {@code --print-canonical}.
 */
class FormatterTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/format");
  private static final int NARROW = 45;

  static Stream<Path> programs() throws IOException {
    try (Stream<Path> all = Files.list(PROGRAMS)) {
      return all.filter(p -> p.toString().endsWith(".stan")).sorted().toList().stream();
    }
  }

  private static Program parse(String text) {
    return Parser.parseProgram(
        SourceFile.of("test.stan", text), ParseOptions.lenient(), warning -> {});
  }

  private static void compare(Path file, String suffix, int width, Set<Canonical> changes)
      throws IOException {
    String expected = Files.readString(Path.of(file.toString().replace(".stan", suffix)));
    assertEquals(expected, Formatter.format(parse(Files.readString(file)), width, changes));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void formatsAsStanc(Path file) throws IOException {
    compare(file, ".formatted", Formatter.LINE_LENGTH, EnumSet.noneOf(Canonical.class));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void formatsNarrowTextAsStanc(Path file) throws IOException {
    compare(file, ".narrow", NARROW, EnumSet.noneOf(Canonical.class));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void makesCanonicalAsStanc(Path file) throws IOException {
    compare(
        file,
        ".canonical",
        Formatter.LINE_LENGTH,
        EnumSet.complementOf(EnumSet.of(Canonical.STRIP_COMMENTS)));
  }

  @Test
  void oldFormsGetTheirPresentOnes() {
    String old =
        "data { real x[2]; }\nparameters { real y; }\nmodel {\n"
            + "  y <- if_else(1, fabs(y), x[1]); # old\n}\n";
    assertEquals(
        String.join(
            "\n",
            List.of(
                "data {",
                "  array[2] real x;",
                "}",
                "parameters {",
                "  real y;",
                "}",
                "model {",
                "  y = 1 ? abs(y) : x[1]; // old",
                "}",
                "",
                "")),
        Formatter.format(
            parse(old),
            Formatter.LINE_LENGTH,
            EnumSet.of(Canonical.DEPRECATIONS, Canonical.PARENTHESES)));
  }

  @Test
  void aSumOfTenThousandTermsIsWritten() {
    String sum = "1" + " + 1".repeat(10_000);
    String text =
        Formatter.format(
            parse("model { real x = " + sum + "; }"),
            Formatter.LINE_LENGTH,
            EnumSet.allOf(Canonical.class));
    assertEquals(10_001, text.chars().filter(c -> c == '1').count());
  }

  /** As stanc 2.37, which drops the quotes, but for its empty line behind the directive. */
  @Test
  void directivesKeepTheirPlace(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.stan"), "int N;\n");
    String text = "data {#include\n\n  <a.stan> int Q;\n}\nmodel {}\n";
    Program program =
        Parser.parseProgram(
            SourceFile.of("test.stan", text),
            new ParseOptions(true, List.of(directory)),
            warning -> {});
    assertEquals(
        "data {\n  #include a.stan\n  int Q;\n}\nmodel {\n  \n}\n\n",
        Formatter.format(program, Formatter.LINE_LENGTH, EnumSet.noneOf(Canonical.class)));
    assertEquals(
        "data {\n  int N;\n  \n  int Q;\n}\nmodel {\n  \n}\n\n",
        Formatter.format(program, Formatter.LINE_LENGTH, EnumSet.of(Canonical.INCLUDES)));
  }
}
