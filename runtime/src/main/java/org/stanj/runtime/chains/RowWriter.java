package org.stanj.runtime.chains;

import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.model.Model;

/** Turns positions of a chain into rows for its sink. */
final class RowWriter {
  private final ChainSpec chain;
  private final ConstrainedRow row;

  RowWriter(Model model, long seed, ChainSpec chain) {
    this.chain = chain;
    row = new ConstrainedRow(model, seed, chain.id(), chain.log()::info);
  }

  /** Writes the draw of an iteration (from 0, warmup included). */
  void write(long iteration, Phase phase, double[] q, double logDensity, TransitionStats stats) {
    chain.sink().draw(phase, logDensity, stats, row.at(iteration, q));
  }
}
