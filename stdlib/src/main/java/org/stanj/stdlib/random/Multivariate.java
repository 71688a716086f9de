package org.stanj.stdlib.random;

import java.util.Arrays;
import org.stanj.stdlib.abi.RandomStream;

/** One draw of a categorical, vector or matrix distribution. Matrices are column-major. */
public final class Multivariate {
  private Multivariate() {}

  /** A position from 1, by the chances θ. */
  public static int categorical(RandomStream stream, double[] theta, int offset, int n) {
    double u = stream.nextDouble();
    double sum = 0;
    for (int k = 0; k < n - 1; k++) {
      sum += theta[offset + k];
      if (u < sum) {
        return k + 1;
      }
    }
    return n;
  }

  /** Dirichlet: normalised gammas, on the log scale, so that small α cannot give 0/0. */
  public static void dirichlet(
      RandomStream stream, double[] alpha, int ao, int n, double[] theta, int to, int n2) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      theta[to + k] = Draws.logGamma(stream, alpha[ao + k]);
      max = Math.max(max, theta[to + k]);
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      theta[to + k] = Math.exp(theta[to + k] - max);
      sum += theta[to + k];
    }
    for (int k = 0; k < n; k++) {
      theta[to + k] /= sum;
    }
  }

  /** Multinomial counts of N trials: one binomial after the other. */
  public static void multinomial(
      RandomStream stream,
      double[] theta,
      int to,
      int n,
      int trials,
      int[] counts,
      int co,
      int n2) {
    double mass = 1;
    int left = trials;
    for (int k = 0; k < n - 1; k++) {
      double p = mass > 0 ? Math.min(1, theta[to + k] / mass) : 0;
      int count = Draws.binomial(stream, left, p);
      counts[co + k] = count;
      left -= count;
      mass -= theta[to + k];
    }
    if (n > 0) {
      counts[co + n - 1] = left;
    }
  }

  /** Independent standard normals. */
  public static void standardNormals(RandomStream stream, double[] z, int offset, int n) {
    for (int i = 0; i < n; i++) {
      z[offset + i] = Draws.standardNormal(stream);
    }
  }

  /**
   * Bartlett's lower triangular B with BB′ Wishart(ν, I): roots of chi-squares on the diagonal,
   * standard normals below.
   */
  public static void wishartFactor(
      RandomStream stream, double nu, double[] b, int bo, int n, int n2) {
    Arrays.fill(b, bo, bo + n * n, 0);
    for (int j = 0; j < n; j++) {
      b[bo + j * n + j] = Math.sqrt(2 * Draws.standardGamma(stream, 0.5 * (nu - j)));
      for (int i = j + 1; i < n; i++) {
        b[bo + j * n + i] = Draws.standardNormal(stream);
      }
    }
  }

  /**
   * Cholesky factor of an LKJ(η) matrix by the onion method: row k has a direction uniform on the
   * sphere and a squared length Beta(k/2, η + (n − 1 − k)/2). Source: Lewandowski, Kurowicka and
   * Joe, J. Multivariate Anal. 100 (2009) 1989, section 3.2.
   */
  public static void lkjFactor(RandomStream stream, double eta, double[] l, int lo, int n, int n2) {
    Arrays.fill(l, lo, lo + n * n, 0);
    for (int k = 0; k < n; k++) {
      if (k == 0) {
        l[lo] = 1;
        continue;
      }
      double square = Draws.beta(stream, 0.5 * k, eta + 0.5 * (n - 1 - k));
      double norm = 0;
      for (int j = 0; j < k; j++) {
        double z = Draws.standardNormal(stream);
        l[lo + j * n + k] = z;
        norm += z * z;
      }
      double factor = Math.sqrt(square / norm);
      for (int j = 0; j < k; j++) {
        l[lo + j * n + k] *= factor;
      }
      l[lo + k * n + k] = Math.sqrt(1 - square);
    }
  }
}
