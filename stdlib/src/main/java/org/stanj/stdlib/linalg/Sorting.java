package org.stanj.stdlib.linalg;

import java.util.Arrays;

/** Orders and ranks: kernels without derivative. */
public final class Sorting {
  private Sorting() {}

  /** Positions (from 1) of the elements in ascending order; equal elements keep their order. */
  public static void sortIndicesAsc(double[] x, int xo, int n, int[] order, int oo, int n2) {
    sort(x, xo, n, order, oo, 1);
  }

  /** Positions (from 1) of the elements in descending order; equal elements keep their order. */
  public static void sortIndicesDesc(double[] x, int xo, int n, int[] order, int oo, int n2) {
    sort(x, xo, n, order, oo, -1);
  }

  private static void sort(double[] x, int xo, int n, int[] order, int oo, int sign) {
    Integer[] positions = new Integer[n];
    Arrays.setAll(positions, i -> i);
    Arrays.sort(positions, (i, k) -> sign * compare(x[xo + i], x[xo + k]));
    for (int i = 0; i < n; i++) {
      order[oo + i] = positions[i] + 1;
    }
  }

  /** As {@code <}: 0 and −0 are equal. */
  private static int compare(double a, double b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }
}
