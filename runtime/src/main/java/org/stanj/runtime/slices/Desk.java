package org.stanj.runtime.slices;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;

/**
 * Where an owner lays out a work and helpers find it. One ticket holds the number of the work and
 * how many of its chunks are left, so that one atomic operation claims chunks of this work and of
 * no other. Chunks are claimed in their order: those before a chunk that throws have all been
 * claimed by then, and will tell whether one of them throws, too.
 *
 * <p>The owner writes the fields before it issues the ticket, and then leaves them alone until all
 * chunks are done. So whoever sees a ticket with chunks left, reads the fields and then claims a
 * chunk of the same number has read the fields of that work.
 */
final class Desk {
  /** A line of a cache and its neighbour, which processors fetch along. */
  private static final int APART = 16;

  private static final int TAKEN = APART;
  private static final int TICKET = 2 * APART;
  private static final int DONE = 3 * APART;
  private static final int SPINS_PER_CLOCK = 8;

  private final AtomicLongArray cells = new AtomicLongArray(4 * APART);
  private final Outcome outcome = new Outcome();
  private volatile @Nullable Thread waiting;

  private @Nullable SliceWork work;
  private SliceRunner.@Nullable Kernels model;
  private @Nullable PoolScratches scratches;
  private int chunks;
  private int stride;
  private int helpers;

  /** Takes the desk for an owner, until {@link #leave}; false if it has one. */
  boolean takes() {
    return cells.getPlain(TAKEN) == 0 && cells.compareAndSet(TAKEN, 0, 1);
  }

  /** Its owner needs it no longer. */
  void leave() {
    cells.setRelease(TAKEN, 0);
  }

  /**
   * The owner lays out a work.
   *
   * @param stride most chunks to claim at once
   * @param helpers how many are worth their while
   * @return the number of the work
   */
  int issue(
      SliceWork work, SliceRunner.Kernels model, PoolScratches scratches, int stride, int helpers) {
    this.work = work;
    this.model = model;
    this.scratches = scratches;
    this.stride = stride;
    this.helpers = helpers;
    chunks = work.chunks();
    int number = number(cells.getPlain(TICKET)) + 1;
    cells.setPlain(DONE, 0);
    cells.set(TICKET, (long) number << 32 | chunks);
    return number;
  }

  /** The present ticket: see {@link #number} and {@link #left}. */
  long ticket() {
    return cells.get(TICKET);
  }

  /** The number of the work. */
  static int number(long ticket) {
    return (int) (ticket >>> 32);
  }

  /** How many chunks nobody has claimed yet. */
  static int left(long ticket) {
    return (int) ticket;
  }

  /** Where helpers find a scratch for the work; null if the work has ended. */
  @Nullable PoolScratches scratches() {
    return scratches;
  }

  /** How many helpers are worth their while. */
  int helpers() {
    return helpers;
  }

  /**
   * Claims the next chunks of a work: many while many are left.
   *
   * @return the first of them in the upper half, their count in the lower; 0 if none is left
   */
  long claim(int number) {
    while (true) {
      long ticket = cells.get(TICKET);
      int left = left(ticket);
      if (left == 0 || number(ticket) != number) {
        return 0;
      }
      int count = Math.max(1, Math.min(stride, left / (2 * helpers + 2)));
      if (cells.compareAndSet(TICKET, ticket, ticket - count)) {
        return (long) (chunks - left) << 32 | count;
      }
    }
  }

  /** Runs a chunk that has been claimed; false if it throws, or need not be run since others do. */
  boolean runs(int chunk, Scratch scratch) {
    SliceWork given = work;
    SliceRunner.Kernels kernels = model;
    if (given == null || kernels == null || chunk > outcome.failed()) {
      return false;
    }
    try {
      given.chunk(chunk, kernels, scratch);
      return true;
    } catch (Throwable e) {
      outcome.fail(chunk, e);
      return false;
    }
  }

  /** A chunk prints. */
  void print(int chunk, String text) {
    outcome.print(chunk, text);
  }

  /** Claims all chunks that are left, since they are not needed any more; returns their number. */
  int drop(int number) {
    while (true) {
      long ticket = cells.get(TICKET);
      int left = left(ticket);
      if (left == 0 || number(ticket) != number) {
        return 0;
      }
      if (cells.compareAndSet(TICKET, ticket, ticket - left)) {
        return left;
      }
    }
  }

  /** Some claimed chunks have come to their end. */
  void done(int count) {
    int all = chunks;
    if (cells.addAndGet(DONE, count) == all) {
      LockSupport.unpark(waiting);
    }
  }

  /** The owner waits until all chunks are done: at work for a while, then asleep. */
  void await(long spinNanos) {
    long begin = 0;
    for (int spins = 0; !isDone(); spins++) {
      if (spins % SPINS_PER_CLOCK != 0) {
        Thread.onSpinWait();
        continue;
      }
      long now = System.nanoTime();
      begin = spins == 0 ? now : begin;
      if (now - begin > spinNanos) {
        sleep();
        return;
      }
    }
  }

  private void sleep() {
    waiting = Thread.currentThread();
    while (!isDone()) {
      LockSupport.park(this);
    }
    waiting = null;
  }

  private boolean isDone() {
    return cells.get(DONE) == chunks;
  }

  /** Ends a work all chunks of which are done: tells and throws what they had to say. */
  void settle(Scratch scratch) {
    work = null;
    model = null;
    scratches = null;
    if (outcome.isEventful()) {
      outcome.settle(scratch.sink);
    }
  }
}
