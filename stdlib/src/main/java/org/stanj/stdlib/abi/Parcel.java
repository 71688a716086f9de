package org.stanj.stdlib.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Values on their way to another process: taken in the order in which they were put. They lie in
 * memory outside the heap, in words of eight bytes and in the machine's own order of bytes; a
 * parcel is reused, and grows where it must.
 */
public final class Parcel {
  private static final int WORD = 8;
  private static final int FIRST_BYTES = 4096;

  private ByteBuffer bytes;
  private IntBuffer ints;
  private DoubleBuffer reals;
  private int position;

  public Parcel() {
    bytes = memory(FIRST_BYTES);
    ints = bytes.asIntBuffer();
    reals = bytes.asDoubleBuffer();
  }

  private static ByteBuffer memory(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }

  /** Starts anew, to put values or to take those that have come. */
  public void rewind() {
    position = 0;
  }

  /** How many bytes were put or taken. */
  public int size() {
    return position * WORD;
  }

  /** The memory that holds the values; another one after the parcel has grown. */
  public ByteBuffer bytes() {
    return bytes;
  }

  /**
   * Makes room for so many bytes in all; keeps what was put.
   *
   * @throws TooLargeException above two gigabytes
   */
  public void room(long size) {
    if (size <= bytes.capacity()) {
      return;
    }
    if (size > Integer.MAX_VALUE) {
      throw new TooLargeException("a message between processes has more than two gigabytes");
    }
    long wanted = Math.max(size, Math.min(2L * bytes.capacity(), Integer.MAX_VALUE - WORD));
    ByteBuffer larger = memory((int) wanted);
    larger.put(0, bytes, 0, size());
    bytes = larger;
    ints = bytes.asIntBuffer();
    reals = bytes.asDoubleBuffer();
  }

  private int next(int words) {
    room(WORD * ((long) position + words));
    int at = position;
    position += words;
    return at;
  }

  public void put(long value) {
    int at = next(1);
    bytes.putLong(WORD * at, value);
  }

  public long takeLong() {
    return bytes.getLong(WORD * position++);
  }

  /** The number put by {@link #put(long)}, which is an int. */
  public int takeInt() {
    return (int) takeLong();
  }

  /** A stretch of an array; its length is not told. */
  public void put(double[] values, int offset, int length) {
    int at = next(length);
    reals.put(at, values, offset, length);
  }

  public void take(double[] values, int offset, int length) {
    reals.get(position, values, offset, length);
    position += length;
  }

  /** A stretch of an array; its length is not told. */
  public void put(int[] values, int offset, int length) {
    int at = next(words(4L * length));
    ints.put(2 * at, values, offset, length);
  }

  public void take(int[] values, int offset, int length) {
    ints.get(2 * position, values, offset, length);
    position += words(4L * length);
  }

  private static int words(long bytes) {
    return (int) ((bytes + WORD - 1) / WORD);
  }

  public void put(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    put(encoded.length);
    int at = next(words(encoded.length));
    bytes.put(WORD * at, encoded);
  }

  public String takeText() {
    byte[] encoded = new byte[takeInt()];
    bytes.get(WORD * position, encoded);
    position += words(encoded.length);
    return new String(encoded, StandardCharsets.UTF_8);
  }
}
