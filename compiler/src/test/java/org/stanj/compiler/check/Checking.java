package org.stanj.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.typed.TypedProgram;

/** Parses and checks texts for tests. */
final class Checking {
  static final Library LIBRARY = Library.load();
  private static final String STRICT = "// strict";

  private Checking() {}

  /** Strict if the text begins with the comment that says so. */
  static TypedProgram program(String text, Consumer<Diagnostic> warnings) {
    SourceFile file = SourceFile.of("test.stan", text);
    boolean strict = text.startsWith(STRICT);
    return Checker.check(
        Parser.parseProgram(file, new ParseOptions(strict, List.of()), warnings),
        new CheckOptions("test_model", strict, false),
        LIBRARY,
        warnings);
  }

  /** The typed form of a program that must be right. */
  static TypedProgram accepted(String text) {
    try {
      return program(text, warning -> {});
    } catch (DiagnosticException e) {
      return Assertions.fail(e.diagnostic() + "\nin\n" + text, e);
    }
  }

  /** The error of a program that must be wrong. */
  static Diagnostic refused(String text) {
    DiagnosticException e =
        Assertions.assertThrows(
            DiagnosticException.class, () -> program(text, warning -> {}), text);
    return e.diagnostic();
  }

  static List<Diagnostic> warnings(String text) {
    List<Diagnostic> warnings = new ArrayList<>();
    program(text, warnings::add);
    return warnings;
  }
}
