package org.stanj.stdlib.simd;

/**
 * The time that scalars have taken for what vectors could do, in the whole process.
 *
 * <p>Vectors have a price: half a second of one core, in which HotSpot compiles them, and in which
 * they are slower than anything. A run may be over before. So they are tried once scalars have
 * taken about as long as that: no run takes much more than twice the time of the better choice,
 * whichever that is.
 */
public final class ScalarWork {
  private static final double PRICE = 500e6;

  /** Nanoseconds; threads may lose some, which is harmless. */
  private static double taken;

  private ScalarWork() {}

  /**
   * Whether vectors are worth their price by now.
   *
   * @param nanos what scalars take for the piece of work at hand, about
   */
  public static boolean add(double nanos) {
    taken += nanos;
    return taken > PRICE;
  }
}
