package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.diagnostic.Diagnostic;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.runtime.command.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stanj check FILE...}: one line a file, on standard output; 1 if any is wrong. */
@Command(
    name = "check",
    description = "Checks programs without compiling them; prints one line for each.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final ProgramCompiler compiler;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Stan programs; directories, for all programs below them; - for a list of files on "
              + "standard input.")
  private List<String> files;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  CheckCommand(Console console, ProgramCompiler compiler) {
    this.console = console;
    this.compiler = compiler;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> programs = ProgramFiles.of(files);
    return Compilation.deep(() -> checkAll(programs));
  }

  private int checkAll(List<Path> programs) {
    int wrong = 0;
    for (Path file : programs) {
      String verdict = verdict(file);
      console.line(file + ": " + verdict);
      wrong += verdict.equals("ok") ? 0 : 1;
    }
    return wrong > 0 ? 1 : 0;
  }

  private String verdict(Path file) {
    CompileOptions options = CompileOptions.of(reading.of(file));
    try {
      compiler.check(file, options, this::show);
      return "ok";
    } catch (DiagnosticException e) {
      return verdict(e.diagnostic());
    } catch (IOException e) {
      return "cannot be read: " + FileReasons.of(e);
    } catch (StackOverflowError e) {
      return "nested too deeply";
    }
  }

  /** A check is silent about legal programs unless more is asked for. */
  private void show(Diagnostic warning) {
    if (!reading.advice().isEmpty()) {
      console.error(DiagnosticRenderer.render(warning).stripTrailing());
    }
  }

  private static String verdict(Diagnostic diagnostic) {
    return "line "
        + diagnostic.span().startLine()
        + ", column "
        + diagnostic.span().startColumn()
        + ": "
        + diagnostic.message().strip().replaceAll("\\s*\\n\\s*", " ");
  }
}
