package org.stanj.stdlib.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Moments of multivariate draws; limits are about five standard errors. */
final class MultivariateTest {
  private static final int N = 40_000;

  /** Mean of what the draw writes. */
  private static double[] mean(int size, Consumer<double[]> draw) {
    double[] sum = new double[size];
    double[] x = new double[size];
    for (int i = 0; i < N; i++) {
      draw.accept(x);
      for (int k = 0; k < size; k++) {
        sum[k] += x[k] / N;
      }
    }
    return sum;
  }

  @Test
  void dirichletHasItsMeans() {
    SplitMixStream stream = new SplitMixStream(11);
    double[] alpha = {0.5, 2, 7.5};
    double[] mean = mean(3, x -> Multivariate.dirichlet(stream, alpha, 0, 3, x, 0, 3));
    assertArrayEquals(new double[] {0.05, 0.2, 0.75}, mean, 0.004);
  }

  @Test
  void tinyDirichletIsStillASimplex() {
    SplitMixStream stream = new SplitMixStream(12);
    double[] theta = new double[3];
    for (int i = 0; i < 100; i++) {
      Multivariate.dirichlet(stream, new double[] {1e-4, 1e-4, 1e-4}, 0, 3, theta, 0, 3);
      assertEquals(1, theta[0] + theta[1] + theta[2], 1e-12);
    }
  }

  @Test
  void multinomialCountsAddUpAndHaveTheirMeans() {
    SplitMixStream stream = new SplitMixStream(13);
    double[] theta = {0.1, 0.6, 0, 0.3};
    int[] counts = new int[4];
    double[] mean =
        mean(
            4,
            x -> {
              Multivariate.multinomial(stream, theta, 0, 4, 10, counts, 0, 4);
              assertEquals(10, counts[0] + counts[1] + counts[2] + counts[3]);
              for (int k = 0; k < 4; k++) {
                x[k] = counts[k];
              }
            });
    assertArrayEquals(new double[] {1, 6, 0, 3}, mean, 0.04);
  }

  @Test
  void wishartFactorHasTheMeanOfItsSquare() {
    SplitMixStream stream = new SplitMixStream(14);
    double[] b = new double[4];
    double[] mean =
        mean(
            3,
            x -> {
              Multivariate.wishartFactor(stream, 5, b, 0, 2, 2);
              x[0] = b[0] * b[0];
              x[1] = b[0] * b[1];
              x[2] = b[1] * b[1] + b[3] * b[3];
            });
    assertArrayEquals(new double[] {5, 0, 5}, mean, 0.09);
  }

  /** Under LKJ(η) of dimension K a correlation r has E r² = 1/(2η + K − 1). */
  @Test
  void lkjCorrelationsHaveTheirVariance() {
    SplitMixStream stream = new SplitMixStream(15);
    double[] l = new double[9];
    double[] mean =
        mean(
            4,
            x -> {
              Multivariate.lkjFactor(stream, 1.5, l, 0, 3, 3);
              double r21 = l[1];
              double r31 = l[2];
              double r32 = l[1] * l[2] + l[4] * l[5];
              x[0] = r21 * r21;
              x[1] = r31 * r31;
              x[2] = r32 * r32;
              x[3] = l[2] * l[2] + l[5] * l[5] + l[8] * l[8];
            });
    assertArrayEquals(new double[] {0.2, 0.2, 0.2, 1}, mean, 0.006);
  }
}
