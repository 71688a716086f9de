package org.stanj.cli.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.stanj.cli.draws.Run;

/** A run, judged, and the file that says so. */
public final class Report {
  private final Run run;
  private final ReportInputs inputs;
  private final Transitions transitions;
  private final List<Quantity> quantities;
  private final Verdict verdict;

  private Report(Run run, ReportInputs inputs) {
    this.run = run;
    this.inputs = inputs;
    this.transitions = Transitions.of(run);
    this.quantities = new Quantities(run, transitions).all(inputs.choice());
    this.verdict = Judge.verdict(run, transitions, quantities);
  }

  /**
   * Writes the report of a run; the file is whole or not there.
   *
   * @return the verdict in a few words
   * @throws IOException if the file cannot be written
   */
  public static String write(Run run, ReportInputs inputs, Path file) throws IOException {
    Report report = new Report(run, inputs);
    Path whole = file.toAbsolutePath();
    Path beside = whole.resolveSibling("." + whole.getFileName() + ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(beside)) {
        new Page(report).write(out);
      }
      Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    return report.verdict.headline();
  }

  Run run() {
    return run;
  }

  ReportInputs inputs() {
    return inputs;
  }

  Transitions transitions() {
    return transitions;
  }

  List<Quantity> quantities() {
    return quantities;
  }

  Verdict verdict() {
    return verdict;
  }
}
