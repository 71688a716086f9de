package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.DataFiles;
import org.stanj.runtime.io.FileDraws;
import org.stanj.runtime.io.ParameterFiles;
import org.stanj.runtime.io.RowContext;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.io.RowFormat;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * The method {@code log_prob}: log density (constants dropped as in sampling) and gradient at given
 * points, a row each.
 */
final class LogProbMethod {
  private final Run run;
  private final Configuration configuration;

  LogProbMethod(Run run) {
    this.run = run;
    this.configuration = run.configuration();
  }

  /** Evaluates all points; returns the exit code. */
  int run() {
    try (OneRun one = OneRun.begin(run)) {
      one.inits(1);
      Scratch scratch = one.scratch();
      write(one.model(), points(one.model(), scratch), scratch, one.csv());
    }
    return 0;
  }

  private void write(Model model, List<double[]> points, Scratch scratch, RowFile csv) {
    List<String> names = new ArrayList<>(List.of("lp__"));
    names.addAll(Columns.unconstrained(model.variables(), "g_"));
    csv.header(names);
    int flags = Model.PROPTO | (configuration.flag("log_prob.jacobian") ? Model.JACOBIAN : 0);
    double[] gradient = new double[model.unconstrainedSize()];
    for (double[] q : points) {
      run.goOn();
      csv.value(value(model, q, gradient, flags, scratch));
      for (double g : gradient) {
        csv.value(g);
      }
      csv.endRow();
    }
  }

  private static double value(
      Model model, double[] q, double[] gradient, int flags, Scratch scratch) {
    try {
      return model.gradient(q, gradient, flags, scratch);
    } catch (RejectException e) {
      throw new CommandFailure("Error during log_prob calculation:\nException: " + e.getMessage());
    }
  }

  private List<double[]> points(Model model, Scratch scratch) {
    String unconstrained = configuration.text("log_prob.unconstrained_params");
    String constrained = configuration.text("log_prob.constrained_params");
    if (unconstrained.isEmpty() && constrained.isEmpty()) {
      throw new CommandFailure(
          "No input parameter files provided, cannot calculate log probability density.");
    }
    if (!unconstrained.isEmpty() && !constrained.isEmpty()) {
      throw new CommandFailure(
          "Cannot specify both input files of both constrained and unconstrained parameter"
              + " values.");
    }
    if (!unconstrained.isEmpty()) {
      int size = model.unconstrainedSize();
      return List.of(ParameterFiles.points(unconstrained, size, run.console()::error));
    }
    List<double[]> points = new ArrayList<>();
    for (DataContext values : constrained(constrained, model)) {
      run.goOn();
      points.add(GivenParameters.unconstrain(values, model, scratch));
    }
    return points;
  }

  private List<DataContext> constrained(String file, Model model) {
    if (RowFormat.ofName(file).isEmpty()) {
      return List.of(DataFiles.read(file, run.console()::error));
    }
    FileDraws csv = FileDraws.read(file);
    if (csv.columns().isEmpty()) {
      throw GivenParameters.noColumns(file);
    }
    return csv.draws().stream()
        .map(row -> RowContext.of(csv.columns(), row, model.variables()))
        .toList();
  }
}
