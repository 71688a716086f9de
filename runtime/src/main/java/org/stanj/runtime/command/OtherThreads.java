package org.stanj.runtime.command;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the threads of this process beside the one that asks take of the processor. */
final class OtherThreads {
  /** The processor time of a process is known to some hundredths of a second. */
  private static final long SPAN_NANOS = 500_000_000L;

  private static final double SHARE = 0.08;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long begin = System.nanoTime();
  private long used = used();
  private boolean work = true;

  /** Whether they worked for more than a small share of the last half second. */
  boolean work() {
    long now = System.nanoTime();
    if (now - begin >= SPAN_NANOS) {
      long all = used();
      work = all - used > SHARE * (now - begin);
      begin = now;
      used = all;
    }
    return work;
  }

  private long used() {
    return process.getProcessCpuTime() - threads.getCurrentThreadCpuTime();
  }
}
