package org.stanj.runtime.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.slices.Pools.Owner;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** What owners see of a pool. */
@Timeout(60)
final class SlicePoolTest {
  private static void nothing() {}

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyChunkRunsOnce(int threads) {
    try (SlicePool pool = Pools.always(new Cores(threads))) {
      Owner owner = Owner.of(pool);
      for (int chunks = 1; chunks < 300; chunks++) {
        CountedWork work = new CountedWork(chunks, (c, model, scratch) -> nothing());
        owner.run(work);
        assertTrue(work.isComplete(), chunks + " chunks");
      }
    }
  }

  /** Chunks that wait for each other come to an end only if so many threads run them. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void asManyThreadsHelpAsThereMayBe(int threads) {
    try (SlicePool pool = Pools.always(new Cores(threads))) {
      Owner owner = Owner.of(pool);
      for (int i = 0; i < 20; i++) {
        CyclicBarrier barrier = new CyclicBarrier(threads);
        CountedWork work = new CountedWork(threads, (c, model, scratch) -> meet(barrier));
        owner.run(work);
        assertTrue(work.isComplete());
        assertEquals(threads, work.threads.size());
        assertTrue(work.threads.contains(Thread.currentThread()));
      }
    }
  }

  @Test
  void eachThreadHasScratchOfItsOwn() {
    Set<Scratch> scratches = ConcurrentHashMap.newKeySet();
    try (SlicePool pool = Pools.always(new Cores(3))) {
      Owner owner = Owner.of(pool);
      for (int i = 0; i < 20; i++) {
        CyclicBarrier barrier = new CyclicBarrier(3);
        owner.run(
            new CountedWork(
                3,
                (c, model, scratch) -> {
                  assertEquals(0, scratch.allocateReals(7), "the scratch is empty");
                  scratch.releaseReals(0);
                  scratches.add(scratch);
                  meet(barrier);
                }));
      }
    }
    assertEquals(3, scratches.size());
  }

  @Test
  void helpersHaveNoCoreWhileChainsHoldAll() {
    Cores cores = new Cores(2);
    try (SlicePool pool = Pools.always(cores)) {
      Owner owner = Owner.of(pool);
      cores.enter();
      cores.enter();
      for (int i = 0; i < 100; i++) {
        CountedWork work = new CountedWork(50, (c, model, scratch) -> Thread.yield());
        owner.run(work);
        assertEquals(Set.of(Thread.currentThread()), work.threads);
      }
      cores.leave();
      CyclicBarrier barrier = new CyclicBarrier(2);
      CountedWork work = new CountedWork(2, (c, model, scratch) -> meet(barrier));
      owner.run(work);
      assertEquals(2, work.threads.size());
      cores.enter();
      CountedWork last = new CountedWork(50, (c, model, scratch) -> Thread.yield());
      owner.run(last);
      assertEquals(Set.of(Thread.currentThread()), last.threads);
    }
  }

  @Test
  void worksThatTheProgramDidNotAskForAreRunAloneOnDemand() {
    SlicePool.Rules rules = new SlicePool.Rules(false, true);
    try (SlicePool pool = new SlicePool(new Cores(4), rules)) {
      Owner owner = Owner.of(pool);
      CountedWork found =
          new CountedWork(100, (c, model, scratch) -> Thread.yield()) {
            @Override
            public boolean automatic() {
              return true;
            }
          };
      owner.run(found);
      assertEquals(Set.of(Thread.currentThread()), found.threads);
      CyclicBarrier barrier = new CyclicBarrier(4);
      CountedWork asked = new CountedWork(4, (c, model, scratch) -> meet(barrier));
      owner.run(asked);
      assertEquals(4, asked.threads.size());
    }
  }

  /** The one that throws first in time is not the first in order. */
  @Test
  void theFirstRejectionInOrderIsThrown() {
    RejectException first = RejectException.domain("chunk 2");
    RejectException second = RejectException.domain("chunk 3");
    try (SlicePool pool = Pools.always(new Cores(2))) {
      Owner owner = Owner.of(pool);
      CyclicBarrier barrier = new CyclicBarrier(2);
      AtomicInteger thrown = new AtomicInteger();
      CountedWork work =
          new CountedWork(
              8,
              (c, model, scratch) -> {
                if (c == 2 || c == 3) {
                  meet(barrier);
                }
                if (c == 3) {
                  thrown.incrementAndGet();
                  throw second;
                }
                if (c == 2) {
                  while (thrown.get() == 0) {
                    Thread.onSpinWait();
                  }
                  throw first;
                }
              });
      assertSame(first, assertThrows(RejectException.class, () -> owner.run(work)));
      for (int c = 0; c < 8; c++) {
        assertEquals(c < 4 ? 1 : 0, work.runs.get(c), "chunk " + c);
      }
      CountedWork next = new CountedWork(8, (c, model, scratch) -> nothing());
      owner.run(next);
      assertTrue(next.isComplete(), "the pool goes on");
    }
  }

  @Test
  void anyErrorReachesTheOwner() {
    try (SlicePool pool = Pools.always(new Cores(3))) {
      Owner owner = Owner.of(pool);
      for (int i = 0; i < 10; i++) {
        CyclicBarrier barrier = new CyclicBarrier(3);
        CountedWork deep =
            new CountedWork(
                3,
                (c, model, scratch) -> {
                  meet(barrier);
                  if (c == 2) {
                    endless(c);
                  }
                });
        assertThrows(StackOverflowError.class, () -> owner.run(deep));
        AssertionError error = new AssertionError("of chunk 1");
        CountedWork failing =
            new CountedWork(
                30,
                (c, model, scratch) -> {
                  if (c == 1) {
                    throw error;
                  }
                });
        assertSame(error, assertThrows(AssertionError.class, () -> owner.run(failing)));
      }
    }
  }

  private static int endless(int n) {
    return n < 0 ? 0 : 1 + endless(n + 1 & 1023);
  }

  @Test
  void linesComeInTheOrderOfTheChunks() {
    CountedWork.Chunk prints =
        (c, model, scratch) -> {
          scratch.sink.line("begin of " + c);
          Thread.yield();
          if (c == 40) {
            throw RejectException.domain("no more");
          }
          scratch.sink.line("end of " + c);
        };
    Owner alone = Owner.alone();
    String failure = alone.failure(new CountedWork(60, prints));
    assertEquals(81, alone.printed().size());
    try (SlicePool pool = Pools.always(new Cores(4))) {
      Owner owner = Owner.of(pool);
      for (int i = 0; i < 50; i++) {
        owner.printed().clear();
        assertEquals(failure, owner.failure(new CountedWork(60, prints)));
        assertEquals(alone.printed(), owner.printed());
      }
    }
  }

  /** A sum inside a slice runs where the slice does, on helpers as well as on the owner. */
  @Test
  void innerWorksStayOnTheirThread() {
    try (SlicePool pool = Pools.always(new Cores(3))) {
      Owner owner = Owner.of(pool);
      List<CountedWork> inner =
          IntStream.range(0, 30)
              .mapToObj(i -> new CountedWork(5, (c, model, scratch) -> scratch.sink.line("" + i)))
              .toList();
      owner.run(
          new CountedWork(
              30, (c, model, scratch) -> scratch.slices.run(inner.get(c), model, scratch)));
      for (CountedWork work : inner) {
        assertTrue(work.isComplete());
        assertEquals(1, work.threads.size());
      }
      List<String> lines = IntStream.range(0, 150).mapToObj(i -> "" + i / 5).toList();
      assertEquals(lines, owner.printed());
    }
  }

  @Test
  void noThreadIsLeftBehind() throws InterruptedException {
    Set<Thread> helpers = ConcurrentHashMap.newKeySet();
    try (SlicePool pool = Pools.always(new Cores(3))) {
      CyclicBarrier barrier = new CyclicBarrier(3);
      CountedWork work = new CountedWork(3, (c, model, scratch) -> meet(barrier));
      Owner.of(pool).run(work);
      helpers.addAll(work.threads);
    }
    helpers.remove(Thread.currentThread());
    assertEquals(2, helpers.size());
    for (Thread helper : helpers) {
      helper.join();
      assertFalse(helper.isAlive());
    }
  }

  @Test
  void aPoolHasAThreadAtLeast() {
    assertThrows(IllegalArgumentException.class, () -> new Cores(0));
  }
}
