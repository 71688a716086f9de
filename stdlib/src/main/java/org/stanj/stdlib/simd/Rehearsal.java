package org.stanj.stdlib.simd;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs code over vectors on samples, on a thread of its own, until HotSpot has compiled it.
 *
 * <p>Until then it is some hundred times slower than scalars, for seconds where much waits for the
 * compiler. Chains go on over scalars meanwhile; both forms give the same bits, so it does not
 * matter when a chain changes. The thread works half of the time, and ends when there is nothing to
 * do.
 */
public final class Rehearsal {
  /** What is tried. */
  public interface Piece {
    /** Goes through its samples once, over vectors or over scalars. */
    void run(boolean vectors);

    /** Vectors are compiled, and faster; called once, on the thread of the rehearsal. */
    void ready();
  }

  private static final long BURST_NANOS = 2_000_000;
  private static final long LONGEST_NANOS = 10_000_000_000L;
  private static final int AGREEING = 5;

  private static final Rehearsal SHARED = new Rehearsal(LONGEST_NANOS);

  private final AtomicInteger pieces = new AtomicInteger();
  private final ScheduledThreadPoolExecutor executor;
  private final long longest;

  /**
   * @param longest nanoseconds of work on one piece, after which it is given up
   */
  Rehearsal(long longest) {
    this.longest = longest;
    executor = new ScheduledThreadPoolExecutor(1, Rehearsal::thread);
    executor.setKeepAliveTime(1, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "stanj-rehearsal");
    thread.setDaemon(true);
    return thread;
  }

  /** Tries a piece, where there are vectors. */
  public static void ask(Piece piece) {
    SHARED.begin(piece);
  }

  /** Whether something is being tried. */
  public static boolean goesOn() {
    return SHARED.pieces.get() > 0;
  }

  void begin(Piece piece) {
    pieces.incrementAndGet();
    executor.execute(
        () -> {
          if (VectorModule.available()) {
            new Trial(piece).burst();
          } else {
            pieces.decrementAndGet();
          }
        });
  }

  /** A piece, and what is known of it. */
  private final class Trial {
    private final Piece piece;
    private long spent;
    private int faster;

    /** Measured anew when vectors come near. */
    private long scalars = Long.MAX_VALUE / 2;

    Trial(Piece piece) {
      this.piece = piece;
    }

    void burst() {
      long start = System.nanoTime();
      long vectors = fastest(true);
      if (vectors < 2 * scalars) {
        scalars = fastest(false);
      }
      faster = vectors < scalars ? faster + 1 : 0;
      long took = System.nanoTime() - start;
      spent += took;
      if (faster >= AGREEING) {
        piece.ready();
        pieces.decrementAndGet();
      } else if (spent < longest) {
        executor.schedule(this::burst, took, TimeUnit.NANOSECONDS);
      } else {
        pieces.decrementAndGet();
      }
    }

    /** The shortest time of the samples within a burst, in nanoseconds. */
    private long fastest(boolean vectors) {
      long begin = System.nanoTime();
      long last = begin;
      long fastest = Long.MAX_VALUE;
      while (last - begin < BURST_NANOS) {
        piece.run(vectors);
        long now = System.nanoTime();
        fastest = Math.min(fastest, now - last);
        last = now;
      }
      return fastest;
    }
  }
}
