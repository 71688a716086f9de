package org.stanj.stdlib.linalg;

import java.nio.LongBuffer;
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
    Table table = new Table(reals, ro, n, r, ints, io, i);
    long[] hashes = new long[n];
    for (int row = 0; row < n; row++) {
      hashes[row] = hash(table.row(row));
    }
    Arrays.sort(hashes);
    if (areTooMany(distinct(hashes), n)) {
      return 0;
    }
    Map<LongBuffer, Integer> kinds = new HashMap<>();
    for (int row = 0; row < n; row++) {
      int next = kinds.size();
      Integer kind = kinds.putIfAbsent(LongBuffer.wrap(table.row(row)), next);
      if (kind != null) {
        counts[co + kind]++;
      } else {
        firsts[fo + next] = row;
        counts[co + next] = 1;
      }
    }
    return areTooMany(kinds.size(), n) ? 0 : kinds.size();
  }

  private static boolean areTooMany(int kinds, int n) {
    return 3L * kinds > 2L * n;
  }

  /** A number of 64 bits, so that there are hardly fewer of them than rows. */
  private static long hash(long[] values) {
    long hash = 0x9E3779B97F4A7C15L;
    for (long v : values) {
      hash = (hash ^ v) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  private static int distinct(long[] sorted) {
    int distinct = sorted.length == 0 ? 0 : 1;
    for (int k = 1; k < sorted.length; k++) {
      distinct += sorted[k] == sorted[k - 1] ? 0 : 1;
    }
    return distinct;
  }

  /** The arguments of {@link #different}. */
  private record Table(double[] reals, int ro, int n, int r, int[] ints, int io, int i) {
    /** All values of a row. */
    long[] row(int row) {
      long[] values = new long[r + i];
      for (int j = 0; j < r; j++) {
        values[j] = Double.doubleToRawLongBits(reals[ro + row + j * n]);
      }
      for (int j = 0; j < i; j++) {
        values[r + j] = ints[io + row * i + j];
      }
      return values;
    }
  }
}
