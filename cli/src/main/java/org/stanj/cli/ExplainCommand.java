package org.stanj.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stanj.cli.report.LineTimes;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.Explanation;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.io.FileProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code stanj explain FILE [DATA]}: what of the log density runs in slices and in vectors, and why
 * the rest does not; with data also where the time of a gradient goes, which is measured.
 */
@Command(
    name = "explain",
    description = {
      "Tells which loops and statements run in slices on several threads, which in vectors, or",
      "why not, and what of them is computed before sampling.",
      "With data it evaluates gradients for some seconds, and tells what share of the time each",
      "line takes."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;
  private final ProgramCompiler compiler;

  @Parameters(index = "0", paramLabel = "m.stan", description = "The program.")
  private Path file;

  @Parameters(index = "1", arity = "0..1", paramLabel = "data.json", description = "Its data.")
  private @Nullable Path data;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  ExplainCommand(Console console, ProgramCompiler compiler) {
    this.console = console;
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws IOException {
    return Compilation.deep(this::explain);
  }

  private int explain() {
    try {
      CompileOptions options = CompileOptions.of(reading.of(file));
      Explanation explanation = StanCompiler.explain(file, options, warning -> {});
      List<String> lines = explanation.lines(data == null ? Map.of() : shares(data, options));
      lines.forEach(console::line);
      if (lines.isEmpty()) {
        console.line(file + ": the model has no loops and no vectorised statements");
      }
      return 0;
    } catch (DiagnosticException e) {
      console.error(DiagnosticRenderer.render(e.diagnostic()).stripTrailing());
      return 1;
    } catch (FileProblem e) {
      throw new CliFailure("Error: " + e.getMessage());
    } catch (IOException e) {
      throw new CliFailure(file + " cannot be read: " + FileReasons.of(e));
    }
  }

  /** The share of each line in the time of gradients at one point. */
  private Map<Integer, Double> shares(Path data, CompileOptions options) throws IOException {
    CompiledProgram compiled = compiler.compile(file, options, warning -> {});
    Path times = Files.createTempFile("stanj", ".csv");
    try {
      String[] words = {
        "benchmark", "data", "file=" + data, "random", "seed=1", "output", "profile_lines=" + times
      };
      int code = org.stanj.runtime.command.Main.run(words, ModelLoader.load(compiled), errors());
      if (code != 0) {
        throw new CliFailure("Error: gradients of " + file + " cannot be measured");
      }
      LineTimes measured = LineTimes.read(times);
      Map<Integer, Double> shares = new HashMap<>();
      measured.seconds().forEach((line, s) -> shares.put(line, s / measured.total()));
      return shares;
    } finally {
      Files.delete(times);
    }
  }

  /** What goes wrong, and nothing else. */
  private Console errors() {
    return new Console(
        OutputStream.nullOutputStream(),
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            console.error(new String(bytes, offset, length, UTF_8).stripTrailing());
          }
        });
  }
}
