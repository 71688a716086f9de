package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.OutputFormat;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.io.RowFormat;

/**
 * The files of rows of a run, one for each chain, and their diagnostic files. They are created
 * before the inits are read, so that a name that cannot be written to is found out early, and get
 * their heads when the inits are known to be right.
 */
final class Outputs implements AutoCloseable {
  private static final String DIAGNOSTIC = "output.diagnostic_file";

  private final Run run;
  private final CsvHead head;
  private final List<String> names;
  private final List<RowFile> rows = new ArrayList<>();
  private final List<RowFile> diagnostics = new ArrayList<>();

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
    OutputFormat.refuseContradiction(run.configuration());
    Outputs outputs = new Outputs(run, OutputFormat.outputs(run.configuration(), run.id(), chains));
    outputs.create(outputs.names, outputs.rows, separator);
    return outputs;
  }

  /** Creates the files of rows, and the diagnostic files if they are wanted. */
  static Outputs of(Run run, int chains) {
    Outputs outputs = ofRows(run, chains, ",");
    String name = diagnosticFile(run);
    if (!name.isEmpty()) {
      List<String> files = OutputFormat.outputs(run.configuration(), name, run.id(), chains);
      outputs.create(files, outputs.diagnostics, ",");
    }
    return outputs;
  }

  private void create(List<String> files, List<RowFile> writers, String separator) {
    run.interruption().filesOpen();
    try {
      for (String file : files) {
        RowFormat format = OutputFormat.of(run.configuration(), file);
        writers.add(format.create(file, run.significantFigures(), separator));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Reads where the chains start, then writes the heads, and the configuration if wanted. */
  List<Inits> inits(int chains) {
    List<Inits> inits = run.inits(chains);
    rows.forEach(file -> file.head(head.all()));
    diagnostics.forEach(file -> file.head(head.brief()));
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
  List<RowFile> rows() {
    return rows;
  }

  /** The diagnostic files: none, or one for each chain. */
  List<RowFile> diagnostics() {
    return diagnostics;
  }

  @Override
  public void close() {
    List<RowFile> all = new ArrayList<>(rows);
    all.addAll(diagnostics);
    RowFile.closeAll(all);
  }
}
