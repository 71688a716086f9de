package org.stanj.compiler.emit;

import java.util.SplittableRandom;
import org.stanj.stdlib.abi.RandomStream;

/** A random stream for tests. */
final class TestStream implements RandomStream {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private long state;

  TestStream(long seed) {
    state = seed;
  }

  private SplittableRandom next() {
    state += STEP;
    return new SplittableRandom(state);
  }

  @Override
  public long nextLong() {
    return next().nextLong();
  }

  @Override
  public double nextDouble() {
    return 1 - next().nextDouble();
  }

  @Override
  public int nextInt(int bound) {
    return next().nextInt(bound);
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
