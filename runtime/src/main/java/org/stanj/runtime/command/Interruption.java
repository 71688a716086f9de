package org.stanj.runtime.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the process was told to end, by SIGINT, SIGTERM or SIGHUP. A run with files open then has
 * some seconds to bring them to a good end; the exit code is that of the signal.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile boolean filesOpen;

  /** One that a signal requests. */
  static Interruption bySignals() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::shutDown, "interruption"));
    return interruption;
  }

  private void shutDown() {
    requested = true;
    if (!filesOpen) {
      return;
    }
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

  /** From now on there is something to lose. */
  void filesOpen() {
    filesOpen = true;
  }

  /** Files are complete: the process may end. */
  void ended() {
    ended.countDown();
  }
}
