package org.stanj.stdlib.random;

import org.stanj.stdlib.abi.RandomStream;

/** A small stream for tests: Steele, Lea and Flood's SplitMix64. */
final class SplitMixStream implements RandomStream {
  private long state;

  SplitMixStream(long seed) {
    state = seed;
  }

  @Override
  public long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public double nextDouble() {
    return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
  }

  @Override
  public int nextInt(int bound) {
    return (int) (nextDouble() * bound);
  }

  @Override
  public long[] save() {
    return new long[] {state};
  }

  @Override
  public void restore(long[] saved) {
    state = saved[0];
  }
}
