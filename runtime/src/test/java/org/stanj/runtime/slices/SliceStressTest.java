package org.stanj.runtime.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stanj.runtime.slices.Pools.Owner;
import org.stanj.stdlib.abi.RejectException;

/**
 * Random combinations of threads, chains, chunks, rejections, errors, prints and inner works: what
 * comes out is what one thread makes of it.
 */
final class SliceStressTest {
  private static final int COMBINATIONS = 200;
  private static final int WORKS = 60;
  private static final long SEED = 20260701;

  /** Guards against a hang only: all takes a few seconds. */
  @Timeout(300)
  @Test
  void sharedWorkIsAsAlone() throws InterruptedException {
    Random random = new Random(SEED);
    for (int i = 0; i < COMBINATIONS; i++) {
      combination(random.nextLong(), "combination " + i);
    }
  }

  private static void combination(long seed, String name) throws InterruptedException {
    Random random = new Random(seed);
    int threads = 1 + random.nextInt(8);
    int chains = 1 + random.nextInt(5);
    Cores cores = new Cores(threads);
    boolean counted = random.nextBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> running = new ArrayList<>();
    try (SlicePool pool = Pools.always(cores)) {
      for (int c = 0; c < chains; c++) {
        Random own = new Random(seed + c);
        running.add(new Thread(() -> guarded(() -> chain(pool, own, name), failure)));
      }
      if (counted) {
        running.replaceAll(thread -> counted(thread, cores));
      }
      running.forEach(Thread::start);
      for (Thread thread : running) {
        thread.join();
      }
    }
    assertNull(failure.get(), () -> name + ": " + failure.get());
  }

  /** A chain that has its core, as long as it lasts. */
  private static Thread counted(Thread chain, Cores cores) {
    return new Thread(
        () -> {
          cores.enter();
          chain.run();
          cores.leave();
        });
  }

  private static void guarded(Runnable chain, AtomicReference<Throwable> failure) {
    try {
      chain.run();
    } catch (RuntimeException | Error e) {
      failure.set(e);
    }
  }

  /** Chains end at different times. */
  private static void chain(SlicePool pool, Random random, String name) {
    Owner owner = Owner.of(pool);
    int works = 1 + random.nextInt(WORKS);
    for (int w = 0; w < works; w++) {
      int chunks = 1 + random.nextInt(random.nextInt(10) == 0 ? 1000 : 70);
      CountedWork.Chunk body = body(random.nextLong(), chunks);
      Owner alone = Owner.alone();
      owner.printed().clear();
      CountedWork expected = new CountedWork(chunks, body);
      CountedWork shared = new CountedWork(chunks, body);
      String failure = alone.failure(expected);
      assertEquals(failure, owner.failure(shared), name);
      assertEquals(alone.printed(), owner.printed(), name);
      assertTrue(failure.isEmpty() ? shared.isComplete() : agree(expected, shared), name);
    }
  }

  /** What ran alone ran once, and nothing ran twice. */
  private static boolean agree(CountedWork alone, CountedWork shared) {
    return IntStream.range(0, alone.chunks())
        .allMatch(
            c -> shared.runs.get(c) == 1 || shared.runs.get(c) == 0 && alone.runs.get(c) == 0);
  }

  private static CountedWork.Chunk body(long seed, int chunks) {
    Random random = new Random(seed);
    int spins = 1 << random.nextInt(10);
    int rejects = random.nextInt(3) == 0 ? random.nextInt(chunks) : -1;
    int every = 1 + random.nextInt(7);
    int fails = random.nextInt(12) == 0 ? random.nextInt(chunks) : -1;
    int prints = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0;
    int inner = random.nextInt(5) == 0 ? 1 + random.nextInt(6) : 0;
    return (c, model, scratch) -> {
      for (int s = 0; s < spins; s++) {
        Thread.onSpinWait();
      }
      if (prints > 0 && c % prints == 0) {
        scratch.sink.line("chunk " + c);
      }
      if (inner > 0) {
        CountedWork nested = new CountedWork(inner, (d, m, s) -> s.sink.line(c + " " + d));
        scratch.slices.run(nested, model, scratch);
        assertTrue(nested.isComplete());
      }
      if (c == fails) {
        throw new StackOverflowError("chunk " + c);
      }
      if (rejects >= 0 && c >= rejects && c % every == rejects % every) {
        throw RejectException.domain("chunk " + c);
      }
    };
  }
}
