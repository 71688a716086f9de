package org.stanj.stdlib.abi;

import org.jspecify.annotations.Nullable;

/**
 * Runs the chunks of {@link SliceWork}, on this thread, on a pool or on other processes. The
 * results do not depend on which: what a chunk computes depends on the chunk alone, and whoever
 * gave the work puts the rows together in their order.
 */
public interface SliceRunner {
  /** The functions of a bound model that chunks call. */
  interface Kernels {
    /**
     * Value of the partial sum over elements {@code lo} to {@code hi} (from 1, inclusive).
     *
     * @param kernel id of the kernel in the model
     * @param adjoints d value / d active is added here from {@code adjointOffset} (same layout as
     *     active), or null when no gradient is wanted
     * @param scratch the worker's own working memory
     */
    double slice(
        int kernel,
        Frames frames,
        int lo,
        int hi,
        double @Nullable [] adjoints,
        int adjointOffset,
        Scratch scratch);

    /**
     * Runs a method of a callback.
     *
     * @param callback id in the program
     * @param containers the leading arguments, behind them what the method takes, see {@link
     *     BoundCallback.Method}; further ones are left over from other calls
     * @return what the method returns; 0 if nothing
     */
    double callback(
        int callback,
        BoundCallback.Method method,
        Stretch[] containers,
        Frames frames,
        Scratch scratch);
  }

  /** Runs the chunks one after the other, on the caller's thread. */
  static SliceRunner serial() {
    return SerialSlices.INSTANCE;
  }

  /**
   * Runs all chunks of the work. What they print reaches the sink of {@code scratch} in the order
   * of the chunks.
   *
   * @param scratch working memory of the caller, in which its own chunks may run
   * @throws RejectException what the first chunk that throws has thrown, in the order of the chunks
   */
  void run(SliceWork work, Kernels model, Scratch scratch);
}
