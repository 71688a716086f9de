package org.stanj.cli;

import java.util.Arrays;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.hmc.TransitionStats;

/** Keeps the draws of one chain, column by column: {@code lp__}, then the model's. */
final class DrawStore implements DrawSink {
  private final int[] storage;
  private final double[][] columns;
  private final int maxDepth;
  private int draws;
  private int divergent;
  private int deepest;

  /**
   * @param storage for each column of the model its place in a row
   * @param draws that will come
   * @param maxDepth where a transition counts as cut short
   */
  DrawStore(int[] storage, int draws, int maxDepth) {
    this.storage = storage;
    this.columns = new double[storage.length + 1][draws];
    this.maxDepth = maxDepth;
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    if (phase == Phase.WARMUP) {
      return;
    }
    columns[0][draws] = logDensity;
    for (int c = 0; c < storage.length; c++) {
      columns[c + 1][draws] = row[storage[c]];
    }
    draws++;
    divergent += stats.divergent() ? 1 : 0;
    deepest += stats.treeDepth() >= maxDepth ? 1 : 0;
  }

  @Override
  public void adapted(Adaptation adaptation) {}

  @Override
  public void finished(ElapsedTime time) {}

  /** The draws of a column; the caller only reads them. */
  double[] column(int c) {
    return draws == columns[c].length ? columns[c] : Arrays.copyOf(columns[c], draws);
  }

  int draws() {
    return draws;
  }

  /** Transitions whose energy error exceeded its limit. */
  int divergent() {
    return divergent;
  }

  /** Transitions that ended at the maximum tree depth. */
  int deepest() {
    return deepest;
  }
}
