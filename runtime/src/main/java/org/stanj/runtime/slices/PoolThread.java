package org.stanj.runtime.slices;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Scratch;

/**
 * A thread that runs chunks of any desk that has some. Where there are none it looks out for more
 * for a while, if there is a core for it, and then sleeps.
 */
final class PoolThread implements Runnable {
  private static final long SPIN_NANOS = 20_000;
  private static final int LOOKS_PER_CLOCK = 8;

  private final SlicePool pool;
  private final int rank;
  private final Worker worker;

  /** Who turns it from true to false wakes the helper. */
  private final AtomicBoolean asleep = new AtomicBoolean(true);

  private volatile @Nullable Thread thread;
  private volatile boolean ended;
  private int next;

  /**
   * @param rank from 0: the lower ones have a core before the higher
   */
  PoolThread(SlicePool pool, Cores cores, int rank) {
    this.pool = pool;
    this.rank = rank;
    worker = new Worker(cores, rank);
  }

  /** Wakes it; false if it does not sleep. */
  boolean wakes() {
    if (!asleep.get() || !asleep.compareAndSet(true, false)) {
      return false;
    }
    if (thread == null) {
      pool.start(this);
    } else {
      LockSupport.unpark(thread);
    }
    return true;
  }

  /** It ends when it has done what it does. */
  void end() {
    ended = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    long idleSince = System.nanoTime();
    int looks = 0;
    while (!ended) {
      if (helped()) {
        idleSince = System.nanoTime();
        looks = 0;
      } else if (!worker.mayWork() || isLong(++looks, idleSince)) {
        sleep();
        idleSince = System.nanoTime();
        looks = 0;
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private static boolean isLong(int looks, long since) {
    return looks % LOOKS_PER_CLOCK == 0 && System.nanoTime() - since > SPIN_NANOS;
  }

  /** An owner that issues a ticket after the last look sees that this helper sleeps. */
  private void sleep() {
    asleep.set(true);
    if (worker.mayWork() && pool.hasWork() && asleep.compareAndSet(true, false)) {
      return;
    }
    while (asleep.get() && !ended) {
      LockSupport.park(this);
    }
  }

  /** Looks at each desk, beginning behind the one it has helped last; whether it could help. */
  private boolean helped() {
    int desks = pool.desks();
    for (int i = 0; i < desks; i++) {
      int d = (next + i) % desks;
      if (helped(d)) {
        next = d + 1;
        return true;
      }
    }
    return false;
  }

  private boolean helped(int d) {
    Desk desk = pool.desk(d);
    long ticket = desk.ticket();
    if (Desk.left(ticket) == 0 || !pool.calls(d, desk.helpers(), rank)) {
      return false;
    }
    PoolScratches scratches = desk.scratches();
    if (scratches == null) {
      return false;
    }
    pool.wake(d, desk.helpers());
    Scratch scratch = scratches.of(rank);
    scratch.reset();
    int claimed = worker.work(desk, Desk.number(ticket), scratch);
    if (claimed > 0) {
      desk.done(claimed);
    }
    return claimed > 0;
  }
}
