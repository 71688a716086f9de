package org.stanj.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.compiler.check.Checker;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.library.LibraryFunction;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.typed.TypedProgram;

/**
 * Programs, one file a rule, with the warnings that stanc 2.37 gives to them: the same places, and
 * the same words up to the first full stop.
 */
class LintTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/org/stanj/compiler/lint");
  private static final Library LIBRARY = Library.load();

  /** One program of a file. */
  private record Case(String name, String program, String expected) {
    static List<Case> of(String text) {
      return Stream.of(text.split("(?m)^=== "))
          .filter(part -> !part.isEmpty())
          .map(
              part -> {
                int line = part.indexOf('\n');
                int rule = part.indexOf("\n---\n");
                return new Case(
                    part.substring(0, line),
                    part.substring(line + 1, rule + 1),
                    part.substring(rule + 5));
              })
          .toList();
    }

    String text(String warnings) {
      return "=== " + name + "\n" + program + "---\n" + warnings;
    }
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.sorted().toList();
    }
  }

  private static TypedProgram typed(String text) {
    SourceFile file = SourceFile.of("m.stan", text);
    return Checker.check(
        Parser.parseProgram(file, ParseOptions.lenient(), warning -> {}),
        "m_model",
        LIBRARY,
        warning -> {});
  }

  private static String render(List<Diagnostic> warnings) {
    StringBuilder out = new StringBuilder();
    warnings.forEach(w -> out.append(DiagnosticRenderer.render(w)));
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("files")
  void warnsAsExpected(Path file) throws IOException {
    StringBuilder found = new StringBuilder();
    for (Case example : Case.of(Files.readString(file))) {
      found.append(example.text(render(Lint.pedantic(typed(example.program())))));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, found.toString());
    }
    assertEquals(Files.readString(file), found.toString());
  }

  @Test
  void searchForUnsetVariablesIsPartOfThePedanticOne() throws IOException {
    for (Case example : Case.of(Files.readString(DIRECTORY.resolve("uninitialized.txt")))) {
      TypedProgram program = typed(example.program());
      List<Diagnostic> unset =
          Lint.pedantic(program).stream().filter(w -> w.code() == ErrorCode.UNINITIALIZED).toList();
      assertEquals(unset, Lint.uninitialized(program), example.name());
    }
  }

  @Test
  void everyRuleIsShown() throws IOException {
    Set<ErrorCode> missing = EnumSet.range(ErrorCode.UNINITIALIZED, ErrorCode.LKJ_CORR);
    for (Path file : files()) {
      for (Case example : Case.of(Files.readString(file))) {
        Lint.pedantic(typed(example.program())).forEach(w -> missing.remove(w.code()));
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** What the table expects of a number is never wider than what the density lets pass. */
  @Test
  void expectationsAreAtLeastTheChecksOfTheDensities() {
    List<String> wider = new ArrayList<>();
    int compared = 0;
    for (String name : Library.stanNames()) {
      if (!name.endsWith("_lpdf") && !name.endsWith("_lpmf")) {
        continue;
      }
      String distribution = name.substring(0, name.length() - "_lpdf".length());
      for (LibraryFunction function : LIBRARY.functions(name)) {
        for (int i = 1; i < function.parameters().size(); i++) {
          String check = function.parameters().get(i).check();
          boolean positive = check.startsWith("positive") || check.startsWith("nonnegative");
          boolean unit = check.startsWith("bounded(0, 1)");
          double outside = positive ? -1 : 2;
          if ((positive || unit) && Expectations.of(distribution, i).isPresent()) {
            compared++;
            if (Expectations.of(distribution, i).get().domain().contains(outside)) {
              wider.add(name + " " + i);
            }
          }
        }
      }
    }
    assertEquals(List.of(), wider);
    assertTrue(compared > 50, "compared " + compared);
  }
}
