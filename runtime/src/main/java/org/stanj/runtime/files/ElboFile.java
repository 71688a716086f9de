package org.stanj.runtime.files;

import java.util.Optional;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.variational.Evaluation;

/** The diagnostic file of {@code variational}, if one is wanted: the course of the bound. */
public final class ElboFile {
  private final Optional<RowFile> csv;
  private final long begin = System.nanoTime();

  private ElboFile(Optional<RowFile> csv) {
    this.csv = csv;
  }

  /** Writes below the head of the file, if there is one. */
  public static ElboFile of(Optional<RowFile> csv) {
    csv.ifPresent(c -> c.comment("iter,time_in_seconds,ELBO"));
    return new ElboFile(csv);
  }

  public void write(Evaluation evaluation) {
    double seconds = Math.round((System.nanoTime() - begin) * 1e-6) / 1000.0;
    csv.ifPresent(
        c -> {
          c.value(evaluation.iteration());
          c.value(seconds);
          c.value(evaluation.elbo());
          c.endRow();
        });
  }
}
