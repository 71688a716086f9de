import java.util.Random;
import org.stanj.stdlib.linalg.Decompositions;
import org.stanj.stdlib.linalg.Distances;
import org.stanj.stdlib.linalg.LinearAlgebra;
import org.stanj.stdlib.linalg.SelfProducts;

/** Times of our dense kernels: one line "operation n nanoseconds" each. */
public final class Dense {
  private static final Random RANDOM = new Random(1);
  private static boolean last;

  private static double[] random(int size) {
    return RANDOM.doubles(size, -1, 1).toArray();
  }

  private static double[] lower(int n) {
    double[] l = random(n * n);
    for (int i = 0; i < n * n; i++) {
      l[i] = i % n == i / n ? 2 + l[i] : i % n > i / n ? l[i] / n : 0;
    }
    return l;
  }

  /** The smallest of 12 windows, after as many for the compiler. */
  private static void time(String name, int n, Runnable work) {
    double best = Double.POSITIVE_INFINITY;
    long repeats = 1;
    for (int window = 0; window < 24; window++) {
      long start = System.nanoTime();
      for (long i = 0; i < repeats; i++) {
        work.run();
      }
      double each = (System.nanoTime() - start) / (double) repeats;
      best = window < 12 ? best : Math.min(best, each);
      repeats = Math.max(1, (long) (1e7 / each));
    }
    if (last) {
      System.out.printf("%s %d %.0f%n", name, n, best);
    }
  }

  /** The last of several rounds counts: every kernel is measured after all have been used. */
  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    for (int round = 1; round <= rounds; round++) {
      last = round == rounds;
      for (int n : new int[] {10, 100, 500}) {
        products(n);
        vectors(n);
        factors(n);
        covariance(n);
      }
    }
  }

  private static void products(int n) {
    double[] a = random(n * n);
    double[] b = random(n * n);
    double[] c = new double[n * n];
    double[] aa = new double[n * n];
    double[] ba = new double[n * n];
    time("product", n, () -> LinearAlgebra.multiply(a, 0, n, n, b, 0, n, n, c, 0, n, n));
    time(
        "product_adjoint",
        n,
        () -> LinearAlgebra.multiplyAdjoint(a, 0, n, n, b, 0, n, n, c, 0, n, n, aa, 0, ba, 0, c, 0));
    time("crossprod", n, () -> SelfProducts.crossprod(a, 0, n, n, c, 0, n, n));
    time(
        "crossprod_adjoint",
        n,
        () -> SelfProducts.crossprodAdjoint(a, 0, n, n, c, 0, n, n, aa, 0, b, 0));
  }

  private static void vectors(int n) {
    double[] a = random(n * n);
    double[] aa = new double[n * n];
    double[] x = random(n);
    double[] y = random(n);
    double[] z = random(n);
    time("matrix_vector", n, () -> LinearAlgebra.multiplyVector(a, 0, n, n, x, 0, n, y, 0, n));
    time(
        "matrix_vector_adjoint",
        n,
        () ->
            LinearAlgebra.multiplyVectorAdjoint(
                a, 0, n, n, x, 0, n, y, 0, n, aa, 0, y, 0, z, 0));
    time("row_matrix", n, () -> LinearAlgebra.vectorMultiply(x, 0, n, a, 0, n, n, y, 0, n));
  }

  private static void factors(int n) {
    double[] l = lower(n);
    double[] a = new double[n * n];
    SelfProducts.multiplyLowerTriSelfTranspose(l, 0, n, n, a, 0, n, n);
    double[] f = new double[n * n];
    double[] g = random(n * n);
    double[] h = random(n * n);
    double[] aa = new double[n * n];
    double[] x = random(n);
    double[] y = random(n);
    time("cholesky", n, () -> LinearAlgebra.cholesky(a, 0, n, n, f, 0, n, n));
    time(
        "cholesky_adjoint",
        n,
        () -> {
          System.arraycopy(h, 0, g, 0, n * n);
          LinearAlgebra.choleskyAdjoint(a, 0, n, n, f, 0, n, n, aa, 0, g, 0);
        });
    time("solve_vector", n, () -> LinearAlgebra.solveLower(l, 0, n, n, x, 0, n, y, 0, n));
    time(
        "solve_vector_adjoint",
        n,
        () -> {
          System.arraycopy(h, 0, y, 0, n);
          LinearAlgebra.solveLowerAdjoint(l, 0, n, n, x, 0, n, x, 0, n, aa, 0, x, 0, y, 0);
        });
    time("solve_matrix", n, () -> LinearAlgebra.solveLowerMatrix(l, 0, n, n, h, 0, n, n, g, 0, n, n));
    time(
        "solve_matrix_adjoint",
        n,
        () -> {
          System.arraycopy(h, 0, g, 0, n * n);
          LinearAlgebra.solveLowerMatrixAdjoint(
              l, 0, n, n, h, 0, n, n, h, 0, n, n, aa, 0, f, 0, g, 0);
        });
    if (n <= 100) {
      double[] w = new double[n];
      time(
          "eigenvalues_sym",
          n,
          () -> Decompositions.eigenSymmetric(a, 0, n, n, w, 0, n, f, 0, n, n));
    }
  }

  private static void covariance(int n) {
    double[] x = random(2 * n);
    double[] d = new double[n * n];
    double[] g = random(n * n);
    double[] xa = new double[2 * n];
    time("distances", n, () -> Distances.squared(x, 0, n, 2, x, 0, n, 2, d, 0, n, n));
    time(
        "distances_adjoint",
        n,
        () ->
            Distances.squaredAdjoint(x, 0, n, 2, x, 0, n, 2, d, 0, n, n, xa, 0, xa, 0, g, 0));
  }
}
