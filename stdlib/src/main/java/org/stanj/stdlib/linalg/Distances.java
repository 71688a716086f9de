package org.stanj.stdlib.linalg;

import org.jspecify.annotations.Nullable;

/** Distances between points, the rows of what covariance functions start from. */
public final class Distances {
  private Distances() {}

  /** D[i, j] = |xᵢ − yⱼ|²; points element by element. */
  public static void squared(
      double[] x,
      int xo,
      int m,
      int d,
      double[] y,
      int yo,
      int n,
      int d2,
      double[] out,
      int oo,
      int m2,
      int n2) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          double t = x[xo + i * d + k] - y[yo + j * d + k];
          sum += t * t;
        }
        out[oo + j * m + i] = sum;
      }
    }
  }

  /** Adjoint of {@link #squared}. */
  public static void squaredAdjoint(
      double[] x,
      int xo,
      int m,
      int d,
      double[] y,
      int yo,
      int n,
      int d2,
      double[] out,
      int oo,
      int m2,
      int n2,
      double @Nullable [] xAdj,
      int xa,
      double @Nullable [] yAdj,
      int ya,
      double[] outAdj,
      int oa) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        double factor = 2 * outAdj[oa + j * m + i];
        addDifference(x, xo + i * d, y, yo + j * d, d, factor, xAdj, xa + i * d, yAdj, ya + j * d);
      }
    }
  }

  /** D[i, j] = |xᵢ − yⱼ|. */
  public static void euclidean(
      double[] x,
      int xo,
      int m,
      int d,
      double[] y,
      int yo,
      int n,
      int d2,
      double[] out,
      int oo,
      int m2,
      int n2) {
    squared(x, xo, m, d, y, yo, n, d, out, oo, m, n);
    for (int i = 0; i < m * n; i++) {
      out[oo + i] = Math.sqrt(out[oo + i]);
    }
  }

  /** Adjoint of {@link #euclidean}; equal points contribute nothing. */
  public static void euclideanAdjoint(
      double[] x,
      int xo,
      int m,
      int d,
      double[] y,
      int yo,
      int n,
      int d2,
      double[] out,
      int oo,
      int m2,
      int n2,
      double @Nullable [] xAdj,
      int xa,
      double @Nullable [] yAdj,
      int ya,
      double[] outAdj,
      int oa) {
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        double distance = out[oo + j * m + i];
        double factor = distance == 0 ? 0 : outAdj[oa + j * m + i] / distance;
        addDifference(x, xo + i * d, y, yo + j * d, d, factor, xAdj, xa + i * d, yAdj, ya + j * d);
      }
    }
  }

  private static void addDifference(
      double[] x,
      int xo,
      double[] y,
      int yo,
      int d,
      double factor,
      double @Nullable [] xAdj,
      int xa,
      double @Nullable [] yAdj,
      int ya) {
    for (int k = 0; k < d; k++) {
      double g = factor * (x[xo + k] - y[yo + k]);
      if (xAdj != null) {
        xAdj[xa + k] += g;
      }
      if (yAdj != null) {
        yAdj[ya + k] -= g;
      }
    }
  }
}
