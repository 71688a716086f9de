package org.stanj.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.ErrorCode;
import org.stanj.compiler.source.SourceFile;
import org.stanj.compiler.source.Span;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.model.ModelInfo;

/**
 * Runs commands with a compiler that makes {@link TwoNormals} of every program, refuses those that
 * contain {@code wrong}, and warns of those that contain {@code old}.
 */
final class CommandLineFixture implements ProgramCompiler {
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Runs a command; returns its exit code. */
  int run(String... words) {
    Console console = new Console(new PrintStream(out), new PrintStream(err));
    return new Main(console, this).run(words);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public CompiledProgram compile(Path file, CompileOptions options, Consumer<Diagnostic> warnings)
      throws IOException {
    check(file, options, warnings);
    options.observer().after("syntax", () -> "the tree\n");
    options.observer().after("core", () -> "the core\n");
    String name = options.name().orElse("two_model");
    ModelInfo info = new ModelInfo(name, options.stancFlags(), options.settings(), false);
    String type = TwoNormals.class.getName();
    return new CompiledProgram(info, type, Map.of(type, classFile()));
  }

  @Override
  public void check(Path file, CompileOptions options, Consumer<Diagnostic> warnings)
      throws IOException {
    String text = Files.readString(file);
    SourceFile source = SourceFile.of(file.toString(), text);
    int wrong = text.indexOf("wrong");
    if (wrong >= 0) {
      Span span = new Span(source, 1, wrong, 1, wrong + "wrong".length());
      throw DiagnosticException.of(ErrorCode.UNEXPECTED_TOKEN, span, "wrong", "right");
    }
    int old = text.indexOf("old");
    if (old >= 0) {
      Span span = new Span(source, 1, old, 1, old + "old".length());
      warnings.accept(Diagnostic.of(ErrorCode.OLD_ARRAY_SYNTAX, span, "new"));
    }
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = TwoNormals.class.getResourceAsStream("TwoNormals.class")) {
      return in.readAllBytes();
    }
  }
}
