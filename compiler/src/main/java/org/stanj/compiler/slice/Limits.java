package org.stanj.compiler.slice;

/**
 * What is cut into slices, in operations of the machine (each about half a nanosecond with its
 * derivative).
 *
 * @param work that a group must be for slices to be made of it; it is compared at run time
 * @param slice that a slice should be at least
 * @param element that one element must be
 * @param groups that are cut in a program: each is compiled twice
 */
public record Limits(double work, double slice, double element, int groups) {
  /** Some tens of microseconds, and a few for a slice. */
  public static final Limits DEFAULT = new Limits(40_000, 8_000, 6, 24);

  /** Nothing is cut. */
  public static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, 1, 0, 0);

  /** All is cut that can be, in slices of one element where there are few: for tests. */
  public static final Limits ALL = new Limits(0, 1, Double.NEGATIVE_INFINITY, Integer.MAX_VALUE);
}
