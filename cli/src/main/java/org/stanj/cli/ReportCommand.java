package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stanj.cli.draws.Run;
import org.stanj.cli.draws.RunReader;
import org.stanj.cli.report.LineTimes;
import org.stanj.cli.report.NameChoice;
import org.stanj.cli.report.ReportInputs;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.io.FileProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stanj report o_*.csv -o r.html}: judges the draws of CSV files and draws them. */
@Command(
    name = "report",
    description = {
      "Writes a report of the draws in CSV files of CmdStan or of stanj, one for each chain:",
      "one HTML file with a verdict, tables and plots, which needs no network."
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0..*", arity = "1..*", paramLabel = "o.csv", description = "The files.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "r.html",
      defaultValue = "report.html",
      description = "The report; ${DEFAULT-VALUE} if not given.")
  private Path output = Path.of("report.html");

  @Option(names = "--program", paramLabel = "m.stan", description = "The program, to be shown.")
  private @Nullable Path program;

  @Option(
      names = "--data",
      paramLabel = "d.json",
      description = "The data, whose shapes are shown; that of the run if not given.")
  private @Nullable Path data;

  @Option(
      names = "--profile",
      paramLabel = "p.csv",
      description = "Times of the program's lines (output profile_lines=p.csv).")
  private @Nullable Path profile;

  @Option(
      names = "--include",
      paramLabel = "NAME",
      split = ",",
      description = "Variables to report, with * for any text; all if not given.")
  private List<String> include = List.of();

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ReportTarget target = ReportTarget.of(output);
    try (Run run = RunReader.read(files)) {
      target.write(run, inputs(run), console);
      return 0;
    } catch (FileProblem e) {
      throw new CliFailure("Error: " + e.getMessage());
    }
  }

  private ReportInputs inputs(Run run) {
    return new ReportInputs(
        Optional.ofNullable(program).map(ReportCommand::text),
        Optional.ofNullable(data).or(() -> dataOf(run)),
        profile == null ? LineTimes.NONE : LineTimes.read(profile),
        new NameChoice(include),
        "stanj " + StanjCommand.VERSION);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw CliFailure.file("read", file, FileReasons.of(e));
    }
  }

  /** The data file that the head of the draws names, if it is still there. */
  static Optional<Path> dataOf(Run run) {
    String name = run.head().setting("file", "");
    return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name)).filter(Files::isReadable);
  }
}
