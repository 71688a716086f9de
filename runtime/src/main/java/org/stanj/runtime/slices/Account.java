package org.stanj.runtime.slices;

/**
 * What works of one kind take alone, and what sharing them has gained and lost. Work is shared
 * while it gains. When it has lost, it is not tried again before a hundred times the loss has been
 * worked alone, so that losses stay below one per cent whatever their reason. Each time it is
 * tried, the first works may lose: they wake helpers, which takes longer than small works do, and
 * code may still be compiled on the cores that helpers want. Only what some tens of works have
 * gained or lost together says whether sharing pays.
 *
 * <p>Clocks decide here, and only on who does the work: no result depends on it.
 */
final class Account {
  /** Work that is done in less time is never shared. */
  private static final double LEAST_NANOS = 10_000;

  /** After a trial losses may come to that much, and to the time of one work, before they count. */
  private static final double LEEWAY_NANOS = 10_000;

  /**
   * What is kept of a gain or loss from work to work: so gains forgive losses now and then, when
   * the system gives a core to others, but what was true long ago need not be now.
   */
  private static final double KEPT = 1 - 1.0 / 1024;

  private static final double PATIENCE = 100;

  /** Works in a trial; the first one is longer, since the code that shares is not compiled yet. */
  private static final int TRIAL = 32;

  private static final int FIRST_TRIAL = 512;

  /** What ends a trial early: so much is lost, and the time of so many works. */
  private static final double TRIAL_NANOS = 1_000_000;

  private static final double FIRST_TRIAL_NANOS = 5_000_000;

  private static final int TRIAL_WORKS = 8;

  /** Runs alone that are timed each, since the code may still be cold. */
  private static final int FIRST_TIMED = 8;

  /** Of runs alone one in so many is timed. */
  private static final int TIMED = 16;

  private static final int FIRST_SHARED = 8;

  /** Of shared runs one in so many is run alone instead, to see what that takes now. */
  private static final int MOST_SHARED = 256;

  private double unitNanos;
  private double gain;
  private double pause;
  private int timed;
  private int untimed;
  private int shared;
  private int mostShared = FIRST_SHARED;
  private int trial = FIRST_TRIAL;
  private double trialNanos = FIRST_TRIAL_NANOS;

  /** Nanoseconds that work of a size takes alone; 0 if that is not known yet. */
  double expected(int size) {
    return unitNanos * size;
  }

  /** Whether to share work that takes so long alone. */
  boolean shares(double expected) {
    if (expected < LEAST_NANOS) {
      return false;
    }
    if (pause > 0) {
      pause -= expected;
      return false;
    }
    if (shared++ < mostShared) {
      return true;
    }
    shared = 0;
    mostShared = Math.min(2 * mostShared, MOST_SHARED);
    untimed = TIMED;
    return false;
  }

  /** Whether to time work that is not shared. */
  boolean wantsTime() {
    return timed < FIRST_TIMED || ++untimed >= TIMED;
  }

  /** Work was done alone. */
  void alone(int size, long nanos) {
    double unit = (double) nanos / size;
    if (timed == 0) {
      unitNanos = unit;
    } else if (unit < unitNanos) {
      unitNanos += 0.5 * (unit - unitNanos);
    } else {
      unitNanos += 0.125 * (Math.min(unit, 2 * unitNanos) - unitNanos);
    }
    timed = Math.min(timed + 1, FIRST_TIMED);
    untimed = 0;
  }

  /** Work was shared that takes {@code expected} alone. */
  void shared(double expected, long nanos) {
    gain = KEPT * gain + expected - nanos;
    if (gain < -leeway(expected)) {
      pause = -PATIENCE * gain;
      gain = 0;
      trial = TRIAL;
      trialNanos = TRIAL_NANOS;
    } else if (trial > 0) {
      trial--;
    }
  }

  private double leeway(double expected) {
    return trial > 0 ? trialNanos + TRIAL_WORKS * expected : LEEWAY_NANOS + expected;
  }
}
