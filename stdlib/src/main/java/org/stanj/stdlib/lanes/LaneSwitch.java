package org.stanj.stdlib.lanes;

import org.stanj.stdlib.simd.VectorModule;

/**
 * Whether a function over blocks runs in vectors: it does once that was seen to be faster.
 *
 * <p>Code over vectors is slow until HotSpot has compiled it, some hundred times slower than
 * scalars, and stays slow where HotSpot gives up. So a function starts over scalars; after enough
 * work a call in sixteen tries the vectors or takes the time of the scalars, and the faster of the
 * two stays. Neither changes a bit of the results, so that threads may share a switch without
 * agreeing on what it says.
 */
final class LaneSwitch {
  /** Over scalars. */
  static final int SCALARS = 0;

  /** Over vectors. */
  static final int VECTORS = 1;

  /** Over vectors, and {@link #end} is told how long they took. */
  static final int TRIAL = 2;

  /** Over scalars, and {@link #end} is told how long they took. */
  static final int MEASURED = 3;

  /** Elements before vectors are tried: about 10 ms of work. */
  private static final long WORTH = 2_000_000;

  /** One call in so many is a trial, less one. */
  private static final int SELDOM = 15;

  /** One trial in so many takes the time of the scalars, less one. */
  private static final int SCALAR_TRIALS = 3;

  private static final int TRIALS = 40_000;
  private static final int AGREEING = 32;

  /** Shorter blocks tell nothing about the time of an element. */
  private static final int SHORT = 64;

  private boolean on;
  private boolean off;
  private long done;
  private int calls;
  private int trials;
  private int faster;
  private double scalars = Double.MAX_VALUE;

  static boolean isVector(int how) {
    return how == VECTORS || how == TRIAL;
  }

  /** What to do with so many elements. */
  int begin(int elements) {
    if (on) {
      return VECTORS;
    }
    return off ? SCALARS : undecided(elements);
  }

  private int undecided(int elements) {
    done += elements;
    if (done < WORTH || elements < SHORT || (++calls & SELDOM) != 0) {
      return SCALARS;
    }
    if (!VectorModule.available()) {
      off = true;
      return SCALARS;
    }
    return (++trials & SCALAR_TRIALS) == 0 ? MEASURED : TRIAL;
  }

  /**
   * A trial is over.
   *
   * @param how as {@link #begin} said
   * @param nanos that it took
   */
  void end(int how, int elements, long nanos) {
    double each = nanos / (double) elements;
    if (how == MEASURED) {
      // Grows a little, so that one lucky measurement does not count for ever.
      scalars = Math.min(scalars * 1.01, each);
      return;
    }
    faster = each < scalars ? faster + 1 : 0;
    on = faster >= AGREEING;
    off = !on && trials >= TRIALS;
  }
}
