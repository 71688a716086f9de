package org.stanj.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.CompiledProgram;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.model.BuildSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code stanj sample m.stan data.json ...}: compiles, runs four chains, prints a summary. */
@Command(
    name = "sample",
    description = {
      "Compiles a program, draws from its posterior and prints a summary.",
      "Further words are CmdStan's: num_samples=500 adapt delta=0.95 random seed=1.",
      "Draws are kept only with: output file=draws.csv",
      "report=r.html writes a report with plots, see the command report."
    })
final class SampleCommand implements Callable<Integer> {
  /** Groups that may follow the program where there is no data file. */
  private static final Set<String> GROUPS = Set.of("adapt", "data", "random", "output", "help");

  private static final String REPORT = "report=";

  private final Console console;
  private final Compilation compilation;

  @Parameters(index = "0", paramLabel = "m.stan", description = "The program.")
  private Path program;

  @Parameters(
      index = "1..*",
      paramLabel = "data.json | WORD",
      description = "The data, if it has any, then CmdStan's arguments of sample.")
  private List<String> rest = List.of();

  SampleCommand(Console console, ProgramCompiler compiler) {
    this.console = console;
    // what all processes of a launcher would say of the program, the first one says
    boolean helps = org.stanj.runtime.command.Main.helps(System.getenv());
    this.compilation = new Compilation(helps ? Console.silent() : console, compiler);
  }

  @Override
  public Integer call() {
    Optional<SampledReport> report = report();
    // Threads are the run's own affair here: num_threads may be given.
    CompileOptions options =
        new CompileOptions(
            Optional.empty(),
            "",
            Set.of(BuildSetting.THREADS),
            ReadOptions.lenient(IncludePaths.of(List.of(), program)),
            PassObserver.NONE);
    CompiledProgram compiled = compilation.compile(program, options);
    SampleScreen screen = new SampleScreen(console, compiled.info().name(), report);
    String[] words = words().toArray(new String[0]);
    int code =
        org.stanj.runtime.command.Main.sample(words, ModelLoader.load(compiled), console, screen);
    screen.end(code == 0);
    return code;
  }

  /** The report that the word {@code report=} asks for. */
  private Optional<SampledReport> report() {
    List<String> words = rest.stream().filter(SampleCommand::isReport).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String file = words.get(words.size() - 1).substring(REPORT.length());
    if (file.isEmpty()) {
      throw new CliFailure("Error: report= needs the name of a file, such as report=r.html");
    }
    ReportTarget target = ReportTarget.of(Path.of(file));
    return Optional.of(new SampledReport(target, program, console));
  }

  private static boolean isReport(String word) {
    return word.startsWith(REPORT);
  }

  /** CmdStan's words: those given, and the data file as a group of its own behind them. */
  private List<String> words() {
    List<String> rest = this.rest.stream().filter(word -> !isReport(word)).toList();
    boolean data = !rest.isEmpty() && !rest.get(0).contains("=") && !GROUPS.contains(rest.get(0));
    List<String> words = new ArrayList<>(List.of("sample"));
    words.addAll(data ? rest.subList(1, rest.size()) : rest);
    if (data) {
      words.addAll(List.of("data", "file=" + rest.get(0)));
    }
    return words;
  }
}
