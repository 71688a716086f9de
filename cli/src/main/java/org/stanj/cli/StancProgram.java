package org.stanj.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stanj.compiler.check.CheckOptions;
import org.stanj.compiler.check.Checker;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.typed.TypedProgram;

/** A program that {@code stanj stanc} has found to be right, as read and as typed. */
record StancProgram(Program syntax, TypedProgram typed, Library library) {
  /**
   * How a program is checked.
   *
   * @param name of the model; if empty, after the file
   * @param strict whether old syntax is refused
   * @param allowUndefined whether functions may be declared without a definition
   */
  record Options(
      Optional<String> name, List<Path> includePaths, boolean strict, boolean allowUndefined) {
    Options {
      includePaths = List.copyOf(includePaths);
    }
  }

  /**
   * Reads and checks a program.
   *
   * @param warnings receives the warnings in the order in which they are found
   * @throws org.stanj.compiler.diagnostic.DiagnosticException for the first error
   */
  static StancProgram check(StancInput input, Options options, Consumer<Diagnostic> warnings) {
    ParseOptions reading = new ParseOptions(options.strict(), options.includePaths());
    Program program =
        input.functionsOnly()
            ? Parser.parseFunctions(input.source(), reading, warnings)
            : Parser.parseProgram(input.source(), reading, warnings);
    Library library = Library.load();
    CheckOptions checks =
        new CheckOptions(
            options.name().orElseGet(input::modelName), options.strict(), options.allowUndefined());
    return new StancProgram(program, Checker.check(program, checks, library, warnings), library);
  }
}
