package org.stanj.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.cli.draws.ChainFacts;
import org.stanj.cli.draws.DrawSource;
import org.stanj.cli.draws.Run;
import org.stanj.cli.draws.RunHead;
import org.stanj.cli.report.LineTimes;
import org.stanj.cli.report.NameChoice;
import org.stanj.cli.report.ReportInputs;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.SampleView;
import org.stanj.runtime.io.FileProblem;

/**
 * The report that ends a run of {@code stanj sample report=r.html}: of the draws in memory, not of
 * what files have of their digits.
 *
 * @param target where it goes
 * @param program that was compiled
 */
record SampledReport(ReportTarget target, Path program, Console console) {
  /** Writes the report of a run that went well. */
  void write(SampleView.Start start, List<String> columns, List<DrawStore> stores) {
    List<ChainFacts> chains = new ArrayList<>();
    for (int c = 0; c < stores.size(); c++) {
      chains.add(stores.get(c).facts("", start.firstId() + c));
    }
    int warmup = stores.get(0).warmup(start.settings().numWarmup());
    RunHead head = new RunHead(withWarmup(start.head().all(), warmup));
    if (stores.get(0).draws() == 0) {
      throw new CliFailure("Error: there are no draws to report");
    }
    try (Run run = new Run(head, chains, columns, new Stored(stores), List.of())) {
      target.write(run, inputs(run), console);
    }
  }

  /** The lines of a head in which {@code num_warmup} counts the iterations that there were. */
  private static List<String> withWarmup(List<String> lines, int warmup) {
    return lines.stream()
        .map(line -> line.replaceFirst("^( *num_warmup = )\\d+", "$1" + warmup))
        .toList();
  }

  private ReportInputs inputs(Run run) {
    return new ReportInputs(
        text(),
        ReportCommand.dataOf(run),
        times(run),
        NameChoice.ALL,
        "stanj " + StanjCommand.VERSION);
  }

  /** Those that {@code output profile_lines=} has just written. */
  private static LineTimes times(Run run) {
    String file = run.head().setting("profile_lines", "");
    try {
      return file.isEmpty() ? LineTimes.NONE : LineTimes.read(Path.of(file));
    } catch (FileProblem e) {
      throw new CliFailure("Error: " + e.getMessage());
    }
  }

  /** It could be read a moment ago; if not now, the report does without. */
  private Optional<String> text() {
    try {
      return Optional.of(Files.readString(program));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private record Stored(List<DrawStore> chains) implements DrawSource {
    @Override
    public double[] column(int chain, int column) {
      return chains.get(chain).column(column);
    }

    @Override
    public void close() {}
  }
}
