package org.stanj.runtime.mpi;

import java.util.ArrayList;
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
 * A model whose working memories hand their slices to all ranks.
 *
 * @param bound evaluates
 * @param slices makes what runs the slices of one scratch
 * @param elsewhere gives the times of profile blocks on the other ranks
 */
record RankedModel(
    Model bound, Supplier<SliceRunner> slices, Supplier<List<ProfileTimes.Entry>> elsewhere)
    implements Model {
  @Override
  public int unconstrainedSize() {
    return bound.unconstrainedSize();
  }

  @Override
  public Scratch newScratch() {
    return bound.newScratch(slices.get());
  }

  @Override
  public Scratch newScratch(SliceRunner other) {
    return bound.newScratch(other);
  }

  @Override
  public double logDensity(double[] q, int flags, Scratch scratch) {
    return bound.logDensity(q, flags, scratch);
  }

  @Override
  public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
    return bound.gradient(q, gradient, flags, scratch);
  }

  @Override
  public void constrain(
      double[] q,
      double[] out,
      boolean transformedParameters,
      boolean generatedQuantities,
      RandomStream stream,
      Scratch scratch) {
    bound.constrain(q, out, transformedParameters, generatedQuantities, stream, scratch);
  }

  @Override
  public void unconstrain(DataContext inits, double[] q, Scratch scratch) {
    bound.unconstrain(inits, q, scratch);
  }

  @Override
  public void generate(double[] parameters, double[] out, RandomStream stream, Scratch scratch) {
    bound.generate(parameters, out, stream, scratch);
  }

  @Override
  public List<Variable> variables() {
    return bound.variables();
  }

  @Override
  public void timeBlocks() {
    bound.timeBlocks();
  }

  @Override
  public List<ProfileTimes.Entry> profiles() {
    List<ProfileTimes.Entry> all = new ArrayList<>(bound.profiles());
    all.addAll(elsewhere.get());
    return all;
  }
}
