package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solutions put back into their equations. */
final class DenseLuTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 13, 40})
  void solves(int n) {
    Random random = new Random(n);
    DenseLu lu = new DenseLu(n);
    double[] a = random.doubles(n * n, -1, 1).toArray();
    // Leading zeros make exchanges of rows necessary.
    if (n > 1) {
      a[0] = 0;
    }
    double[] b = random.doubles(n, -1, 1).toArray();
    System.arraycopy(a, 0, lu.matrix(), 0, n * n);
    assertTrue(lu.factor());
    double[] x = b.clone();
    lu.solve(x);
    double[] y = b.clone();
    lu.solveTransposed(y);
    for (int i = 0; i < n; i++) {
      double byRow = 0;
      double byColumn = 0;
      for (int j = 0; j < n; j++) {
        byRow += a[i * n + j] * x[j];
        byColumn += a[j * n + i] * y[j];
      }
      assertEquals(b[i], byRow, 1e-11, "row " + i);
      assertEquals(b[i], byColumn, 1e-11, "column " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
  void refuses(double bad) {
    DenseLu lu = new DenseLu(2);
    double[] a = {1, bad, 1, bad};
    System.arraycopy(a, 0, lu.matrix(), 0, 4);
    assertFalse(lu.factor());
    double[] firstColumn = {bad, 1, bad, 1};
    System.arraycopy(firstColumn, 0, lu.matrix(), 0, 4);
    assertFalse(lu.factor());
  }
}
