package org.stanj.stdlib.abi;

import org.jspecify.annotations.Nullable;

/** Runs the chunks of a parallel sum one after the other. */
final class SerialSlices implements SliceRunner {
  static final SerialSlices INSTANCE = new SerialSlices();

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
    int length = frames.activeLength();
    int chunk = Chunks.size(n, grainsize, length);
    double sum = 0;
    for (long lo = 1; lo <= n; lo += chunk) {
      int hi = (int) Math.min(n, lo + chunk - 1);
      if (adjoints == null) {
        sum += model.slice(kernel, frames, (int) lo, hi, null, 0, scratch);
        continue;
      }
      long mark = scratch.markReals();
      int offset = scratch.allocateReals(length, 0);
      double[] own = scratch.reals;
      sum += model.slice(kernel, frames, (int) lo, hi, own, offset, scratch);
      for (int i = 0; i < length; i++) {
        adjoints[adjointOffset + i] += own[offset + i];
      }
      scratch.releaseReals(mark);
    }
    return sum;
  }
}
