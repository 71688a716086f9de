package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.io.CsvWriter;

/**
 * The CSV files of a run, one for each chain, and their diagnostic files. They are created before
 * the inits are read, so that a name that cannot be written to is found out early, and get their
 * heads when the inits are known to be right.
 */
final class Outputs implements AutoCloseable {
  private static final String DIAGNOSTIC = "output.diagnostic_file";

  private final Run run;
  private final CsvHead head;
  private final List<String> names;
  private final List<CsvWriter> rows = new ArrayList<>();
  private final List<CsvWriter> diagnostics = new ArrayList<>();

  private Outputs(Run run, List<String> names) {
    this.run = run;
    this.names = names;
    this.head = CsvHead.now(run.compiled().info(), run.configuration());
  }

  /** Refuses names that no file can have; the names of CmdStan's are checked before the echo. */
  static void refuseIllFormed(Run run) {
    FileNames.refuseIllFormed(run.configuration().text("output.file"));
    FileNames.refuseIllFormed(diagnosticFile(run));
  }

  /** The name given for the diagnostic files; empty for none. */
  static String diagnosticFile(Run run) {
    return run.configuration().text(DIAGNOSTIC);
  }

  /** Creates the files of rows only. */
  static Outputs ofRows(Run run, int chains, String separator) {
    String name = run.configuration().text("output.file");
    Outputs outputs = new Outputs(run, FileNames.outputs(name, run.id(), chains));
    outputs.create(outputs.names, outputs.rows, separator);
    return outputs;
  }

  /** Creates the files of rows, and the diagnostic files if they are wanted. */
  static Outputs of(Run run, int chains) {
    Outputs outputs = ofRows(run, chains, ",");
    String name = diagnosticFile(run);
    if (!name.isEmpty()) {
      List<String> files = FileNames.outputs(name, run.id(), chains);
      outputs.create(files, outputs.diagnostics, ",");
    }
    return outputs;
  }

  private void create(List<String> files, List<CsvWriter> writers, String separator) {
    run.interruption().filesOpen();
    try {
      for (String file : files) {
        writers.add(new CsvWriter(file, run.significantFigures(), separator));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Reads where the chains start, then writes the heads, and the configuration if wanted. */
  List<Inits> inits(int chains) {
    List<Inits> inits = run.inits(chains);
    rows.forEach(head::write);
    diagnostics.forEach(head::writeShort);
    if (run.configuration().flag("output.save_cmdstan_config")) {
      head.writeJson(FileNames.configuration(run.configuration().text("output.file")));
    }
    return inits;
  }

  /** Names of the files of rows. */
  List<String> names() {
    return names;
  }

  /** The files of rows. */
  List<CsvWriter> rows() {
    return rows;
  }

  /** The diagnostic files: none, or one for each chain. */
  List<CsvWriter> diagnostics() {
    return diagnostics;
  }

  @Override
  public void close() {
    List<CsvWriter> all = new ArrayList<>(rows);
    all.addAll(diagnostics);
    CsvWriter.closeAll(all);
  }
}
