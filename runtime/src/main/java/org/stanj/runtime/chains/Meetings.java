package org.stanj.runtime.chains;

import java.util.Optional;

/**
 * What the chains of a run decide together, at iterations that are fixed beforehand.
 *
 * @param pooledWarmup whether they learn one metric from the draws of all, and end warmup when it
 *     has settled
 * @param stop when to stop before the planned number of iterations
 * @param decisions what was decided, also before the run was interrupted
 */
public record Meetings(boolean pooledWarmup, Optional<StopRule> stop, Decisions decisions) {
  /** Nothing. */
  public static final Meetings NONE = new Meetings(false, Optional.empty());

  /** Meetings of a run from its beginning. */
  public Meetings(boolean pooledWarmup, Optional<StopRule> stop) {
    this(pooledWarmup, stop, new Decisions(Decisions.State.NONE));
  }
}
