package org.stanj.stdlib.lanes;

/**
 * Arrays of a thread for what the passes of one function over a block hand to each other. Functions
 * that use it call no others that do.
 */
final class Workspace {
  /** Elements that a function with a workspace does at once; it leaves the rest to its twin. */
  static final int LENGTH = 256;

  /** From one array to the next: a little more, so that they do not meet in the cache. */
  static final int STRIDE = LENGTH + 8;

  private static final int ARRAYS = 4;
  private static final ThreadLocal<double[]> OF_THREAD =
      ThreadLocal.withInitial(() -> new double[ARRAYS * STRIDE]);

  private Workspace() {}

  /** All arrays, one behind the other. */
  static double[] get() {
    return OF_THREAD.get();
  }
}
