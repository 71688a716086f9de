package org.stanj.stdlib.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.stanj.stdlib.simd.Fused;
import org.stanj.stdlib.simd.VectorModule;

/**
 * The blocked kernels against plain formulas, over sizes around every block; the two forms of the
 * inner loops against each other, bit by bit.
 */
final class DenseLoopsTest {
  private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 50, 130, 270};

  private final Random random = new Random(20260101);

  private double[] random(int size) {
    return random.doubles(size, -1, 1).toArray();
  }

  /** A well-conditioned lower triangle, with rubbish above the diagonal. */
  private double[] lower(int n) {
    double[] l = random(n * n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        l[j * n + i] = i == j ? 2 + l[j * n + i] : l[j * n + i] / n;
      }
    }
    return l;
  }

  private static double[] lowerPart(double[] l, int n) {
    double[] t = l.clone();
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < j; i++) {
        t[j * n + i] = 0;
      }
    }
    return t;
  }

  private static double[] transposed(double[] a, int m, int n) {
    double[] t = new double[m * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        t[i * n + j] = a[j * m + i];
      }
    }
    return t;
  }

  /** AB by its definition. */
  private static double[] plain(double[] a, int m, int k, double[] b, int n) {
    double[] c = new double[m * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        for (int p = 0; p < k; p++) {
          c[j * m + i] += a[p * m + i] * b[j * k + p];
        }
      }
    }
    return c;
  }

  private static double[] minus(double[] a) {
    double[] b = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      b[i] = -a[i];
    }
    return b;
  }

  @Test
  void products() {
    for (int m : SIZES) {
      for (int n : new int[] {1, 3, 4, 30}) {
        int k = SIZES[(m + n) % SIZES.length];
        double[] a = random(m * k);
        double[] b = random(k * n);
        double[] c = new double[m * n];
        LinearAlgebra.multiply(a, 0, m, k, b, 0, k, n, c, 0, m, n);
        assertArrayEquals(plain(a, m, k, b, n), c, 1e-12, m + " " + k + " " + n);
        double[] g = random(m * n);
        double[] aAdj = new double[m * k];
        double[] bAdj = new double[k * n];
        LinearAlgebra.multiplyAdjoint(a, 0, m, k, b, 0, k, n, c, 0, m, n, aAdj, 0, bAdj, 0, g, 0);
        assertArrayEquals(plain(g, m, n, transposed(b, k, n), k), aAdj, 1e-12);
        assertArrayEquals(plain(transposed(a, m, k), k, m, g, n), bAdj, 1e-12);
      }
    }
  }

  @Test
  void productsWithItself() {
    for (int m : SIZES) {
      int n = SIZES[(m + 3) % SIZES.length];
      double[] a = random(m * n);
      double[] t = transposed(a, m, n);
      double[] c = new double[n * n];
      SelfProducts.crossprod(a, 0, m, n, c, 0, n, n);
      assertArrayEquals(plain(t, n, m, a, n), c, 1e-12);
      c = new double[m * m];
      SelfProducts.tcrossprod(a, 0, m, n, c, 0, m, m);
      assertArrayEquals(plain(a, m, n, t, m), c, 1e-12);
      double[] l = lower(m);
      SelfProducts.multiplyLowerTriSelfTranspose(l, 0, m, m, c, 0, m, m);
      double[] low = lowerPart(l, m);
      assertArrayEquals(plain(low, m, m, transposed(low, m, m), m), c, 1e-12);
      double[] g = random(m * m);
      double[] lAdj = new double[m * m];
      SelfProducts.multiplyLowerTriSelfTransposeAdjoint(l, 0, m, m, c, 0, m, m, lAdj, 0, g, 0);
      double[] both = g.clone();
      Products.addTo(m * m, transposed(g, m, m), 0, both, 0);
      assertArrayEquals(lowerPart(plain(both, m, m, low, m), m), lAdj, 1e-11);
    }
  }

  @Test
  void solvesAndTheirAdjoints() {
    for (int n : SIZES) {
      for (int k : new int[] {1, 5, 6, 40}) {
        double[] l = lower(n);
        double[] low = lowerPart(l, n);
        double[] b = random(n * k);
        double[] x = new double[n * k];
        LinearAlgebra.solveLowerMatrix(l, 0, n, n, b, 0, n, k, x, 0, n, k);
        assertArrayEquals(b, plain(low, n, n, x, k), 1e-12);
        double[] g = random(n * k);
        double[] solved = g.clone();
        double[] lAdj = new double[n * n];
        double[] bAdj = new double[n * k];
        LinearAlgebra.solveLowerMatrixAdjoint(
            l, 0, n, n, b, 0, n, k, x, 0, n, k, lAdj, 0, bAdj, 0, solved, 0);
        assertArrayEquals(g, plain(transposed(low, n, n), n, n, bAdj, k), 1e-12);
        double[] outer = plain(bAdj, n, k, transposed(x, n, k), n);
        assertArrayEquals(minus(lowerPart(outer, n)), lAdj, 1e-11);
      }
    }
  }

  @Test
  void solvesFromTheRight() {
    for (int n : SIZES) {
      int m = SIZES[(n + 5) % SIZES.length];
      double[] l = lower(n);
      double[] low = lowerPart(l, n);
      double[] b = random(m * n);
      double[] x = new double[m * n];
      LinearAlgebra.solveRightLower(l, 0, n, n, b, 0, m, n, x, 0, m, n);
      assertArrayEquals(b, plain(x, m, n, low, n), 1e-12);
      double[] g = random(m * n);
      double[] lAdj = new double[n * n];
      double[] bAdj = new double[m * n];
      LinearAlgebra.solveRightLowerAdjoint(
          l, 0, n, n, b, 0, m, n, x, 0, m, n, lAdj, 0, bAdj, 0, g.clone(), 0);
      assertArrayEquals(g, plain(bAdj, m, n, transposed(low, n, n), n), 1e-12);
      double[] outer = plain(transposed(x, m, n), n, m, bAdj, n);
      assertArrayEquals(minus(lowerPart(outer, n)), lAdj, 1e-11);
    }
  }

  @Test
  void vectorSolves() {
    for (int n : SIZES) {
      double[] l = lower(n);
      double[] low = lowerPart(l, n);
      double[] b = random(n);
      double[] x = new double[n];
      LinearAlgebra.solveLowerTransposed(l, 0, n, n, b, 0, n, x, 0, n);
      assertArrayEquals(b, plain(transposed(low, n, n), n, n, x, 1), 1e-12);
      double[] lAdj = new double[n * n];
      double[] bAdj = new double[n];
      double[] g = random(n);
      LinearAlgebra.solveLowerTransposedAdjoint(
          l, 0, n, n, b, 0, n, x, 0, n, lAdj, 0, bAdj, 0, g.clone(), 0);
      assertArrayEquals(g, plain(low, n, n, bAdj, 1), 1e-12);
      assertArrayEquals(minus(lowerPart(plain(x, n, 1, bAdj, n), n)), lAdj, 1e-11);
    }
  }

  /** With Φ the lower triangle with half of the diagonal, Ā = L′⁻¹ Φ(L′L̄) L⁻¹, symmetrised. */
  @Test
  void choleskyAndItsAdjoint() {
    for (int n : SIZES) {
      double[] low = lowerPart(lower(n), n);
      double[] a = plain(low, n, n, transposed(low, n, n), n);
      double[] l = new double[n * n];
      LinearAlgebra.cholesky(a, 0, n, n, l, 0, n, n);
      for (int i = 0; i < n * n; i++) {
        double sign = low[i / n * n + i / n] < 0 ? -1 : 1;
        assertEquals(sign * low[i], l[i], 1e-11);
      }
      double[] g = random(n * n);
      double[] aAdj = new double[n * n];
      double[] phi = lowerPart(plain(transposed(l, n, n), n, n, lowerPart(g, n), n), n);
      LinearAlgebra.choleskyAdjoint(a, 0, n, n, l, 0, n, n, aAdj, 0, g, 0);
      for (int i = 0; i < n; i++) {
        phi[i * n + i] /= 2;
      }
      // L′ M L for M = Ā with its mirror on the other side is Φ + Φ′.
      double[] both = aAdj.clone();
      Products.addTo(n * n, transposed(aAdj, n, n), 0, both, 0);
      double[] product = plain(transposed(l, n, n), n, n, plain(both, n, n, l, n), n);
      Products.addTo(n * n, transposed(phi, n, n).clone(), 0, phi, 0);
      assertArrayEquals(phi, product, 1e-10, "n = " + n);
    }
  }

  @Test
  void notPositiveDefiniteAtAnyPlace() {
    int n = 70;
    for (int at = 0; at < n; at += 3) {
      double[] a = new double[n * n];
      for (int i = 0; i < n; i++) {
        a[i * n + i] = i == at ? -1e-9 : 1;
      }
      double[] l = new double[n * n];
      LinearAlgebra.choleskyOrNan(a, 0, n, n, l, 0, n, n);
      assertTrue(Double.isNaN(l[0]));
    }
  }

  private static void sameBits(BiConsumer<InnerLoops, double[]> run, double[] start) {
    double[] scalar = start.clone();
    double[] vector = start.clone();
    run.accept(new ScalarLoops(), scalar);
    run.accept(new VectorLoops(), vector);
    for (int i = 0; i < scalar.length; i++) {
      assertEquals(Double.doubleToRawLongBits(scalar[i]), Double.doubleToRawLongBits(vector[i]));
    }
  }

  @Test
  void samplesFitIntoTheirSpace() {
    if (!Fused.HARDWARE || !VectorModule.available()) {
      return;
    }
    for (InnerLoops loops : new InnerLoops[] {new ScalarLoops(), new VectorLoops()}) {
      LoopSamples.columns(loops);
      LoopSamples.dots(loops);
      LoopSamples.products(loops);
    }
  }

  @Test
  void bothFormsGiveTheSameBits() {
    if (!Fused.HARDWARE || !VectorModule.available()) {
      return;
    }
    for (int m : SIZES) {
      for (int k : new int[] {1, 4, 6, 13, 300}) {
        double[] a = random(m * k + k * k + m);
        double[] b = random(Math.max(m, k) * 31);
        double[] c = random(m * 31);
        for (boolean negative : new boolean[] {false, true}) {
          sameBits((f, t) -> f.addProduct(m, 31, k, a, 1, 1, m, b, 0, 1, k, negative, t, 0, m), c);
          sameBits((f, t) -> f.addProduct(m, 26, k, a, 0, k, 1, b, 2, 26, 1, negative, t, 0, m), c);
          sameBits((f, t) -> f.addColumns(m, k, a, 1, m, b, 0, 1, negative, t, 1), random(m + 1));
          sameBits((f, t) -> f.addDots(m, k, a, 1, m, b, 0, negative, t, 0), random(k));
          sameBits((f, t) -> f.addOuter(m, k, b, 0, a, 0, negative, t, 0, m), random(m * k));
        }
      }
    }
  }

  @Test
  void nothingIsAllocated() {
    int n = 60;
    double[] a = random(n * n);
    double[] c = new double[n * n];
    double[] l = lower(n);
    IntConsumer kernels =
        i -> {
          LinearAlgebra.multiply(a, 0, n, n, l, 0, n, n, c, 0, n, n);
          LinearAlgebra.multiplyAdjoint(a, 0, n, n, l, 0, n, n, c, 0, n, n, c, 0, null, 0, a, 0);
          SelfProducts.multiplyLowerTriSelfTranspose(l, 0, n, n, c, 0, n, n);
          LinearAlgebra.cholesky(c, 0, n, n, l, 0, n, n);
          LinearAlgebra.solveLowerMatrix(l, 0, n, n, a, 0, n, n, c, 0, n, n);
        };
    kernels.accept(0);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    threads.getThreadAllocatedBytes(id);
    long before = threads.getThreadAllocatedBytes(id);
    kernels.accept(1);
    long after = threads.getThreadAllocatedBytes(id);
    assertEquals(0, (after - before) / 1024, "kilobytes");
  }
}
