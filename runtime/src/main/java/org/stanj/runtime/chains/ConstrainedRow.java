package org.stanj.runtime.chains;

import java.util.Arrays;
import java.util.function.Consumer;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.Variable;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * The variables of a model at a position: parameters, transformed parameters and generated
 * quantities, each iteration with its own random stream, so that a row depends on the position and
 * its key only.
 */
public final class ConstrainedRow {
  private final Model model;
  private final long seed;
  private final int id;
  private final Consumer<String> log;
  private final Scratch scratch;
  private final double[] row;

  /**
   * @param log receives what the program prints, and why generated quantities failed
   */
  public ConstrainedRow(Model model, long seed, int id, Consumer<String> log) {
    this.model = model;
    this.seed = seed;
    this.id = id;
    this.log = log;
    scratch = model.newScratch();
    scratch.sink = log::accept;
    row = new double[model.variables().stream().mapToInt(Variable::size).sum()];
  }

  /**
   * The row of an iteration (from 0). If the generated quantities throw, the message is logged and
   * the values they did not reach are NaN.
   *
   * @param q unconstrained parameters
   * @return in storage order; filled again by the next call
   * @throws RejectException if they fail otherwise than by a value outside its domain
   */
  public double[] at(long iteration, double[] q) {
    Arrays.fill(row, Double.NaN);
    StreamKey key = StreamKey.generated(seed, id, iteration);
    try {
      model.constrain(q, row, true, true, Streams.open(key), scratch);
    } catch (RejectException e) {
      log.accept("Exception: " + e.getMessage());
      if (e.kind() != RejectException.Kind.DOMAIN) {
        throw e;
      }
    }
    return row;
  }
}
