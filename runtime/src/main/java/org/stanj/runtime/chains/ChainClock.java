package org.stanj.runtime.chains;

/** The time that a chain spends in its phases, also before it was interrupted. */
final class ChainClock {
  private long warmup;
  private long sampling;
  private Phase phase = Phase.WARMUP;
  private long since = System.nanoTime();
  private boolean paused;

  /** A clock that goes on from earlier times. */
  ChainClock(long warmupNanos, long samplingNanos) {
    warmup = warmupNanos;
    sampling = samplingNanos;
  }

  /** From now on time counts for the phase. */
  void enter(Phase next) {
    update();
    phase = next;
  }

  /** Time does not count until {@link #goOn}. */
  void pause() {
    update();
    paused = true;
  }

  /** Time counts again, if it did not. */
  void goOn() {
    if (paused) {
      paused = false;
      since = System.nanoTime();
    }
  }

  private void update() {
    if (paused) {
      return;
    }
    long now = System.nanoTime();
    if (phase == Phase.WARMUP) {
      warmup += now - since;
    } else {
      sampling += now - since;
    }
    since = now;
  }

  long warmupNanos() {
    update();
    return warmup;
  }

  long samplingNanos() {
    update();
    return sampling;
  }

  ElapsedTime time() {
    return new ElapsedTime(warmupNanos() * 1e-9, samplingNanos() * 1e-9);
  }
}
