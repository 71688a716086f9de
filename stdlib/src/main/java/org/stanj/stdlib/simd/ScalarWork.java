package org.stanj.stdlib.simd;

/**
 * The time that scalars have taken for what vectors could do, of one piece of code and in the whole
 * process.
 *
 * <p>Vectors have a price: a second of one core for the first ones, and some tenths more for each
 * piece, in which HotSpot compiles them, and in which they are slower than anything. A run may be
 * over before. So they are tried once scalars have taken about as long as that: no run takes much
 * more than twice the time of the better choice, whichever that is.
 */
public final class ScalarWork {
  private static final double FIRST = 1e9;

  /** Nanoseconds; threads may lose some, which is harmless. */
  private static double all;

  private final double price;
  private double own;

  /**
   * @param price nanoseconds until vectors of this piece are compiled, about
   */
  public ScalarWork(double price) {
    this.price = price;
  }

  /**
   * Whether vectors are worth their price by now.
   *
   * @param nanos what scalars take for the work at hand, about
   */
  public boolean add(double nanos) {
    all += nanos;
    own += nanos;
    return own > price && all > FIRST;
  }
}
