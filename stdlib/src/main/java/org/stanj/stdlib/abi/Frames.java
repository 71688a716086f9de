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
}
