package org.stanj.runtime.command;

import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.GivenPoint;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** Values of all parameters, as a user gave them on the constrained scale. */
final class GivenParameters {
  private GivenParameters() {}

  /** The same on the unconstrained scale; fails where one is missing or outside its bounds. */
  static double[] unconstrain(DataContext values, Model model, Scratch scratch) {
    try {
      return GivenPoint.unconstrain(values, model, scratch);
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
}
