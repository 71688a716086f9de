package org.stanj.compiler.core;

/**
 * How code that runs several iterations of a loop at once evaluates a primitive, as the prelude
 * declares it.
 *
 * @param family for a block: the start of the names of two classes of {@code stdlib.lanes}, {@code
 *     …Twins} with the function over scalars and {@code …Blocks} with the same over arrays
 */
public record LaneForm(Kind kind, String family) {
  /** The ways. */
  public enum Kind {
    /** One element after another. */
    NONE,
    /** {@code stdlib.lanes.Lanes} has it over vectors, under the name of its method. */
    OPERATION,
    /** A block of elements at once, by methods that have the name of its method. */
    BLOCK,
    /** A formula over others, which the prelude gives. */
    FORMULA
  }

  /** One element after another. */
  public static final LaneForm NONE = new LaneForm(Kind.NONE, "");

  private static final String LANES = "org/stanj/stdlib/lanes/";

  /** Internal name of the class with the function over scalars. */
  public String twins() {
    return LANES + family + "Twins";
  }

  /** Whether a class has functions over blocks. */
  public static boolean isBlocks(String owner) {
    return owner.startsWith(LANES);
  }

  /** Internal name of the class with the function over blocks. */
  public String blocks() {
    return LANES + family + "Blocks";
  }
}
