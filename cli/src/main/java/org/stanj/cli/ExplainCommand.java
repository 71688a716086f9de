package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.runtime.command.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code stanj explain FILE}: what of the log density runs in slices, and why the rest does not.
 */
@Command(
    name = "explain",
    description = "Tells which loops and statements run in slices on several threads, or why not.")
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "m.stan", description = "The program.")
  private Path file;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return Compilation.deep(this::explain);
  }

  private int explain() {
    try {
      CompileOptions options = CompileOptions.of(reading.of(file));
      List<String> lines = StanCompiler.explain(file, options, warning -> {}).lines();
      lines.forEach(console::line);
      if (lines.isEmpty()) {
        console.line(file + ": the model has no loops and no vectorised statements");
      }
      return 0;
    } catch (DiagnosticException e) {
      console.error(DiagnosticRenderer.render(e.diagnostic()).stripTrailing());
      return 1;
    } catch (IOException e) {
      throw new CliFailure(file + " cannot be read: " + FileReasons.of(e));
    }
  }
}
