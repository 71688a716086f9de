package org.stanj.stdlib.abi;

import org.jspecify.annotations.Nullable;

/** Runs the chunks of a parallel sum one after the other, in the order of the chunk tree. */
final class SerialSlices implements SliceRunner {
  static final SerialSlices INSTANCE = new SerialSlices();

  /** Chunks of a sum whose grainsize is 1 (choose): enough for the cores of a large machine. */
  private static final int CHUNKS = 64;

  private SerialSlices() {}

  @Override
  public double sum(
      Kernels model,
      int kernel,
      Frames frames,
      int n,
      int grainsize,
      double @Nullable [] adjoints,
      int adjointOffset,
      Scratch scratch) {
    int chunk = chunk(n, grainsize);
    double sum = 0;
    for (int lo = 1; lo <= n; lo += chunk) {
      int hi = Math.min(n, lo + chunk - 1);
      sum += model.slice(kernel, frames, lo, hi, adjoints, adjointOffset, scratch);
    }
    return sum;
  }

  /** Elements in a chunk: decided by sizes only, never by the number of workers. */
  static int chunk(int n, int grainsize) {
    return grainsize > 1 ? grainsize : Math.max(1, (n + CHUNKS - 1) / CHUNKS);
  }
}
