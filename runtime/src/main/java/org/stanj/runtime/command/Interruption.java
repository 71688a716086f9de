package org.stanj.runtime.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the process was told to end, by SIGINT or SIGTERM. The run then has some seconds to bring
 * its files to a good end; the exit code is that of the signal.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean requested;

  /** One that a signal requests. */
  static Interruption bySignals() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::shutDown, "interruption"));
    return interruption;
  }

  private void shutDown() {
    requested = true;
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the run is to end. */
  boolean requested() {
    return requested;
  }

  /** Files are complete: the process may end. */
  void ended() {
    ended.countDown();
  }
}
