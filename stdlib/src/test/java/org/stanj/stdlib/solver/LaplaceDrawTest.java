package org.stanj.stdlib.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stanj.stdlib.abi.CurvedCallback;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.linalg.LinearAlgebra;
import org.stanj.stdlib.random.Multivariate;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** A draw is the mode plus a root of the inverse curvature times standard normals. */
class LaplaceDrawTest {
  private static final StreamKey KEY = StreamKey.generated(7, 1, 3);

  static Stream<Arguments> casesAndSolvers() {
    return LaplaceMarginalTest.casesAndSolvers();
  }

  private static double[] draw(LaplaceCase c, double[] k, int solver) {
    RandomStream stream = Streams.open(KEY);
    double[] out = new double[c.n() + 1];
    double[] trace =
        LaplaceMarginal.latent(
            stream,
            c.likelihood(),
            k,
            0,
            c.n(),
            c.n(),
            new double[c.n()],
            0,
            c.n(),
            1e-12,
            500,
            c.blockSize(),
            solver,
            1000,
            1,
            LaplaceCase.FUNCTION,
            out,
            1,
            c.n());
    assertEquals(1, trace[LaplaceMarginal.CONVERGED]);
    return Arrays.copyOfRange(out, 1, c.n() + 1);
  }

  @ParameterizedTest
  @MethodSource("casesAndSolvers")
  void drawHasModeAndInverseCurvature(LaplaceCase c, int solver) {
    double[] k = c.covariance();
    double[] mode = DirectLaplace.mode(c.likelihood(), k, c.n());
    double[] z = new double[c.n()];
    Multivariate.standardNormals(Streams.open(KEY), z, 0, c.n());
    double[] expected = Dense.product(rootOfCovariance(c.likelihood(), k, mode), z);
    Arrays.setAll(expected, i -> mode[i] + expected[i]);
    assertArrayEquals(expected, draw(c, k, solver), 1e-7);
  }

  private static double[] rootOfCovariance(CurvedCallback ll, double[] k, double[] mode) {
    int n = mode.length;
    double[] covariance = new double[n * n];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      double[] column = DirectLaplace.solve(DirectLaplace.posteriorPrecision(ll, k, mode), unit);
      System.arraycopy(column, 0, covariance, j * n, n);
    }
    double[] l = new double[n * n];
    LinearAlgebra.cholesky(covariance, 0, n, n, l, 0, n, n);
    return l;
  }

  @Test
  void covarianceOfTheDrawMustBePositiveDefinite() {
    LaplaceCase c = LaplaceCase.named("poisson");
    RejectException e = assertThrows(RejectException.class, () -> draw(c, new double[25], 1));
    assertEquals(
        "multi_normal_rng: Matrix covariance matrix argument is not positive definite",
        e.getMessage());
  }
}
