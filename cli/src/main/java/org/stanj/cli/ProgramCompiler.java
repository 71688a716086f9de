package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.library.Library;

/**
 * The compiler as the commands see it. Both methods throw a {@code DiagnosticException} where the
 * program is wrong.
 */
interface ProgramCompiler {
  /** Compiles a program. */
  CompiledProgram compile(Path file, CompileOptions options, Consumer<Diagnostic> warnings)
      throws IOException;

  /** Goes as far as types are known. */
  void check(Path file, CompileOptions options, Consumer<Diagnostic> warnings) throws IOException;

  /** Ours. */
  static ProgramCompiler standard() {
    return new ProgramCompiler() {
      private final AtomicReference<@Nullable Library> library = new AtomicReference<>();

      @Override
      public CompiledProgram compile(
          Path file, CompileOptions options, Consumer<Diagnostic> warnings) throws IOException {
        return StanCompiler.compile(file, options, warnings);
      }

      @Override
      public void check(Path file, CompileOptions options, Consumer<Diagnostic> warnings)
          throws IOException {
        StanCompiler.check(file, options, library(), warnings);
      }

      /** Loaded when the first program is checked, and kept for the others. */
      private Library library() {
        Library loaded = library.get();
        if (loaded == null) {
          loaded = Library.load();
          library.set(loaded);
        }
        return loaded;
      }
    };
  }
}
