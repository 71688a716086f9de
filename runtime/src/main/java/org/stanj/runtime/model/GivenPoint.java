package org.stanj.runtime.model;

import org.stanj.stdlib.abi.Scratch;

/** A point whose parameters are all given on the constrained scale. */
public final class GivenPoint {
  private GivenPoint() {}

  /**
   * The same point on the unconstrained scale.
   *
   * @param values of all parameters; further names are passed over
   * @throws DataException if a parameter is absent, or of another shape than declared
   * @throws org.stanj.stdlib.abi.RejectException if one violates its constraint
   */
  public static double[] unconstrain(DataContext values, Model model, Scratch scratch) {
    model.variables().forEach(variable -> requirePresent(variable, values));
    double[] q = new double[model.unconstrainedSize()];
    model.unconstrain(values, q, scratch);
    return q;
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
