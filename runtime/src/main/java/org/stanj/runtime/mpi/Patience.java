package org.stanj.runtime.mpi;

import java.util.concurrent.locks.LockSupport;

/**
 * How a thread waits for something that it must ask for again and again: at first it asks at once,
 * then it steps aside for others, then it sleeps, each time for a twentieth of the time that it has
 * waited, so that sleep adds little to any wait and a process that has nothing to do costs next to
 * nothing.
 */
final class Patience {
  private static final long BUSY_NANOS = 20_000;
  private static final long AWAKE_NANOS = 1_000_000;
  private static final long LONGEST_NANOS = 2_000_000;

  private long since;

  /** The wait begins. */
  void begin() {
    since = System.nanoTime();
  }

  /** Passes some time. */
  void pause() {
    long waited = System.nanoTime() - since;
    if (waited < BUSY_NANOS) {
      Thread.onSpinWait();
    } else if (waited < AWAKE_NANOS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(Math.min(waited / 20, LONGEST_NANOS));
    }
  }

  /** How long the wait has lasted. */
  long nanos() {
    return System.nanoTime() - since;
  }
}
