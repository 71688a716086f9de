package org.stanj.stdlib.lanes;

import org.stanj.stdlib.simd.ScalarWork;
import org.stanj.stdlib.simd.VectorModule;

/**
 * Whether a loop of a program runs in vectors: it does once that was seen to be faster.
 *
 * <p>Code over vectors is slow until HotSpot has compiled it, some hundred times slower than
 * scalars, and stays slow where HotSpot gives up. So a loop starts over scalars; trials of the
 * vectors take a share of the time, and the faster of the two stays. Neither changes a bit of the
 * results, so that threads may share a switch without agreeing on what it says. Functions over
 * blocks have samples to be tried on, and a {@link FunctionSwitch}.
 */
public final class LaneSwitch {
  /** Over scalars. */
  static final int SCALARS = 0;

  /** Over vectors. */
  static final int VECTORS = 1;

  /** Over vectors, and {@link #end} is told how long they took. */
  static final int TRIAL = 2;

  /** Over scalars, and {@link #end} is told how long they took. */
  static final int MEASURED = 3;

  /** Shorter blocks tell nothing about the time of an element. */
  private static final int SHORT = 32;

  /** Elements before the first measurement: HotSpot has compiled the scalars by then. */
  private static final long WARM = 200_000;

  /** One call in so many is measured, less one. */
  private static final int SELDOM = 63;

  private static final double PRICE = 100e6;

  /** Trials may take half as much time as the scalars have taken. */
  private static final double SHARE = 0.5;

  /**
   * Trials of a few elements only: interpreted vectors are the slowest, and HotSpot counts 200
   * calls before it compiles a method for the first time.
   */
  private static final int SMALL = 250;

  private static final int FEW = 8;
  private static final int TRIALS = 40_000;
  private static final int AGREEING = 32;

  /** Who decides. */
  public enum Choice {
    /** What was measured. */
    MEASURED,
    SCALARS,
    VECTORS
  }

  private static volatile Choice forced = Choice.MEASURED;

  private final ScalarWork work = new ScalarWork(PRICE);
  private boolean on;
  private boolean off;
  private long done;
  private long spent;
  private int calls;
  private int trials;
  private int faster;
  private double scalars = Double.MAX_VALUE;

  public static boolean isVector(int how) {
    return how == VECTORS || how == TRIAL;
  }

  /** Decides for all switches that have not decided yet: for tests. */
  public static void force(Choice choice) {
    forced = choice;
  }

  static Choice forced() {
    return forced;
  }

  /** When what was begun started; 0 where nobody asks. */
  public static long clock(int how) {
    return how > VECTORS ? System.nanoTime() : 0;
  }

  /** What to do with so many elements. */
  public int begin(int elements) {
    if (on) {
      return VECTORS;
    }
    return off ? SCALARS : undecided(elements);
  }

  private int undecided(int elements) {
    if (forced != Choice.MEASURED) {
      return forced == Choice.VECTORS && VectorModule.available() ? VECTORS : SCALARS;
    }
    done += elements;
    if (done < WARM || elements < SHORT) {
      return SCALARS;
    }
    boolean measure = (++calls & SELDOM) == 0 || scalars == Double.MAX_VALUE;
    if (measure) {
      return MEASURED;
    }
    if (!work.add(scalars * elements) || spent > SHARE * scalars * done) {
      return SCALARS;
    }
    if (!VectorModule.available()) {
      off = true;
      return SCALARS;
    }
    trials++;
    return TRIAL;
  }

  /** How many of so many elements the vectors are given. */
  public int share(int how, int elements) {
    return how == TRIAL && trials <= SMALL ? Math.min(elements, FEW) : elements;
  }

  /**
   * What was begun is done.
   *
   * @param how as {@link #begin} said
   * @param start as {@link #clock} said
   */
  public void end(int how, int elements, long start) {
    if (how > VECTORS) {
      measured(how, elements, System.nanoTime() - start);
    }
  }

  private void measured(int how, int elements, long nanos) {
    double each = nanos / (double) elements;
    if (how == MEASURED) {
      // Grows a little, so that one lucky measurement does not count for ever.
      scalars = Math.min(scalars * 1.01, each);
      return;
    }
    spent += nanos;
    faster = each < scalars && trials > SMALL ? faster + 1 : 0;
    on = faster >= AGREEING;
    off = !on && trials >= TRIALS;
  }
}
