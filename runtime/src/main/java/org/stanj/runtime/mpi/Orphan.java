package org.stanj.runtime.mpi;

import java.util.concurrent.TimeUnit;
import org.stanj.runtime.arguments.CommandFailure;

/** Finds out that the launcher is gone, which ends its processes otherwise. */
final class Orphan {
  private static final long EACH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long parent = parent();
  private long next = EACH_NANOS;

  private static long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  /**
   * Looks from time to time.
   *
   * @param waited nanoseconds since something was heard of rank 0
   */
  void refuse(int rank, long waited) {
    if (waited < EACH_NANOS) {
      next = EACH_NANOS;
    } else if (waited >= next) {
      next = waited + EACH_NANOS;
      if (parent() != parent) {
        throw new CommandFailure("Error: MPI, rank " + rank + ": the launcher is gone");
      }
    }
  }
}
