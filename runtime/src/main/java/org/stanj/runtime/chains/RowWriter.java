package org.stanj.runtime.chains;

import java.util.Arrays;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * Turns positions into rows for the sink: transformed parameters and generated quantities, each
 * iteration with its own random stream, so that a row depends on the position and its key only.
 */
final class RowWriter {
  private final Model model;
  private final long seed;
  private final ChainSpec chain;
  private final Scratch scratch;
  private final double[] row;

  RowWriter(Model model, long seed, ChainSpec chain) {
    this.model = model;
    this.seed = seed;
    this.chain = chain;
    scratch = model.newScratch();
    scratch.sink = chain.log()::info;
    row = new double[model.variables().stream().mapToInt(Variable::size).sum()];
  }

  /**
   * Writes the draw of an iteration (from 0, warmup included). If the generated quantities throw,
   * the message is logged and the values they did not reach are NaN.
   */
  void write(long iteration, Phase phase, double[] q, double logDensity, TransitionStats stats) {
    Arrays.fill(row, Double.NaN);
    StreamKey key = StreamKey.generated(seed, chain.id(), iteration);
    try {
      model.constrain(q, row, true, true, Streams.open(key), scratch);
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.FATAL) {
        throw e;
      }
      chain.log().info("Exception: " + e.getMessage());
    }
    chain.sink().draw(phase, logDensity, stats, row);
  }
}
