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
 * @param way how its iterations run
 */
public record LoopFacts(
    boolean independent, String reason, List<String> reductions, int cost, Way way) {
  /** Nothing known yet. */
  public static final LoopFacts UNKNOWN = new LoopFacts(false, "", List.of(), 0, Way.PLAIN);

  /** A loop over a block. */
  public static final LoopFacts STAGE = new LoopFacts(true, "", List.of(), 1, Way.STAGE);

  /** A loop over a block that can run in vectors. */
  public static final LoopFacts LANES = new LoopFacts(true, "", List.of(), 1, Way.LANES);

  /** How the iterations of a loop run. */
  public enum Way {
    /** One after the other, where the loop stands. */
    PLAIN,
    /** One after the other, in a method of their own: a block of iterations of some loop. */
    STAGE,
    /** The same; they only make elements of their own, by operations that vectors have. */
    LANES
  }

  public LoopFacts {
    reductions = List.copyOf(reductions);
  }

  /** Whether it can run in vectors. */
  public boolean lanes() {
    return way == Way.LANES;
  }

  /** Whether it is a loop over a block. */
  public boolean isStage() {
    return way != Way.PLAIN;
  }

  /** Whether the loop was looked at. */
  public boolean isKnown() {
    return cost > 0;
  }
}
