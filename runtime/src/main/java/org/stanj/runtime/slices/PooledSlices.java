package org.stanj.runtime.slices;

import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SerialSlices;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;

/**
 * Runs the slices of one scratch: alone, or with helpers where that is sooner. Sums inside a slice
 * run where the slice does.
 */
final class PooledSlices implements SliceRunner {
  /** About so much work is claimed at once, so that claims cost little. */
  private static final double STRIDE_NANOS = 5_000;

  /** So much work is worth the while of one helper. */
  private static final double HELPER_NANOS = 10_000;

  /** How long an owner stays at work for the last chunks of others. */
  private static final long SPIN_NANOS = 20_000;

  private final SlicePool pool;
  private final Cores cores;
  private final PoolScratches scratches;
  private final Accounts accounts = new Accounts();
  private final Worker worker;
  private int at;

  /** It stays set when something ends a shared work from outside: then nothing is shared again. */
  private boolean sharing;

  /**
   * @param number of the runner: others begin at other desks
   */
  PooledSlices(SlicePool pool, Cores cores, PoolScratches scratches, int number) {
    this.pool = pool;
    this.cores = cores;
    this.scratches = scratches;
    worker = new Worker(cores, -1);
    at = Math.floorMod(number, pool.desks());
  }

  @Override
  public void run(SliceWork work, Kernels model, Scratch scratch) {
    if (!mayShare(work)) {
      SerialSlices.INSTANCE.run(work, model, scratch);
    } else if (pool.rules().always()) {
      share(work, model, scratch, 0);
    } else {
      Account account = accounts.of(work.kind());
      double expected = account.expected(work.size());
      if (account.shares(expected)) {
        shareTimed(work, model, scratch, account);
      } else if (account.wantsTime()) {
        runTimed(work, model, scratch, account);
      } else {
        SerialSlices.INSTANCE.run(work, model, scratch);
      }
    }
  }

  private boolean mayShare(SliceWork work) {
    return cores.free() > 0
        && !sharing
        && work.chunks() > 1
        && (pool.rules().automatic() || !work.automatic());
  }

  private void runTimed(SliceWork work, Kernels model, Scratch scratch, Account account) {
    long begin = System.nanoTime();
    SerialSlices.INSTANCE.run(work, model, scratch);
    account.alone(work.size(), System.nanoTime() - begin);
  }

  private void shareTimed(SliceWork work, Kernels model, Scratch scratch, Account account) {
    double expected = account.expected(work.size());
    long begin = System.nanoTime();
    share(work, model, scratch, expected);
    account.shared(expected, System.nanoTime() - begin);
  }

  /**
   * Runs the work at a desk.
   *
   * @param expected nanoseconds that it takes alone; 0 if unknown
   */
  private void share(SliceWork work, Kernels model, Scratch scratch, double expected) {
    int d = takeDesk();
    if (d < 0) {
      SerialSlices.INSTANCE.run(work, model, scratch);
      return;
    }
    int chunks = work.chunks();
    boolean known = expected > 0;
    int stride = known ? (int) Math.min(chunks, 1 + STRIDE_NANOS * chunks / expected) : 1;
    int worth = known ? (int) Math.min(chunks, 1 + expected / HELPER_NANOS) : chunks;
    Desk desk = pool.desk(d);
    sharing = true;
    int number = desk.issue(work, model, scratches, stride, Math.min(worth, chunks - 1));
    pool.wake(d, desk.helpers());
    desk.done(worker.work(desk, number, scratch));
    desk.await(SPIN_NANOS);
    sharing = false;
    try {
      desk.settle(scratch);
    } finally {
      desk.leave();
    }
  }

  /** A desk that nobody has, now taken; negative if there is none. */
  private int takeDesk() {
    int desks = pool.desks();
    for (int i = 0; i < desks; i++) {
      int d = (at + i) % desks;
      if (pool.desk(d).takes()) {
        at = d;
        return d;
      }
    }
    return -1;
  }
}
