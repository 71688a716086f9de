package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Rows that are the same are found with their number, in the order of the first ones. */
class RepeatedRowsTest {
  private static int different(
      double[] reals, int r, int[] ints, int i, int[] firsts, double[] counts) {
    int n = firsts.length;
    return RepeatedRows.different(reals, 0, n, r, ints, 0, n, i, firsts, 0, n, counts, 0, n);
  }

  @Test
  void realsAndIntsMustBeTheSame() {
    double[] reals = {1, 1, 2, 1, 2, 1, 1, 1};
    int[] ints = {5, 5, 5, 6, 5, 6, 5, 5};
    int[] firsts = new int[8];
    double[] counts = new double[8];
    assertEquals(3, different(reals, 1, ints, 1, firsts, counts));
    assertArrayEquals(new int[] {0, 2, 3, 0, 0, 0, 0, 0}, firsts);
    assertArrayEquals(new double[] {4, 2, 2, 0, 0, 0, 0, 0}, counts);
  }

  /**
   * Each such value is what it is: zeros differ by sign, as 1 / 0 does; the same NaN is the same.
   */
  @Test
  void bitsCount() {
    double[] reals = {0.0, -0.0, Double.NaN, 0.0, -0.0, Double.NaN};
    int[] firsts = new int[6];
    assertEquals(3, different(reals, 1, new int[0], 0, firsts, new double[6]));
    assertArrayEquals(new int[] {0, 1, 2, 0, 0, 0}, firsts);
  }

  @Test
  void moreThanTwoThirdsAreTooMany() {
    assertEquals(
        0, different(new double[] {1, 2, 3, 1}, 1, new int[0], 0, new int[4], new double[4]));
    assertEquals(
        2, different(new double[] {1, 2, 2, 1}, 1, new int[0], 0, new int[4], new double[4]));
    assertEquals(0, different(new double[0], 1, new int[0], 0, new int[0], new double[0]));
  }
}
