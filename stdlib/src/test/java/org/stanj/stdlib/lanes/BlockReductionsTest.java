package org.stanj.stdlib.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.stdlib.linalg.Reductions;

/** Kernels over a block, against those of one iteration, over scalars and in vectors. */
class BlockReductionsTest {
  private static final int ROWS = 3;
  private static final double CLOSE = 1e-14;

  @AfterEach
  void decideAsBefore() {
    LaneSwitch.force(LaneSwitch.Choice.MEASURED);
  }

  /** Values and slopes of a block, then what is added to adjoints. */
  private static double[][] block(LaneSwitch.Choice choice, double[] x, int count, int stride) {
    LaneSwitch.force(choice);
    double[] w = new double[x.length];
    double[] r = new double[count];
    double[] value = new double[count];
    double[] room = new double[2 * stride];
    double[] adjoints = new double[x.length];
    Arrays.fill(adjoints, 0.25);
    BlockReductions.logSumExp(x, 0, x.length, value, 0, count, room, 0, 2 * stride, stride);
    BlockReductions.logSumExpSaving(
        x, 0, x.length, w, 0, x.length, r, 0, count, room, 0, 2 * stride, stride);
    BlockReductions.logSumExpSaved(w, 0, x.length, value, 0, count, adjoints, 0, x.length, stride);
    return new double[][] {value, r, w, adjoints};
  }

  private static double[] elements(int count, int stride) {
    double[] x = new SplittableRandom(5).doubles((long) ROWS * stride, -30, 30).toArray();
    Arrays.setAll(x, i -> i % 7 == 0 ? Double.NEGATIVE_INFINITY : x[i]);
    for (int row = 0; row < ROWS; row++) {
      x[row * stride + count - 1] = Double.NEGATIVE_INFINITY;
    }
    x[0] = Double.POSITIVE_INFINITY;
    return x;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 31, 256})
  void eachIterationHasItsOwn(int count) {
    int stride = count + 8;
    double[] x = elements(count, stride);
    double[][] scalars = block(LaneSwitch.Choice.SCALARS, x, count, stride);
    double[][] vectors = block(LaneSwitch.Choice.VECTORS, x, count, stride);
    for (int k = 0; k < scalars.length; k++) {
      assertArrayEquals(scalars[k], vectors[k]);
    }
    for (int i = 1; i < count; i++) {
      double[] own = {x[i], x[stride + i], x[2 * stride + i]};
      double expected = Reductions.logSumExp(own, 0, ROWS);
      double bound = Double.isFinite(expected) ? CLOSE * (1 + Math.abs(expected)) : 0;
      assertEquals(expected, scalars[0][i], bound);
      assertEquals(expected, scalars[1][i], bound);
    }
  }
}
