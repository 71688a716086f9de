package org.stanj.testmodels;

import java.util.List;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Scratch;

/** A wrong model on purpose: its density never has the Jacobian of the transforms. */
record DroppedJacobian(Model model) implements Model {
  @Override
  public int unconstrainedSize() {
    return model.unconstrainedSize();
  }

  @Override
  public Scratch newScratch() {
    return model.newScratch();
  }

  @Override
  public double logDensity(double[] q, int flags, Scratch scratch) {
    return model.logDensity(q, flags & ~JACOBIAN, scratch);
  }

  @Override
  public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
    return model.gradient(q, gradient, flags & ~JACOBIAN, scratch);
  }

  @Override
  public void constrain(
      double[] q,
      double[] out,
      boolean transformedParameters,
      boolean generatedQuantities,
      RandomStream stream,
      Scratch scratch) {
    model.constrain(q, out, transformedParameters, generatedQuantities, stream, scratch);
  }

  @Override
  public void unconstrain(DataContext inits, double[] q, Scratch scratch) {
    model.unconstrain(inits, q, scratch);
  }

  @Override
  public void generate(double[] parameters, double[] out, RandomStream stream, Scratch scratch) {
    model.generate(parameters, out, stream, scratch);
  }

  @Override
  public List<Variable> variables() {
    return model.variables();
  }
}
