package org.stanj.compiler.core;

import java.util.List;

/**
 * What is known of a loop, for slices and lanes.
 *
 * @param independent whether its iterations touch nothing in common but the reductions
 * @param reason why they are not independent; empty if they are
 * @param reductions names of the scalars that iterations only add to
 * @param where the Stan place of the statement
 */
public record LoopFacts(boolean independent, String reason, List<String> reductions, String where) {
  /** Nothing known yet. */
  public static final LoopFacts UNKNOWN = new LoopFacts(false, "not analysed", List.of(), "");

  public LoopFacts {
    reductions = List.copyOf(reductions);
  }
}
