package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.CompilerThread;
import org.stanj.compiler.ProgramLimitException;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.runtime.command.Console;

/** Compiles programs and tells on the console what is wrong with them. */
record Compilation(Console console, ProgramCompiler compiler) {
  /**
   * The compiled program; warnings go to standard error.
   *
   * @throws CliFailure whose message is the rendered diagnostic, or why the file is not readable
   */
  CompiledProgram compile(Path file, CompileOptions options) {
    try {
      return deep(
          () ->
              compiler.compile(
                  file, options, w -> console.error(DiagnosticRenderer.render(w).stripTrailing())));
    } catch (DiagnosticException e) {
      throw new CliFailure(DiagnosticRenderer.render(e.diagnostic()).stripTrailing());
    } catch (IOException e) {
      throw CliFailure.file("read", file, FileReasons.of(e));
    }
  }

  /** Runs a step on a thread with a deep stack; its exceptions come through as they are. */
  static <T> T deep(Callable<T> step) throws IOException {
    try {
      return CompilerThread.call(step);
    } catch (ProgramLimitException e) {
      throw new CliFailure("Error: " + e.told());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliFailure("Error: interrupted");
    }
  }
}
