package org.stanj.stdlib.abi;

/**
 * Runs the slices of a parallel sum: the only caller of slice kernels. Arguments travel in flat
 * {@link Frames}, so that a slice can run on this thread, on a pool, or on another rank.
 */
public interface SliceRunner {
  /** The kernels of a bound model. */
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
        double @org.jspecify.annotations.Nullable [] adjoints,
        int adjointOffset,
        Scratch scratch);
  }

  /** Sum over all {@code n} elements, over a fixed chunk tree that depends on sizes only. */
  double sum(
      Kernels model,
      int kernel,
      Frames frames,
      int n,
      int grainsize,
      double @org.jspecify.annotations.Nullable [] adjoints,
      int adjointOffset,
      Scratch scratch);
}
