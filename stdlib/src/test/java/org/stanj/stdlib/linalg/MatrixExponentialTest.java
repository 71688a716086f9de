package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MatrixExponentialTest {
  private static double[] exponential(double... columns) {
    int n = (int) Math.sqrt(columns.length);
    double[] e = new double[columns.length];
    MatrixExponential.matrixExp(columns, 0, n, n, e, 0, n, n);
    return e;
  }

  @Test
  void ofADiagonalIsElementwise() {
    assertArrayEquals(
        new double[] {Math.exp(-3), 0, 0, Math.exp(0.5)}, exponential(-3, 0, 0, 0.5), 1e-15);
  }

  /** A number of squarings taken from an infinite norm would never be done. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
  void ofWhatIsNotFiniteIsNaN(double element) {
    double[] e =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> exponential(element, element, 1, 2));
    double nan = Double.NaN;
    assertArrayEquals(new double[] {nan, nan, nan, nan}, e);
  }
}
