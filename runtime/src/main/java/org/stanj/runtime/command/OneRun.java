package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.chains.ConstrainedRow;
import org.stanj.runtime.chains.Initialization;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.files.ColumnChoice;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.Scratch;

/** What the methods share that start at one point and write one file of rows. */
final class OneRun implements AutoCloseable {
  private final Run run;
  private final Model model;
  private final Outputs outputs;
  private final Columns columns;
  private final ConstrainedRow rows;

  private OneRun(Run run, Model model, Outputs outputs) {
    this.run = run;
    this.model = model;
    this.outputs = outputs;
    columns = ColumnChoice.of(run.configuration()).of(model.variables());
    rows = new ConstrainedRow(model, run.seed(), run.id(), run.console()::line);
  }

  /** Shows the configuration, reads the data and creates the files. */
  static OneRun begin(Run run) {
    return new OneRun(run, bind(run), Outputs.of(run, 1));
  }

  /** The same for a method whose diagnostic files are its own. */
  static OneRun begin(Run run, String separator) {
    return new OneRun(run, bind(run), Outputs.ofRows(run, 1, separator));
  }

  private static Model bind(Run run) {
    Outputs.refuseIllFormed(run);
    run.echo();
    return run.bind();
  }

  /** The same for another thread. */
  OneRun again() {
    return new OneRun(run, model, outputs);
  }

  Model model() {
    return model;
  }

  /** The output file, with its suffix. */
  String file() {
    return outputs.names().get(0);
  }

  /** Reads where to start, then writes the heads of the files. */
  List<Inits> inits(int paths) {
    return outputs.inits(paths);
  }

  /** Writes the heads of the files; the starting point, or empty after a message. */
  Optional<double[]> start() {
    return start(run.id(), inits(1).get(0));
  }

  /** A starting point with random numbers of its own; empty after a message. */
  Optional<double[]> start(int id, Inits inits) {
    ChainConsole log = new ChainConsole(run.console(), "", 0);
    return new Initialization(model, run.seed(), id, inits, log).find();
  }

  /** Working memory whose prints go to the console. */
  Scratch scratch() {
    Scratch scratch = model.newScratch();
    scratch.sink = run.console()::line;
    return scratch;
  }

  /** The log density without constants; each has working memory of its own. */
  Density density(boolean jacobian) {
    return flagged(Model.PROPTO | (jacobian ? Model.JACOBIAN : 0));
  }

  /** The log density with its constants and with the Jacobian. */
  Density fullDensity() {
    return flagged(Model.JACOBIAN);
  }

  private Density flagged(int flags) {
    Scratch scratch = scratch();
    return (q, gradient) -> {
      run.goOn();
      return model.gradient(q, gradient, flags, scratch);
    };
  }

  /** The output file. */
  RowFile csv() {
    return outputs.rows().get(0);
  }

  /** The diagnostic file, if one is wanted. */
  Optional<RowFile> diagnostics() {
    return outputs.diagnostics().stream().findFirst();
  }

  /** Writes the names of the columns: the method's own, then the model's. */
  void header(RowFile csv, List<String> own) {
    List<String> names = new ArrayList<>(own);
    names.addAll(columns.names());
    csv.header(names);
  }

  /** Writes the row of an unconstrained position behind the method's own values. */
  void row(RowFile csv, long iteration, double[] q, double... own) {
    for (double value : own) {
      csv.value(value);
    }
    csv.values(rows.at(iteration, q), columns.storage());
    csv.endRow();
  }

  @Override
  public void close() {
    outputs.close();
  }
}
