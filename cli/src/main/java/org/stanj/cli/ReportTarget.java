package org.stanj.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stanj.cli.draws.Run;
import org.stanj.cli.report.Report;
import org.stanj.cli.report.ReportInputs;
import org.stanj.runtime.command.Console;

/**
 * Where a report goes.
 *
 * @param file its name
 */
record ReportTarget(Path file) {
  /**
   * Looks whether the file can be written, before the work that leads to it.
   *
   * @throws CliFailure if not
   */
  static ReportTarget of(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw CliFailure.file("write", file, "it is a directory");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw CliFailure.file("write", file, "there is no directory " + folder);
    }
    if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
      throw CliFailure.file("write", file, "permission denied");
    }
    return new ReportTarget(file);
  }

  /** Writes the report, and tells where it is and what it says. */
  void write(Run run, ReportInputs inputs, Console console) {
    try {
      String verdict = Report.write(run, inputs, file);
      console.line(file + ": " + verdict);
    } catch (IOException e) {
      throw CliFailure.file("write", file, FileReasons.of(e));
    } catch (UncheckedIOException e) {
      throw CliFailure.file("write", file, FileReasons.of(e.getCause()));
    }
  }
}
