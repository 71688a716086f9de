package org.stanj.stdlib.abi;

/**
 * A stream of random bits with a small state that can be saved. Streams with different keys are
 * independent. Not thread-safe: one user at a time.
 */
public interface RandomStream {
  /** 64 uniform bits. */
  long nextLong();

  /** Uniform on the open interval (0, 1): never 0 and never 1. */
  double nextDouble();

  /** Uniform on 0, ..., {@code bound - 1}. */
  int nextInt(int bound);

  /** The state, to be given to {@link #restore}. */
  long[] save();

  /** Continues from a state that {@link #save} returned. */
  void restore(long[] state);
}
