package org.stanj.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stanj.compiler.check.CheckOptions;
import org.stanj.compiler.check.Checker;
import org.stanj.compiler.core.CoreProgram;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.emit.Emitter;
import org.stanj.compiler.library.Library;
import org.stanj.compiler.lint.Advice;
import org.stanj.compiler.parse.ParseOptions;
import org.stanj.compiler.parse.Parser;
import org.stanj.compiler.source.LineNumbers;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.syntax.Program;
import org.stanj.compiler.syntax.SyntaxPrinter;
import org.stanj.compiler.typed.TypedProgram;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.SourceLines;

/**
 * The compiler: the steps of the way from a file to classes. An error in the program is thrown as a
 * {@link org.stanj.compiler.diagnostic.DiagnosticException}. The steps recurse into the program:
 * call them on a thread with a large stack.
 */
public final class StanCompiler {
  private StanCompiler() {}

  /**
   * Goes as far as types are known.
   *
   * @param warnings receives the warnings in the order in which they are found
   * @throws IOException if the file cannot be read
   */
  public static TypedProgram check(Path file, CompileOptions options, Consumer<Diagnostic> warnings)
      throws IOException {
    return check(file, options, Library.load(), warnings);
  }

  /** The same with a library that has been loaded, which saves time with many programs. */
  public static TypedProgram check(
      Path file, CompileOptions options, Library library, Consumer<Diagnostic> warnings)
      throws IOException {
    return check(file, text(file), options, library, warnings);
  }

  private static TypedProgram check(
      Path file,
      String text,
      CompileOptions options,
      Library library,
      Consumer<Diagnostic> warnings) {
    SourceFile source = SourceFile.of(options.reading().shownAs().orElse(file.toString()), text);
    boolean strict = options.reading().strict();
    ParseOptions reading = new ParseOptions(strict, options.reading().includePaths());
    Program program = Parser.parseProgram(source, reading, warnings);
    options.observer().after("syntax", () -> SyntaxPrinter.print(program));
    TypedProgram typed =
        Checker.check(
            program, new CheckOptions(modelName(file, options), strict, false), library, warnings);
    advise(typed, options, warnings);
    return typed;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /**
   * The whole way.
   *
   * @param warnings receives the warnings in the order in which they are found
   * @throws IOException if the file cannot be read
   */
  public static CompiledProgram compile(
      Path file, CompileOptions options, Consumer<Diagnostic> warnings) throws IOException {
    return compile(file, text(file), options, warnings);
  }

  /**
   * The same for a program that need not lie in a file.
   *
   * @param file by which messages call it, and after which it is named
   * @param text of the program
   */
  public static CompiledProgram compile(
      Path file, String text, CompileOptions options, Consumer<Diagnostic> warnings) {
    Library library = Library.load();
    TypedProgram typed = check(file, text, options, library, warnings);
    CoreProgram core =
        Pipeline.run(typed, library, options.slices(), options.blocks(), options.observer());
    String className = options.packageName() + "." + typed.name();
    String source = String.valueOf(file.getFileName());
    Map<String, byte[]> classes = Emitter.emit(core, className, source);
    options.observer().after("bytecode", () -> Emitter.text(classes));
    ModelInfo info =
        new ModelInfo(
            typed.name(),
            options.stancFlags(),
            options.settings(),
            !typed.generatedQuantities().isEmpty());
    return new CompiledProgram(info, className, lines(typed.lines()), classes);
  }

  /**
   * What runs in slices, and why the rest does not.
   *
   * @throws IOException if the file cannot be read
   */
  public static Explanation explain(
      Path file, CompileOptions options, Consumer<Diagnostic> warnings) throws IOException {
    Library library = Library.load();
    TypedProgram typed = check(file, options, library, warnings);
    return new Explanation(typed.lines(), Pipeline.explain(typed, library));
  }

  private static SourceLines lines(LineNumbers numbers) {
    return new SourceLines(
        numbers.files().stream().map(f -> new SourceLines.File(f.name(), f.lines())).toList());
  }

  /** What the pedantic ones contain is not said twice. */
  private static void advise(
      TypedProgram program, CompileOptions options, Consumer<Diagnostic> warnings) {
    Set<Diagnostic> all = new LinkedHashSet<>();
    for (Advice advice : Advice.values()) {
      if (options.reading().advice().contains(advice)) {
        all.addAll(advice.about(program));
      }
    }
    all.forEach(warnings);
  }

  /** As stanc forms it: the file's name without suffix, {@code _model} behind it. */
  private static String modelName(Path file, CompileOptions options) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return options.name().orElseGet(() -> ModelName.of(stem));
  }
}
