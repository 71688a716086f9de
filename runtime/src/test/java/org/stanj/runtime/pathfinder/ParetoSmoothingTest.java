package org.stanj.runtime.pathfinder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Smoothed weights against those of ArviZ 0.23 ({@code arviz.psislw}). */
final class ParetoSmoothingTest {
  /** Ratios with a tail of shape k, in no order: quantiles of k times an exponential, disturbed. */
  private static double[] ratios(double k) {
    double[] ratios = new double[400];
    for (int i = 1; i <= ratios.length; i++) {
      double u = i * 173 % 401 / 401.0;
      ratios[i - 1] = -k * Math.log1p(-u) + 0.3 * Math.sin(i);
    }
    return ratios;
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 0.12740238757696754, 0.006345706989457855, 0.0029707288147552647, 0.002758491875349494",
    "0.6, 0.5920532649795304, 0.029109242412209486, 0.0020531321929603235, 0.005952481900723559",
    "1.1, 1.0042560644572365, 0.15939552977280672, 0.0007579678885627305, 0.04585992453965415",
  })
  void agreesWithArviz(double k, double shape, double largest, double eighth, double squares) {
    ParetoSmoothing smoothing = ParetoSmoothing.of(ratios(k));
    double[] weights = smoothing.weights();
    assertEquals(shape, smoothing.k(), 1e-10);
    assertEquals(largest, Arrays.stream(weights).max().orElseThrow(), 1e-10);
    assertEquals(eighth, weights[7], 1e-10);
    assertEquals(squares, Arrays.stream(weights).map(w -> w * w).sum(), 1e-10);
    assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
  }

  @Test
  void rejectedDrawsWeighNothing() {
    double[] ratios = ratios(0.6);
    ratios[0] = Double.NEGATIVE_INFINITY;
    ratios[1] = Double.NaN;
    double[] weights = ParetoSmoothing.of(ratios).weights();
    assertEquals(0, weights[0]);
    assertEquals(0, weights[1]);
    assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
  }

  @Test
  void drawsThatTieWithTheLastBeforeTheTailStay() {
    // 400 draws have a tail of 60, of which 40 are as large as the one before it
    double[] ratios = new double[400];
    for (int i = 0; i < 400; i++) {
      ratios[i] = i < 20 ? 1 + 0.1 * i : i < 100 ? 1 : 0;
    }
    ParetoSmoothing smoothing = ParetoSmoothing.of(ratios);
    assertTrue(smoothing.k() > -1 && smoothing.k() < 1, "k " + smoothing.k());
    assertEquals(Math.E, smoothing.weights()[99] / smoothing.weights()[399], 1e-12);
  }

  @Test
  void fewOrEqualDrawsAreLeftAlone() {
    ParetoSmoothing few = ParetoSmoothing.of(new double[] {0, Math.log(3)});
    assertArrayEquals(new double[] {0.25, 0.75}, few.weights(), 1e-15);
    assertEquals(Double.NaN, few.k());
    ParetoSmoothing equal = ParetoSmoothing.of(new double[100]);
    assertEquals(Double.NaN, equal.k());
    assertEquals(0.01, equal.weights()[99], 1e-15);
  }
}
