package org.stanj.stdlib.abi;

/**
 * A stretch of an array of reals, which it does not own; reused, so that calls allocate nothing.
 */
public final class Stretch {
  private static final double[] NOTHING = {};

  private double[] array = NOTHING;
  private int offset;
  private int length;

  Stretch() {}

  /** The whole array. */
  void set(double[] whole) {
    set(whole, 0, whole.length);
  }

  void set(double[] of, int from, int count) {
    // Solvers pass the same arrays over and over: a store of a reference costs more than the test.
    if (array != of) {
      array = of;
    }
    offset = from;
    length = count;
  }

  /** The array, elements of others included. */
  public double[] array() {
    return array;
  }

  /** Where the first element stands. */
  public int offset() {
    return offset;
  }

  /** Number of elements. */
  public int length() {
    return length;
  }

  void write(Parcel parcel) {
    parcel.put(length);
    parcel.put(array, offset, length);
  }

  /** Becomes the stretch that was written; its array must be its own. */
  void read(Parcel parcel) {
    int count = parcel.takeInt();
    set(count <= array.length ? array : new double[count], 0, count);
    parcel.take(array, 0, count);
  }
}
