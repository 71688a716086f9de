package org.stanj.runtime.slices;

import java.util.List;
import java.util.function.Supplier;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.ProfileTimes;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;

/**
 * A model each scratch of which has a runner for its slices, so that whoever evaluates the model
 * need not know of threads.
 *
 * @param runners gives a runner for a new scratch
 */
public record SlicedModel(Model model, Supplier<SliceRunner> runners) implements Model {
  @Override
  public Scratch newScratch() {
    return model.newScratch(runners.get());
  }

  @Override
  public Scratch newScratch(SliceRunner slices) {
    return model.newScratch(slices);
  }

  @Override
  public int unconstrainedSize() {
    return model.unconstrainedSize();
  }

  @Override
  public double logDensity(double[] q, int flags, Scratch scratch) {
    return model.logDensity(q, flags, scratch);
  }

  @Override
  public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
    return model.gradient(q, gradient, flags, scratch);
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

  @Override
  public void timeBlocks() {
    model.timeBlocks();
  }

  @Override
  public List<ProfileTimes.Entry> profiles() {
    return model.profiles();
  }
}
