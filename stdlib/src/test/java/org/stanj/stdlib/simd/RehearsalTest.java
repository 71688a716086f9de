package org.stanj.stdlib.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A piece is rehearsed until vectors are faster, or for so long. */
final class RehearsalTest {
  private static final long MILLISECOND = 1_000_000;

  /** Its vectors take long until they have run some times, as if HotSpot then compiled them. */
  private static final class Fake implements Rehearsal.Piece {
    private final int compiledAfter;
    private final CountDownLatch ready = new CountDownLatch(1);
    private int runs;
    private volatile int turns;
    private boolean last;
    private volatile Thread thread;

    Fake(int compiledAfter) {
      this.compiledAfter = compiledAfter;
    }

    @Override
    public void run(boolean vectors) {
      thread = Thread.currentThread();
      if (vectors != last) {
        last = vectors;
        turns = turns + 1;
      }
      if (vectors && ++runs <= compiledAfter) {
        LockSupport.parkNanos(4 * MILLISECOND);
      } else if (!vectors) {
        LockSupport.parkNanos(MILLISECOND);
      }
    }

    @Override
    public void ready() {
      ready.countDown();
    }

    void await() throws InterruptedException {
      assertTrue(ready.await(1, TimeUnit.MINUTES));
    }
  }

  @Test
  void vectorsAreReadyOnceTheyAreFaster() throws InterruptedException {
    assumeTrue(VectorModule.available());
    Fake piece = new Fake(6);
    new Rehearsal(Long.MAX_VALUE).begin(piece);
    piece.await();
    assertTrue(piece.runs > 6);
    assertTrue(piece.thread.isDaemon());
  }

  @Test
  void whatStaysSlowIsGivenUp() throws InterruptedException {
    assumeTrue(VectorModule.available());
    Rehearsal rehearsal = new Rehearsal(1);
    Fake slow = new Fake(Integer.MAX_VALUE);
    rehearsal.begin(slow);
    while (slow.turns < 2) {
      Thread.sleep(1);
    }
    Fake next = new Fake(0);
    new Rehearsal(Long.MAX_VALUE).begin(next);
    next.await();
    assertEquals(1, slow.ready.getCount());
    assertEquals(2, slow.turns, "vectors and scalars, once each");
  }
}
