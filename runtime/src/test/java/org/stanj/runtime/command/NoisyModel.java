package org.stanj.runtime.command;

import java.util.List;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/**
 * {@link NormalModel} whose first generated quantity is the mean plus a random number; it rejects
 * means above 10⁶.
 */
final class NoisyModel implements CompiledModel {
  private final NormalModel normal = new NormalModel();

  @Override
  public ModelInfo info() {
    return normal.info();
  }

  @Override
  public Model bind(DataContext data, long seed, PrintSink prints) {
    return new Bound(normal.bind(data, seed, prints));
  }

  private record Bound(Model normal) implements Model {
    @Override
    public int unconstrainedSize() {
      return normal.unconstrainedSize();
    }

    @Override
    public Scratch newScratch() {
      return normal.newScratch();
    }

    @Override
    public double logDensity(double[] q, int flags, Scratch scratch) {
      return normal.logDensity(q, flags, scratch);
    }

    @Override
    public double gradient(double[] q, double[] gradient, int flags, Scratch scratch) {
      return normal.gradient(q, gradient, flags, scratch);
    }

    @Override
    public void constrain(
        double[] q,
        double[] out,
        boolean transformedParameters,
        boolean generatedQuantities,
        RandomStream stream,
        Scratch scratch) {
      normal.constrain(q, out, transformedParameters, generatedQuantities, stream, scratch);
      out[2] = out[0] + stream.nextDouble();
    }

    @Override
    public void unconstrain(DataContext inits, double[] q, Scratch scratch) {
      normal.unconstrain(inits, q, scratch);
    }

    @Override
    public void generate(double[] parameters, double[] out, RandomStream stream, Scratch scratch) {
      if (parameters[0] > 1e6) {
        throw new RejectException(RejectException.Kind.DOMAIN, "too far", "(in 'normal.stan')");
      }
      normal.generate(parameters, out, stream, scratch);
      out[0] = parameters[0] + stream.nextDouble();
    }

    @Override
    public List<Variable> variables() {
      return normal.variables();
    }
  }
}
