package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.emit.TooLargeException;
import org.stanj.runtime.command.Console;

/** Compiles programs and tells on the console what is wrong with them. */
record Compilation(Console console, ProgramCompiler compiler) {
  /** Deeply nested programs need a deep stack; what is not touched costs nothing. */
  private static final long STACK_BYTES = 1L << 29;

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
    FutureTask<T> task = new FutureTask<>(step);
    new Thread(null, task, "compiler", STACK_BYTES).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliFailure("Error: interrupted");
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof StackOverflowError) {
      return new CliFailure("Error: the program is nested too deeply to be compiled");
    }
    if (cause instanceof TooLargeException) {
      return new CliFailure(
          "Error: the program is too large for the JVM: move parts of its blocks into functions");
    }
    return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
  }
}
