package org.stanj.runtime.command;

import java.util.Optional;
import org.stanj.runtime.io.CsvWriter;
import org.stanj.runtime.variational.Evaluation;

/** The diagnostic file of {@code variational}, if one is wanted: the course of the bound. */
final class ElboFile implements AutoCloseable {
  private final Optional<CsvWriter> csv;
  private final long begin = System.nanoTime();

  private ElboFile(Optional<CsvWriter> csv) {
    this.csv = csv;
  }

  /** Opens the file that the configuration names and writes its head; or none. */
  static ElboFile open(Run run) {
    String file = run.configuration().text("output.diagnostic_file");
    if (file.isEmpty()) {
      return new ElboFile(Optional.empty());
    }
    CsvWriter csv = new CsvWriter(file, run.significantFigures());
    CsvHead.now(run.compiled().info(), run.configuration()).writeShort(csv);
    csv.comment("iter,time_in_seconds,ELBO");
    return new ElboFile(Optional.of(csv));
  }

  void write(Evaluation evaluation) {
    double seconds = Math.round((System.nanoTime() - begin) * 1e-6) / 1000.0;
    csv.ifPresent(
        c -> {
          c.value(evaluation.iteration());
          c.value(seconds);
          c.value(evaluation.elbo());
          c.endRow();
        });
  }

  @Override
  public void close() {
    csv.ifPresent(CsvWriter::close);
  }
}
