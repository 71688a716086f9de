package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PseudoInverseTest {
  private static double[] inverse(double... column) {
    int n = column.length;
    double[] p = new double[n];
    PseudoInverse.pseudoInverse(column, 0, n, 1, p, 0, 1, n);
    return p;
  }

  /** That of a column a is a′ / |a|². */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e300, 1e-300})
  void ofAColumn(double scale) {
    double[] p = inverse(3 * scale, 4 * scale);
    assertArrayEquals(new double[] {0.12, 0.16}, new double[] {p[0] * scale, p[1] * scale}, 1e-15);
    assertArrayEquals(new double[] {0, 0}, inverse(0, 0));
  }

  @Test
  void ofWhatIsNotFiniteIsNaN() {
    double[] nan = {Double.NaN, Double.NaN};
    assertArrayEquals(nan, inverse(1, Double.NaN));
    assertArrayEquals(nan, inverse(Double.POSITIVE_INFINITY, 0));
  }
}
