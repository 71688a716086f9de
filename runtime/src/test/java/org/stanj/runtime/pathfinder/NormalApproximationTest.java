package org.stanj.runtime.pathfinder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.pathfinder.NormalApproximation.Pair;
import org.stanj.stdlib.random.StandardNormal;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The factored inverse Hessian against the matrix that BFGS updates give one by one. */
final class NormalApproximationTest {
  private static final int N = 5;
  private static final double[] ALPHA = {0.5, 2, 1, 0.1, 3};

  /** Steps along which the density is curved. */
  private static List<Pair> pairs(int count) {
    List<Pair> pairs = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double[] s = new double[N];
      double[] z = new double[N];
      for (int i = 0; i < N; i++) {
        s[i] = Math.sin(3 * k + i + 1);
      }
      for (int i = 0; i < N; i++) {
        z[i] = (i + 1) * s[i] + 0.3 * s[(i + 1) % N] + 0.3 * s[(i + N - 1) % N];
      }
      pairs.add(new Pair(s, z));
    }
    return pairs;
  }

  /** H ← (I − ρ s zᵀ) H (I − ρ z sᵀ) + ρ s sᵀ for each step (Nocedal &amp; Wright 6.17). */
  private static DMatrixRMaj updated(List<Pair> pairs) {
    DMatrixRMaj h = CommonOps_DDRM.diag(ALPHA);
    for (Pair pair : pairs) {
      DMatrixRMaj s = new DMatrixRMaj(N, 1, true, pair.s());
      DMatrixRMaj z = new DMatrixRMaj(N, 1, true, pair.z());
      double rho = 1 / CommonOps_DDRM.dot(s, z);
      DMatrixRMaj left = CommonOps_DDRM.identity(N);
      CommonOps_DDRM.multAddTransB(-rho, s, z, left);
      DMatrixRMaj half = new DMatrixRMaj(N, N);
      CommonOps_DDRM.mult(left, h, half);
      CommonOps_DDRM.multTransB(half, left, h);
      CommonOps_DDRM.multAddTransB(rho, s, s, h);
    }
    return h;
  }

  /** Histories of 1 and 2 take the thin factor, 3 and 4 the full one. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void meanAndDensityAreThoseOfTheUpdatedMatrix(int history) {
    double[] x = {1, -2, 3, 0, 10};
    double[] g = {0.3, -0.1, 2, 1, -1};
    List<Pair> pairs = pairs(history);
    DMatrixRMaj h = updated(pairs);
    DMatrixRMaj mean = new DMatrixRMaj(N, 1, true, x.clone());
    CommonOps_DDRM.multAdd(h, new DMatrixRMaj(N, 1, true, g), mean);
    NormalApproximation approximation = NormalApproximation.at(x, g, ALPHA, pairs).orElseThrow();
    assertArrayEquals(mean.data, approximation.mean(), 1e-12);

    DMatrixRMaj precision = new DMatrixRMaj(N, N);
    CommonOps_DDRM.invert(h, precision);
    double constant = -0.5 * (N * Math.log(2 * Math.PI) + Math.log(CommonOps_DDRM.det(h)));
    StandardNormal normal = new StandardNormal(Streams.open(StreamKey.sampler(history, 1)));
    double sum = 0;
    int draws = 2000;
    for (int k = 0; k < draws; k++) {
      NormalApproximation.Place place = approximation.draw(normal);
      DMatrixRMaj d = new DMatrixRMaj(N, 1, true, place.position());
      CommonOps_DDRM.subtractEquals(d, mean);
      DMatrixRMaj pd = new DMatrixRMaj(N, 1);
      CommonOps_DDRM.mult(precision, d, pd);
      double squares = CommonOps_DDRM.dot(d, pd);
      assertEquals(constant - squares / 2, place.logDensity(), 1e-9);
      sum += squares;
    }
    // chi-squared with N degrees of freedom; four standard errors
    assertEquals(N, sum / draws, 4 * Math.sqrt(2.0 * N / draws));
  }
}
