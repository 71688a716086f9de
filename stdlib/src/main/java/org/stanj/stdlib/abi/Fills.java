package org.stanj.stdlib.abi;

import java.util.Arrays;

/**
 * Fills stretches of arrays by copies from a piece that is filled already. {@link Arrays#fill} is a
 * loop, which HotSpot unrolls at each place it is called from: twelve of them in a gradient took it
 * a second to compile.
 */
public final class Fills {
  private static final int PIECE = 256;
  private static final double[] ZEROS = new double[PIECE];
  private static final double[] UNSET = new double[PIECE];
  private static final int[] INT_ZEROS = new int[PIECE];
  private static final int[] INT_UNSET = new int[PIECE];

  static {
    Arrays.fill(UNSET, Double.NaN);
    Arrays.fill(INT_UNSET, Integer.MIN_VALUE);
  }

  private Fills() {}

  /** Sets n elements from {@code at} on to 0 or NaN. */
  public static void fill(double[] a, int at, int n, double value) {
    double[] from = value == 0 ? ZEROS : UNSET;
    if (n <= PIECE) {
      System.arraycopy(from, 0, a, at, n);
    } else {
      copies(from, a, at, n);
    }
  }

  /** Sets n elements from {@code at} on to 0 or the smallest int. */
  public static void fill(int[] a, int at, int n, int value) {
    int[] from = value == 0 ? INT_ZEROS : INT_UNSET;
    if (n <= PIECE) {
      System.arraycopy(from, 0, a, at, n);
    } else {
      copies(from, a, at, n);
    }
  }

  private static void copies(Object from, Object to, int at, int n) {
    int end = at + n;
    for (int i = at; i < end; i += PIECE) {
      System.arraycopy(from, 0, to, i, Math.min(PIECE, end - i));
    }
  }
}
