package org.stanj.compiler.batch;

/**
 * Which loops run a block at a time.
 *
 * @param shortest loops of fewer iterations run as they are written
 * @param everywhere whether calls under a condition count, which a block makes in all iterations,
 *     and loops far inside others, which mostly are short
 */
public record BlockLimits(int shortest, boolean everywhere) {
  /** Iterations from which on vectors make up for calls that scalars would not have made. */
  private static final int LONG = 64;

  /** Where it pays. */
  public static final BlockLimits DEFAULT = new BlockLimits(16, false);

  /** Wherever it is possible. */
  public static final BlockLimits ALL = new BlockLimits(1, true);

  /** Nowhere. */
  public static final BlockLimits NONE = new BlockLimits(Integer.MAX_VALUE, false);

  /** The same of loops with calls under conditions: scalars would make more calls than needed. */
  int shortestWithConditions() {
    return everywhere ? shortest : Math.max(shortest, LONG);
  }
}
