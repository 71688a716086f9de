package org.stanj.stdlib.abi;

/**
 * Runs the slices of a parallel sum: the only caller of slice kernels. The frames are flat, so
 * that a slice can run on this thread, on a pool, or on another rank.
 */
public interface SliceRunner {
  /** One kernel of a bound model: the partial sum over {@code lo..hi} and its adjoints. */
  interface Kernels {
    /**
     * Value of the partial sum over elements {@code lo} to {@code hi} (from 0, inclusive).
     *
     * @param kernel id of the kernel in the model
     * @param active values of the differentiated shared arguments, flat
     * @param passive values of the other real arguments, flat
     * @param ints integer arguments and sizes, flat
     * @param adjointsOut d value / d active is added here (same layout as {@code active}); empty
     *     when no gradient is wanted
     * @param scratch the worker's own working memory
     */
    double slice(
        int kernel,
        double[] active,
        double[] passive,
        int[] ints,
        int lo,
        int hi,
        double[] adjointsOut,
        Scratch scratch);
  }

  /** Sum over all {@code n} elements, over a fixed chunk tree that depends on sizes only. */
  double sum(
      Kernels model,
      int kernel,
      double[] active,
      double[] passive,
      int[] ints,
      int n,
      int grainsize,
      double[] adjointsOut,
      Scratch scratch);
}
