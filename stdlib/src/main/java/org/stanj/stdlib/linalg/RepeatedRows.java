package org.stanj.stdlib.linalg;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Rows of data that are the same. */
public final class RepeatedRows {
  private RepeatedRows() {}

  /**
   * Finds the different rows of data, in the order of their first ones.
   *
   * @param reals n by r, by column; the same are numbers with the same bits
   * @param ints n by i, by row
   * @param firsts of n elements: gets the number of the first row of each kind, from 0
   * @param counts of n elements: gets how many rows there are of each kind
   * @return how many kinds there are; 0 if they are more than two thirds of the rows
   */
  public static int different(
      double[] reals,
      int ro,
      int n,
      int r,
      int[] ints,
      int io,
      int in,
      int i,
      int[] firsts,
      int fo,
      int fn,
      double[] counts,
      int co,
      int cn) {
    Map<Row, Integer> kinds = new HashMap<>();
    for (int row = 0; row < n; row++) {
      long[] values = new long[r + i];
      for (int j = 0; j < r; j++) {
        values[j] = Double.doubleToRawLongBits(reals[ro + row + j * n]);
      }
      for (int j = 0; j < i; j++) {
        values[r + j] = ints[io + row * i + j];
      }
      int next = kinds.size();
      Integer kind = kinds.putIfAbsent(new Row(values), next);
      if (kind != null) {
        counts[co + kind]++;
      } else if (3 * (next + 1) > 2 * n) {
        return 0;
      } else {
        firsts[fo + next] = row;
        counts[co + next] = 1;
      }
    }
    return kinds.size();
  }

  private record Row(long[] values) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Row o && Arrays.equals(values, o.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }
}
