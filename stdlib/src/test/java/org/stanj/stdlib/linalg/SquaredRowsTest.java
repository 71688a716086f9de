package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fewer rows have the same sums of squares for any coefficients. */
class SquaredRowsTest {
  private final Random random = new Random(20261130);

  /** Rows, by column, with their keys. */
  private record Rows(double[] a, int n, int c, int[] keys, int groups) {
    /** Σ over rows of (row · p)², with other p for each group. */
    double squares(double[][] p) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double value = 0;
        for (int j = 0; j < c; j++) {
          value += a[i + j * n] * p[groups == 0 ? 0 : keys[i]][j];
        }
        sum += value * value;
      }
      return sum;
    }

    Rows fewer() {
      int g = groups == 0 ? 0 : 1;
      double[] b = new double[n * c];
      int[] left = new int[n * g];
      int size = SquaredRows.fewer(a, 0, n, c, keys, 0, n, g, b, 0, n, c, left, 0, n, g);
      return new Rows(top(b, size), size, c, left, groups);
    }

    private double[] top(double[] b, int size) {
      double[] top = new double[size * c];
      for (int j = 0; j < c; j++) {
        System.arraycopy(b, j * n, top, j * size, size);
      }
      return top;
    }
  }

  private Rows rows(int n, int c, int groups) {
    int[] keys = random.ints(groups == 0 ? 0 : n, 0, Math.max(1, groups)).toArray();
    double[] a = random.doubles(n * c, -3, 5).toArray();
    return new Rows(a, n, c, keys, groups);
  }

  private void same(Rows rows, Rows fewer) {
    for (int trial = 0; trial < 5; trial++) {
      double[][] p = new double[Math.max(1, rows.groups)][];
      for (int i = 0; i < p.length; i++) {
        p[i] = random.doubles(rows.c, -2, 2).toArray();
      }
      double expected = rows.squares(p);
      assertEquals(expected, fewer.squares(p), 1e-13 * expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10, 3, 0, 3",
    "1000, 5, 0, 5",
    "1000, 1, 0, 1",
    "3, 3, 0, 3",
    "700, 300, 0, 300",
    "100, 2, 4, 8",
    "5000, 4, 300, 1200",
    "50, 3, 1, 3",
    "12, 3, 12, 0"
  })
  void sumsStay(int n, int c, int groups, int most) {
    Rows rows = rows(n, c, groups);
    Rows fewer = rows.fewer();
    same(rows, fewer);
    assertTrue(most == 0 || fewer.n <= most, () -> fewer.n + " rows");
  }

  /** Columns that depend on others, or are nothing, leave fewer rows in a group. */
  @Test
  void columnsMayDependOnOthers() {
    Rows rows = rows(60, 4, 3);
    for (int i = 0; i < 60; i++) {
      rows.a[i + 60] = 2.5 * rows.a[i];
      rows.a[i + 120] = 0;
    }
    Rows fewer = rows.fewer();
    same(rows, fewer);
    assertEquals(6, fewer.n);
  }

  /** Residuals of 1e-9 beside data of 1e3 keep their digits. */
  @Test
  void smallResidualsKeepTheirDigits() {
    int n = 200;
    double[] a = new double[3 * n];
    double expected = 0;
    for (int i = 0; i < n; i++) {
      double noise = 1e-3 * (random.nextInt(3) - 1);
      a[i] = 1000 + 3 * i + noise;
      a[i + n] = -1;
      a[i + 2 * n] = -i;
      double exact = a[i] - 1000 - 3.0 * i;
      expected += exact * exact;
    }
    Rows rows = new Rows(a, n, 3, new int[0], 0);
    double[][] p = {{1, 1000, 3}};
    assertEquals(expected, rows.fewer().squares(p), 1e-9 * expected);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void otherNumbersAreLeftAlone(double value) {
    Rows rows = rows(20, 2, 0);
    rows.a[7] = value;
    assertEquals(0, rows.fewer().n);
  }

  /** No fewer rows than columns are possible without keys. */
  @Test
  void wideDataAreLeftAlone() {
    assertEquals(0, rows(3, 8, 0).fewer().n);
  }

  @Test
  void sumsOfGroups() {
    double[] a = {1, 2, 4, 8, 10, 20, 40, 80};
    int[] keys = {7, 3, 7, 3};
    double[] b = new double[8];
    int[] left = new int[4];
    assertEquals(2, SquaredRows.sums(a, 0, 4, 2, keys, 0, 4, 1, b, 0, 4, 2, left, 0, 4, 1));
    assertArrayEquals(new double[] {5, 10, 0, 0, 50, 100, 0, 0}, b);
    assertArrayEquals(new int[] {7, 3, 0, 0}, left);
  }
}
