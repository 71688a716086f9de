package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions of a matrix by way of its eigenvectors where eigenvalues nearly coincide: F(A) = Σ C ∘
 * V diag(1/w) V′ is −tr(C A⁻¹ dA A⁻¹) whatever the gaps, while the adjoint of V is divided by them.
 */
class NearlyEqualEigenvaluesTest {
  private static final int N = 6;

  /** A with pairs of eigenvalues that differ by {@code gap}, and its inverse: HDH, H² = I. */
  private record Problem(double[] a, double[] inverse, double[] c) {
    static Problem of(double gap) {
      double[] w = {1, 1 + gap, 1 + 3 * gap, 2, 2 + gap, 5};
      Random random = new Random(20260301L);
      double[] x = random.doubles(N, -1, 1).toArray();
      double[] c = random.doubles(N * N, -1, 1).toArray();
      for (int j = 0; j < N; j++) {
        for (int i = 0; i < j; i++) {
          c[j * N + i] = c[i * N + j];
        }
      }
      return new Problem(
          reflected(x, w), reflected(x, Arrays.stream(w).map(e -> 1 / e).toArray()), c);
    }

    private static double[] reflected(double[] x, double[] w) {
      double norm = Arrays.stream(x).map(e -> e * e).sum();
      double[] h = new double[N * N];
      for (int j = 0; j < N; j++) {
        for (int i = 0; i < N; i++) {
          h[j * N + i] = (i == j ? 1 : 0) - 2 * x[i] * x[j] / norm;
        }
      }
      double[] product = new double[N * N];
      for (int j = 0; j < N; j++) {
        for (int i = j; i < N; i++) {
          for (int k = 0; k < N; k++) {
            product[j * N + i] += h[k * N + i] * w[k] * h[k * N + j];
          }
          product[i * N + j] = product[j * N + i];
        }
      }
      return product;
    }

    /** −A⁻¹CA⁻¹. */
    double[] exact() {
      double[] half = new double[N * N];
      double[] all = new double[N * N];
      LinearAlgebra.multiply(inverse, 0, N, N, c, 0, N, N, half, 0, N, N);
      LinearAlgebra.multiply(half, 0, N, N, inverse, 0, N, N, all, 0, N, N);
      return Arrays.stream(all).map(e -> -e).toArray();
    }

    /** By the real decomposition. */
    double[] gradient() {
      double[] w = new double[N];
      double[] v = new double[N * N];
      Decompositions.eigenSymmetric(a, 0, N, N, w, 0, N, v, 0, N, N);
      double[] wAdj = new double[N];
      double[] vAdj = new double[N * N];
      adjoints(w, v, wAdj, vAdj);
      double[] aAdj = new double[N * N];
      Decompositions.eigenSymmetricAdjoint(
          a, 0, N, N, w, 0, N, v, 0, N, N, aAdj, 0, wAdj, 0, vAdj, 0);
      return aAdj;
    }

    /** By the Hermitian one, which reads the lower triangle: halved off the diagonal. */
    double[] hermitianGradient() {
      double[] w = new double[N];
      double[] v = new double[N * N];
      double[] im = new double[N * N];
      double[] zero = new double[N * N];
      EigenDecompositions.eigenHermitian(
          a, 0, N, N, zero, 0, N, N, w, 0, N, v, 0, N, N, im, 0, N, N);
      double[] wAdj = new double[N];
      double[] vAdj = new double[N * N];
      adjoints(w, v, wAdj, vAdj);
      double[] aAdj = new double[N * N];
      EigenDecompositions.eigenHermitianAdjoint(
          a,
          0,
          N,
          N,
          zero,
          0,
          N,
          N,
          w,
          0,
          N,
          v,
          0,
          N,
          N,
          im,
          0,
          N,
          N,
          aAdj,
          0,
          null,
          0,
          wAdj,
          0,
          vAdj,
          0,
          new double[N * N],
          0);
      for (int j = 0; j < N; j++) {
        for (int i = j + 1; i < N; i++) {
          aAdj[j * N + i] *= 0.5;
          aAdj[i * N + j] = aAdj[j * N + i];
        }
      }
      return aAdj;
    }

    private void adjoints(double[] w, double[] v, double[] wAdj, double[] vAdj) {
      for (int k = 0; k < N; k++) {
        double form = 0;
        for (int i = 0; i < N; i++) {
          double row = 0;
          for (int j = 0; j < N; j++) {
            row += c[j * N + i] * v[k * N + j];
          }
          vAdj[k * N + i] = 2 * row / w[k];
          form += row * v[k * N + i];
        }
        wAdj[k] = -form / (w[k] * w[k]);
      }
    }
  }

  /** Rounding errors of V̄ over the gap are all that may be wrong. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1e-3, 1e-6, 1e-9, 1e-11})
  void everyElementIsRightUpToRoundingOverTheGap(double gap) {
    Problem problem = Problem.of(gap);
    compare(problem.exact(), problem.gradient(), 1e-14 / gap);
    compare(problem.exact(), problem.hermitianGradient(), 1e-14 / gap);
  }

  /** A change that keeps the eigenvectors does not see the gaps. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-9, 1e-13, 1e-14, 1e-15})
  void changesThatKeepTheVectorsAreRightForAnyGap(double gap) {
    Problem problem = Problem.of(gap);
    double exact = along(problem.exact(), problem.a());
    assertEquals(exact, along(problem.gradient(), problem.a()), 2e-13);
    assertEquals(exact, along(problem.hermitianGradient(), problem.a()), 2e-13);
  }

  private static double along(double[] gradient, double[] direction) {
    double sum = 0;
    for (int i = 0; i < N * N; i++) {
      sum += gradient[i] * direction[i];
    }
    return sum;
  }

  private static void compare(double[] expected, double[] found, double tolerance) {
    for (int i = 0; i < N * N; i++) {
      assertEquals(expected[i], found[i], tolerance, "element " + i);
    }
  }
}
