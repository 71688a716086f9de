package org.stanj.runtime.chains;

import java.util.Optional;

/**
 * One chain of a run: who it is, where it starts and where its results go. Sink and log are used by
 * one thread at a time; different chains use theirs at the same time.
 *
 * @param id keys the random streams together with the seed
 * @param inits where it starts
 * @param inverseMetric initial inverse metric in the form of the settings, see {@link
 *     org.stanj.runtime.hmc.Metric#inverse}; the identity if empty
 * @param sink receives draws
 * @param log receives console lines and progress
 * @param saved where the chain goes on, if it was interrupted; the others then are not used
 */
public record ChainSpec(
    int id,
    Inits inits,
    Optional<double[]> inverseMetric,
    DrawSink sink,
    ChainLog log,
    Optional<ChainState> saved) {
  /** A chain from its beginning. */
  public ChainSpec(
      int id, Inits inits, Optional<double[]> inverseMetric, DrawSink sink, ChainLog log) {
    this(id, inits, inverseMetric, sink, log, Optional.empty());
  }
}
