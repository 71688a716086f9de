package org.stanj.stdlib.abi;

/** Sizes of arrays, computed without overflow. Emitted code calls {@link #product}. */
public final class Sizes {
  private Sizes() {}

  /**
   * a·b.
   *
   * @throws TooLargeException from 2³¹ on
   */
  public static int product(int a, int b) {
    return checked((long) a * b);
  }

  /**
   * a + b.
   *
   * @throws TooLargeException from 2³¹ on
   */
  public static int sum(int a, int b) {
    return checked((long) a + b);
  }

  private static int checked(long size) {
    if (size != (int) size) {
      throw new TooLargeException(TooLargeException.CONTAINER);
    }
    return (int) size;
  }
}
