package org.stanj.runtime.mpi;

/**
 * Whether it pays to hand the work of one place in the program to the other ranks, found out by the
 * clock: the work goes to them, and from the time of our own share follows how long all of it would
 * have taken here. Where that is less, it stays here for a while, each time longer, before it is
 * tried again. What is decided never changes a result.
 */
final class Trial {
  /** No message travels faster to and fro than such work is done. */
  private static final long TOO_SHORT_NANOS = 20_000;

  /** Works in a trial. */
  private static final int WINDOW = 16;

  private static final int SHORTEST_REST = 64;
  private static final int LONGEST_REST = 16_384;

  private boolean sends = true;
  private int rest = SHORTEST_REST;
  private int left;
  private int seen = -1;
  private long together;
  private long alone;

  /** Whether the next work is to go to the ranks. */
  boolean sends() {
    return sends;
  }

  /** All of the work was done here. */
  void stayed(long nanos) {
    left--;
    if (left > 0) {
      return;
    }
    if (nanos < TOO_SHORT_NANOS) {
      left = SHORTEST_REST;
    } else {
      sends = true;
      seen = -1;
    }
  }

  /**
   * The work was shared out.
   *
   * @param own time of our share
   * @param share how many times as long all of it would have taken
   * @param all time until all was done
   */
  void shared(long own, double share, long all) {
    seen++;
    if (seen == 0) {
      // the ranks may have slept
      together = 0;
      alone = 0;
      return;
    }
    together += all;
    alone += (long) (own * share);
    if (seen == WINDOW) {
      judge();
    }
  }

  private void judge() {
    if (together < alone && alone > WINDOW * TOO_SHORT_NANOS) {
      rest = SHORTEST_REST;
      seen = 0;
      together = 0;
      alone = 0;
    } else {
      sends = false;
      left = rest;
      rest = Math.min(2 * rest, LONGEST_REST);
    }
  }
}
