package org.stanj.runtime.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Autocovariances by both ways against their definition. */
final class AutocovarianceTest {
  @ParameterizedTest
  @ValueSource(ints = {130, 255, 256, 257, 1000})
  void agreeWithTheDefinitionAtAllLags(int draws) {
    double[][] chains = new double[3][draws];
    Random random = new Random(5);
    for (double[] chain : chains) {
      double x = 0;
      for (int i = 0; i < draws; i++) {
        x = 0.97 * x + random.nextGaussian();
        chain[i] = x;
      }
    }
    Autocovariance covariance = new Autocovariance(chains);
    for (int lag = 0; lag < draws; lag++) {
      double sum = 0;
      for (double[] chain : chains) {
        for (int i = 0; i + lag < draws; i++) {
          sum += chain[i] * chain[i + lag];
        }
      }
      assertEquals(sum / draws / 3, covariance.at(lag), 1e-12 * covariance.at(0), "lag " + lag);
    }
  }

  @Test
  void aTransformHasItsClosedForm() {
    double[] real = {1, 2, 3, 4};
    double[] imaginary = new double[4];
    Fourier.transform(real, imaginary);
    double[] expected = {10, -2, -2, -2};
    double[] alsoExpected = {0, 2, 0, -2};
    for (int k = 0; k < 4; k++) {
      assertEquals(expected[k], real[k], 1e-15);
      assertEquals(alsoExpected[k], imaginary[k], 1e-15);
    }
  }
}
