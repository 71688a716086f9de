package org.stanj.runtime.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stanj.runtime.slices.Pools.Owner;
import org.stanj.stdlib.abi.SliceWork;

/** Sharing a work allocates nothing, neither on the owner's thread nor on those of helpers. */
@Timeout(60)
final class SliceAllocationTest {
  private static final int WINDOWS = 5;
  private static final int WORKS = 2_000;
  private static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void sharedWorkAllocatesNothing() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (SlicePool pool = Pools.always(new Cores(3))) {
      Owner owner = Owner.of(pool);
      owner.run(new CountedWork(200, (c, model, scratch) -> spin(500)));
      SliceWork work =
          new CountedWork(64, (c, model, scratch) -> threads.add(Thread.currentThread()));
      repeat(owner, work);
      assertTrue(threads.size() > 1);
      long[] ids = threads.stream().mapToLong(Thread::getId).toArray();
      long least = Long.MAX_VALUE;
      for (int w = 0; w < WINDOWS; w++) {
        long before = allocated(ids);
        repeat(owner, work);
        least = Math.min(least, allocated(ids) - before);
      }
      assertEquals(0, least);
    }
  }

  private static void spin(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }

  private static void repeat(Owner owner, SliceWork work) {
    for (int i = 0; i < WORKS; i++) {
      owner.run(work);
    }
  }

  private static long allocated(long[] ids) {
    long sum = 0;
    for (long id : ids) {
      sum += BEAN.getThreadAllocatedBytes(id);
    }
    return sum;
  }
}
