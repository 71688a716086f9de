package org.stanj.stdlib.abi;

/**
 * The arguments of a slice, flat: three stretches of arrays. A {@link Scratch} lends them, so that
 * a parallel sum allocates nothing; whoever hands them on to another thread copies them.
 */
public final class Frames {
  private double[] active = {};
  private int activeOffset;
  private int activeLength;
  private double[] passive = {};
  private int passiveOffset;
  private int passiveLength;
  private int[] ints = {};
  private int intsOffset;
  private int intsLength;

  Frames() {}

  /** Frames of their own. */
  public static Frames of(
      double[] active,
      int activeOffset,
      int activeLength,
      double[] passive,
      int passiveOffset,
      int passiveLength,
      int[] ints,
      int intsOffset,
      int intsLength) {
    Frames frames = new Frames();
    frames.active(active, activeOffset, activeLength);
    frames.passive(passive, passiveOffset, passiveLength);
    frames.ints(ints, intsOffset, intsLength);
    return frames;
  }

  void active(double[] values, int offset, int length) {
    active = values;
    activeOffset = offset;
    activeLength = length;
  }

  void passive(double[] values, int offset, int length) {
    passive = values;
    passiveOffset = offset;
    passiveLength = length;
  }

  void ints(int[] values, int offset, int length) {
    ints = values;
    intsOffset = offset;
    intsLength = length;
  }

  /** Values of the differentiated shared arguments, from {@link #activeOffset}. */
  public double[] active() {
    return active;
  }

  public int activeOffset() {
    return activeOffset;
  }

  public int activeLength() {
    return activeLength;
  }

  /** Values of the other real arguments, from {@link #passiveOffset}. */
  public double[] passive() {
    return passive;
  }

  public int passiveOffset() {
    return passiveOffset;
  }

  public int passiveLength() {
    return passiveLength;
  }

  /** Integer arguments and sizes, from {@link #intsOffset}. */
  public int[] ints() {
    return ints;
  }

  public int intsOffset() {
    return intsOffset;
  }

  public int intsLength() {
    return intsLength;
  }

  void write(Parcel parcel) {
    parcel.put(activeLength);
    parcel.put(passiveLength);
    parcel.put(intsLength);
    parcel.put(active, activeOffset, activeLength);
    parcel.put(passive, passiveOffset, passiveLength);
    parcel.put(ints, intsOffset, intsLength);
  }

  /** Becomes the frames that were written; its arrays must be its own. */
  void read(Parcel parcel) {
    int reals = parcel.takeInt();
    int others = parcel.takeInt();
    int whole = parcel.takeInt();
    active(reals <= active.length ? active : new double[reals], 0, reals);
    passive(others <= passive.length ? passive : new double[others], 0, others);
    ints(whole <= ints.length ? ints : new int[whole], 0, whole);
    parcel.take(active, 0, reals);
    parcel.take(passive, 0, others);
    parcel.take(ints, 0, whole);
  }
}
