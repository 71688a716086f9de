package org.stanj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.CompilerThread;
import org.stanj.compiler.ProgramLimitException;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.jar.ModelLoader;

/**
 * Compiles programs, with options. Immutable; any number of threads may use one.
 *
 * <p>A program takes some hundred milliseconds the first time and some ten once the JVM is warm.
 */
public final class ModelCompiler {
  static final ModelCompiler DEFAULT = new ModelCompiler(List.of(), warning -> {});

  private final List<Path> includes;
  private final Consumer<String> warnings;

  private ModelCompiler(List<Path> includes, Consumer<String> warnings) {
    this.includes = includes;
    this.warnings = warnings;
  }

  /**
   * With further folders in which {@code #include} looks, in this order, before the folder of the
   * program.
   */
  public ModelCompiler includes(List<Path> folders) {
    return new ModelCompiler(List.copyOf(folders), warnings);
  }

  /** With a receiver of the compiler's warnings, which are dropped otherwise. */
  public ModelCompiler warnings(Consumer<String> receiver) {
    return new ModelCompiler(includes, receiver);
  }

  /**
   * Compiles a file; the model is named after it.
   *
   * @throws ProgramException if the program is wrong
   * @throws UncheckedIOException if the file cannot be read
   */
  public StanModel compile(Path file) {
    List<Path> folders = new ArrayList<>(includes);
    folders.add(Optional.ofNullable(file.getParent()).orElse(Path.of(".")));
    return compiled(() -> StanCompiler.compile(file, options(folders), this::warn));
  }

  /**
   * Compiles a text.
   *
   * @param name of the model; messages call the program {@code name.stan}
   * @throws ProgramException if the program is wrong
   */
  public StanModel compile(String name, String program) {
    Path file = Path.of(name + ".stan");
    return compiled(() -> StanCompiler.compile(file, program, options(includes), this::warn));
  }

  private static CompileOptions options(List<Path> folders) {
    return CompileOptions.of(ReadOptions.lenient(folders));
  }

  private void warn(Diagnostic warning) {
    warnings.accept(DiagnosticRenderer.render(warning).stripTrailing());
  }

  private static StanModel compiled(Callable<CompiledProgram> step) {
    try {
      return new StanModel(ModelLoader.load(CompilerThread.call(step)));
    } catch (DiagnosticException e) {
      throw new ProgramException(DiagnosticRenderer.render(e.diagnostic()).stripTrailing(), e);
    } catch (ProgramLimitException e) {
      throw new ProgramException(e.told(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException("interrupted while compiling", e);
    }
  }
}
