package org.stanj.runtime.chains;

/**
 * Decides when the chains of a run have drawn enough. It knows their draws from sinks of its own.
 * Calls come from one thread, while no chain moves.
 */
public interface StopRule {
  /** The number of iterations of sampling, above {@code done}, after which to ask again. */
  int next(int done);

  /** Whether what the chains have drawn is enough. */
  boolean isEnough();
}
