package org.stanj.runtime.slices;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many threads may compute at once, and how many do so on their own account: those that run
 * chains or paths. What they leave is for helpers, so that the core of a chain that has ended helps
 * the others.
 */
public final class Cores {
  private final int total;
  private final AtomicInteger working = new AtomicInteger();

  /**
   * @param total threads that may compute at once, at least 1
   */
  public Cores(int total) {
    if (total < 1) {
      throw new IllegalArgumentException("threads: " + total + ", must be at least 1");
    }
    this.total = total;
  }

  public int total() {
    return total;
  }

  /** A thread begins to work on its own account, until {@link #leave}. */
  public void enter() {
    working.incrementAndGet();
  }

  public void leave() {
    working.decrementAndGet();
  }

  /**
   * Helpers that may work now; while nobody has entered, the caller's thread is the one at work.
   */
  int free() {
    return total - Math.max(1, working.get());
  }
}
