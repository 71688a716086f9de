package org.stanj.runtime.model;

/**
 * Named values from a data or init file. Reads check type and shape and fill arrays in storage
 * order (arrays element by element, matrices column-major).
 */
public interface DataContext {
  /** What a read is for; its text stands in CmdStan's messages. */
  record Request(String stage, String name, String where) {}

  /** A context without variables. */
  DataContext EMPTY = new EmptyDataContext();

  /** Whether the context has the variable. */
  boolean contains(String name);

  /**
   * Fills reals.
   *
   * @param into receives the values from {@code offset} on
   * @param dims declared sizes
   * @param matrix whether the last two dimensions are those of a matrix (stored column-major)
   * @throws DataException if absent, of another type or shape (zero-size may be absent)
   */
  void readReals(Request request, double[] into, int offset, int[] dims, boolean matrix);

  /** Fills ints; see {@link #readReals}. */
  void readInts(Request request, int[] into, int offset, int[] dims);
}
