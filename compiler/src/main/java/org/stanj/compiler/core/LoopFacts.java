package org.stanj.compiler.core;

import java.util.List;

/**
 * What is known of a counted loop, for slices and lanes.
 *
 * @param independent whether its iterations touch nothing in common but the reductions
 * @param reason why they are not independent; empty if they are
 * @param reductions what iterations only add to: {@code target}, names of scalars, and of
 *     containers with {@code []} behind them whose elements are picked by an index
 * @param cost operations of one iteration, inner loops counted once
 * @param lanes whether iterations only make elements of their own, by operations that vectors have
 */
public record LoopFacts(
    boolean independent, String reason, List<String> reductions, int cost, boolean lanes) {
  /** Nothing known yet. */
  public static final LoopFacts UNKNOWN = new LoopFacts(false, "", List.of(), 0, false);

  /** A loop that can run in vectors. */
  public static final LoopFacts LANES = new LoopFacts(true, "", List.of(), 1, true);

  public LoopFacts {
    reductions = List.copyOf(reductions);
  }

  /** Whether the loop was looked at. */
  public boolean isKnown() {
    return cost > 0;
  }
}
