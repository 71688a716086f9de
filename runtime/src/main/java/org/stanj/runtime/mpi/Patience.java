package org.stanj.runtime.mpi;

import java.util.concurrent.locks.LockSupport;

/**
 * How a thread waits for something that it must ask for again and again. Gradients of a run that
 * samples follow each other within a millisecond: so long it asks without a break, since whoever
 * steps aside may come back only when others have used up a slice of the processor, which takes
 * milliseconds where an answer takes microseconds. Then it steps aside, and at last it sleeps, each
 * time for a twentieth of the time that it has waited, so that sleep adds little to any wait and a
 * process that has nothing to do costs next to nothing.
 */
final class Patience {
  private static final long BUSY_NANOS = 1_000_000;
  private static final long AWAKE_NANOS = 5_000_000;
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
