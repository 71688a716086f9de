package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Adjoints of complex decompositions against central differences. Vectors are determined but for
 * their phases, so the objective uses products in which the phases cancel.
 */
final class PhaseFreeAdjointTest {
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-7;

  /** An objective of the real and imaginary parts of a matrix, which adds its gradient. */
  private interface Objective {
    double value(double[] re, double[] im, double[] reAdj, double[] imAdj);
  }

  private static void compare(Objective objective, int size, long seed, boolean hermitian) {
    Random random = new Random(seed);
    double[] re = random.doubles(size, -1.5, 1.5).toArray();
    double[] im = random.doubles(size, -1.5, 1.5).toArray();
    double[] reAdj = new double[size];
    double[] imAdj = new double[size];
    objective.value(re, im, reAdj, imAdj);
    for (int i = 0; i < size; i++) {
      assertEquals(difference(objective, re, im, re, i), reAdj[i], TOLERANCE, "re " + i);
      assertEquals(difference(objective, re, im, im, i), imAdj[i], TOLERANCE, "im " + i);
    }
    assertEquals(hermitian, reAdj[3] == 0 && imAdj[0] == 0, "elements that are not read");
  }

  private static double difference(Objective f, double[] re, double[] im, double[] x, int i) {
    double[] none = new double[re.length];
    double at = x[i];
    x[i] = at + STEP;
    double above = f.value(re, im, none, none.clone());
    x[i] = at - STEP;
    double below = f.value(re, im, none, none.clone());
    x[i] = at;
    return (above - below) / (2 * STEP);
  }

  private static double[] weights(int n, long seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * Σ aₖ Re(vₖ x̄ₖ) + bₖ Im(vₖ x̄ₖ) of elements k of V and the first element x of k's column, whose
   * phases cancel; its gradient goes into the adjoints.
   */
  private static double relative(
      double[] re, double[] im, int rows, long seed, double[] reAdj, double[] imAdj) {
    double[] a = weights(re.length, seed);
    double[] b = weights(re.length, seed + 1);
    double sum = 0;
    for (int k = 0; k < re.length; k++) {
      int f = k - k % rows;
      sum += a[k] * (re[k] * re[f] + im[k] * im[f]) + b[k] * (im[k] * re[f] - re[k] * im[f]);
      reAdj[k] += a[k] * re[f] - b[k] * im[f];
      imAdj[k] += a[k] * im[f] + b[k] * re[f];
      reAdj[f] += a[k] * re[k] + b[k] * im[k];
      imAdj[f] += a[k] * im[k] - b[k] * re[k];
    }
    return sum;
  }

  @Test
  void generalEigenvectors() {
    int n = 3;
    double[] a = weights(n, 1);
    double[] b = weights(n, 2);
    Objective objective =
        (re, im, reAdj, imAdj) -> {
          double[] wRe = new double[n];
          double[] wIm = new double[n];
          double[] vRe = new double[n * n];
          double[] vIm = new double[n * n];
          EigenDecompositions.eigenComplex(
              re, 0, n, n, im, 0, n, n, wRe, 0, n, wIm, 0, n, vRe, 0, n, n, vIm, 0, n, n);
          double[] vReAdj = new double[n * n];
          double[] vImAdj = new double[n * n];
          double value = dot(a, wRe) + dot(b, wIm) + relative(vRe, vIm, n, 3, vReAdj, vImAdj);
          EigenDecompositions.eigenComplexAdjoint(
              re, 0, n, n, im, 0, n, n, wRe, 0, n, wIm, 0, n, vRe, 0, n, n, vIm, 0, n, n, reAdj, 0,
              imAdj, 0, a.clone(), 0, b.clone(), 0, vReAdj, 0, vImAdj, 0);
          return value;
        };
    compare(objective, n * n, 10, false);
  }

  @Test
  void hermitianEigenvectors() {
    int n = 3;
    double[] a = weights(n, 1);
    Objective objective =
        (re, im, reAdj, imAdj) -> {
          double[] w = new double[n];
          double[] vRe = new double[n * n];
          double[] vIm = new double[n * n];
          EigenDecompositions.eigenHermitian(
              re, 0, n, n, im, 0, n, n, w, 0, n, vRe, 0, n, n, vIm, 0, n, n);
          double[] vReAdj = new double[n * n];
          double[] vImAdj = new double[n * n];
          double value = dot(a, w) + relative(vRe, vIm, n, 3, vReAdj, vImAdj);
          EigenDecompositions.eigenHermitianAdjoint(
              re, 0, n, n, im, 0, n, n, w, 0, n, vRe, 0, n, n, vIm, 0, n, n, reAdj, 0, imAdj, 0,
              a.clone(), 0, vReAdj, 0, vImAdj, 0);
          return value;
        };
    compare(objective, n * n, 11, true);
  }

  @Test
  void schurVectorsAndDiagonal() {
    int n = 3;
    Objective objective =
        (re, im, reAdj, imAdj) -> {
          double[] tRe = new double[n * n];
          double[] tIm = new double[n * n];
          double[] uRe = new double[n * n];
          double[] uIm = new double[n * n];
          SchurDecomposition.schur(
              re, 0, n, n, im, 0, n, n, tRe, 0, n, n, tIm, 0, n, n, uRe, 0, n, n, uIm, 0, n, n);
          double[] a = new double[n * n];
          double[] b = new double[n * n];
          double value = 0;
          for (int i = 0; i < n; i++) {
            a[i * n + i] = weights(n, 5)[i];
            b[i * n + i] = weights(n, 6)[i];
            value += a[i * n + i] * tRe[i * n + i] + b[i * n + i] * tIm[i * n + i];
          }
          for (int k = n; k < n * n; k++) {
            int i = k % n;
            int j = k / n;
            value += i < j ? 0.3 * (tRe[k] * tRe[k] + tIm[k] * tIm[k]) : 0;
            a[k] += i < j ? 0.6 * tRe[k] : 0;
            b[k] += i < j ? 0.6 * tIm[k] : 0;
          }
          double[] uReAdj = new double[n * n];
          double[] uImAdj = new double[n * n];
          value += relative(uRe, uIm, n, 3, uReAdj, uImAdj);
          SchurDecomposition.schurAdjoint(
              re, 0, n, n, im, 0, n, n, tRe, 0, n, n, tIm, 0, n, n, uRe, 0, n, n, uIm, 0, n, n,
              reAdj, 0, imAdj, 0, a, 0, b, 0, uReAdj, 0, uImAdj, 0);
          return value;
        };
    compare(objective, n * n, 12, false);
  }

  @Test
  void singularVectors() {
    singularVectors(4, 3);
    singularVectors(2, 4);
  }

  private record Svd(double[] uRe, double[] uIm, double[] s, double[] vRe, double[] vIm) {
    static Svd of(double[] re, double[] im, int m, int n) {
      int k = Math.min(m, n);
      double[] s = new double[k];
      Svd svd =
          new Svd(new double[m * k], new double[m * k], s, new double[n * k], new double[n * k]);
      SingularValues.svdComplex(
          re, 0, m, n, im, 0, m, n, svd.uRe, 0, m, k, svd.uIm, 0, m, k, s, 0, k, svd.vRe, 0, n, k,
          svd.vIm, 0, n, k);
      return svd;
    }

    void adjoint(double[] re, double[] im, Svd bar, double[] reAdj, double[] imAdj) {
      int k = s.length;
      int m = uRe.length / k;
      int n = vRe.length / k;
      SingularValues.svdComplexAdjoint(
          re, 0, m, n, im, 0, m, n, uRe, 0, m, k, uIm, 0, m, k, s, 0, k, vRe, 0, n, k, vIm, 0, n, k,
          reAdj, 0, imAdj, 0, bar.uRe, 0, bar.uIm, 0, bar.s, 0, bar.vRe, 0, bar.vIm, 0);
    }
  }

  /** Phases of both factors turn together: the objective has products of elements of both. */
  private static void singularVectors(int m, int n) {
    int k = Math.min(m, n);
    double[] weights = weights(k, 7);
    Objective objective =
        (re, im, reAdj, imAdj) -> {
          Svd svd = Svd.of(re, im, m, n);
          double[] both = stacked(svd.uRe, svd.vRe, m, n, k);
          double[] bothIm = stacked(svd.uIm, svd.vIm, m, n, k);
          double[] re2 = new double[both.length];
          double[] im2 = new double[both.length];
          double value = dot(weights, svd.s) + relative(both, bothIm, m + n, 3, re2, im2);
          Svd bar =
              new Svd(
                  part(re2, 0, m, k),
                  part(im2, 0, m, k),
                  weights.clone(),
                  part(re2, m, n, k),
                  part(im2, m, n, k));
          svd.adjoint(re, im, bar, reAdj, imAdj);
          return value;
        };
    compare(objective, m * n, 13, false);
  }

  /** The columns of one matrix over those of another. */
  private static double[] stacked(double[] a, double[] b, int m, int n, int k) {
    double[] both = new double[(m + n) * k];
    for (int j = 0; j < k; j++) {
      System.arraycopy(a, j * m, both, j * (m + n), m);
      System.arraycopy(b, j * n, both, j * (m + n) + m, n);
    }
    return both;
  }

  /** {@code rows} rows of stacked columns from row {@code from} on. */
  private static double[] part(double[] both, int from, int rows, int k) {
    int height = both.length / k;
    double[] part = new double[rows * k];
    for (int j = 0; j < k; j++) {
      int at = j * height + from;
      System.arraycopy(Arrays.copyOfRange(both, at, at + rows), 0, part, j * rows, rows);
    }
    return part;
  }
}
