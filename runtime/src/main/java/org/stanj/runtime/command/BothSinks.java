package org.stanj.runtime.command;

import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.hmc.TransitionStats;

/** Hands the results of a chain to two receivers. */
record BothSinks(DrawSink first, DrawSink second) implements DrawSink {
  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    first.draw(phase, logDensity, stats, row);
    second.draw(phase, logDensity, stats, row);
  }

  @Override
  public void adapted(Adaptation adaptation) {
    first.adapted(adaptation);
    second.adapted(adaptation);
  }

  @Override
  public void finished(ElapsedTime time) {
    first.finished(time);
    second.finished(time);
  }
}
