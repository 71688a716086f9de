package org.stanj.testmodels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.runtime.model.Variable.Block;
import org.stanj.stdlib.abi.Scratch;

/** A program with its data, ready to be evaluated; {@link #printed} collects its output. */
record BoundProgram(Model model, Scratch scratch, List<String> printed) {
  /** Wraps a model with scratch of its own. */
  static BoundProgram of(Model model) {
    Scratch scratch = model.newScratch();
    List<String> printed = new ArrayList<>();
    scratch.sink = printed::add;
    return new BoundProgram(model, scratch, printed);
  }

  /** The gradient at a point. */
  double[] gradient(double[] q, int flags) {
    double[] gradient = new double[model.unconstrainedSize()];
    model.gradient(q, gradient, flags, scratch);
    return gradient;
  }

  /** The density as the gradient's evaluation returns it. */
  double densityOfGradient(double[] q, int flags) {
    return model.gradient(q, new double[model.unconstrainedSize()], flags, scratch);
  }

  /** Columns of the blocks up to the given one. */
  Map<String, Double> columns(double[] q, Block last) {
    List<Variable> variables =
        model.variables().stream().filter(v -> v.block().compareTo(last) <= 0).toList();
    double[] row = new double[variables.stream().mapToInt(Variable::size).sum()];
    Arrays.fill(row, Double.NaN);
    model.constrain(
        q,
        row,
        last.compareTo(Block.TRANSFORMED_PARAMETERS) >= 0,
        last.compareTo(Block.GENERATED_QUANTITIES) >= 0,
        TestPrograms.stream(1),
        scratch);
    Columns columns = Columns.of(variables);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.names().size(); i++) {
      values.put(columns.names().get(i), row[columns.storage()[i]]);
    }
    return values;
  }

  /** What was printed since the last call, one line ended by a line break each. */
  String takePrinted() {
    StringBuilder text = new StringBuilder();
    printed.forEach(line -> text.append(line).append('\n'));
    printed.clear();
    return text.toString();
  }
}
