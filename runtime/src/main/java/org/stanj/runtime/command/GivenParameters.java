package org.stanj.runtime.command;

import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** Values of all parameters, as a user gave them on the constrained scale. */
final class GivenParameters {
  private GivenParameters() {}

  /** The same on the unconstrained scale; fails where one is missing or outside its bounds. */
  static double[] unconstrain(DataContext values, Model model, Scratch scratch) {
    try {
      for (Variable variable : model.variables()) {
        requirePresent(variable, values);
      }
      double[] q = new double[model.unconstrainedSize()];
      model.unconstrain(values, q, scratch);
      return q;
    } catch (DataException | RejectException e) {
      throw new CommandFailure(
          "Exception: "
              + e.getMessage().strip()
              + "\nBad or missing parameter values, cannot unconstrain.");
    }
  }

  /** The failure where a CSV file has no header. */
  static CommandFailure noColumns(String file) {
    return new CommandFailure(
        "Error reading fitted param names from sample csv file \"" + file + "\"");
  }

  /** {@link Model#unconstrain} leaves missing parameters alone: here they are an error. */
  private static void requirePresent(Variable variable, DataContext values) {
    if (variable.block() != Variable.Block.PARAMETERS) {
      return;
    }
    for (Variable leaf : variable.leaves()) {
      if (leaf.size() > 0 && !values.contains(leaf.name())) {
        int[] dims = leaf.dims().stream().mapToInt(Integer::intValue).toArray();
        throw DataException.absent(
            new DataContext.Request("parameter initialization", leaf.name(), ""), "double", dims);
      }
    }
  }
}
