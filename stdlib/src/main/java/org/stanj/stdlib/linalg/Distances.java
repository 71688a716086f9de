package org.stanj.stdlib.linalg;

import org.jspecify.annotations.Nullable;

/** Distances between points, the rows of what covariance functions start from. */
public final class Distances {
  /** Rows and columns that are mirrored at a time: what is read and written stays in the cache. */
  private static final int TILE = 8;

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

  /**
   * |xᵢ − xⱼ|² for i ≥ j, column by column: the lower triangle of a matrix of which both halves are
   * the same.
   */
  public static void squaredLower(
      double[] x, int xo, int n, int d, double[] out, int oo, int size) {
    int at = oo;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          double t = x[xo + i * d + k] - x[xo + j * d + k];
          sum += t * t;
        }
        out[at++] = sum;
      }
    }
  }

  /** Adjoint of {@link #squaredLower}. */
  public static void squaredLowerAdjoint(
      double[] x,
      int xo,
      int n,
      int d,
      double[] out,
      int oo,
      int size,
      double @Nullable [] xAdj,
      int xa,
      double[] outAdj,
      int oa) {
    int at = oa;
    for (int j = 0; j < n && xAdj != null; j++) {
      for (int i = j; i < n; i++) {
        double factor = 2 * outAdj[at++];
        addDifference(x, xo + i * d, x, xo + j * d, d, factor, xAdj, xa + i * d, xAdj, xa + j * d);
      }
    }
  }

  /** |xᵢ − xⱼ| for i ≥ j, column by column. */
  public static void euclideanLower(
      double[] x, int xo, int n, int d, double[] out, int oo, int size) {
    squaredLower(x, xo, n, d, out, oo, size);
    for (int i = 0; i < size; i++) {
      out[oo + i] = Math.sqrt(out[oo + i]);
    }
  }

  /** Adjoint of {@link #euclideanLower}; equal points contribute nothing. */
  public static void euclideanLowerAdjoint(
      double[] x,
      int xo,
      int n,
      int d,
      double[] out,
      int oo,
      int size,
      double @Nullable [] xAdj,
      int xa,
      double[] outAdj,
      int oa) {
    int at = 0;
    for (int j = 0; j < n && xAdj != null; j++) {
      for (int i = j; i < n; i++) {
        double distance = out[oo + at];
        double factor = distance == 0 ? 0 : outAdj[oa + at] / distance;
        at++;
        addDifference(x, xo + i * d, x, xo + j * d, d, factor, xAdj, xa + i * d, xAdj, xa + j * d);
      }
    }
  }

  /** The symmetric matrix with this lower triangle, given column by column. */
  public static void symmetric(
      double[] lower, int lo, int size, double[] out, int oo, int n, int n2) {
    for (int j = 0; j < n; j += TILE) {
      for (int i = j; i < n; i += TILE) {
        for (int c = j; c < Math.min(j + TILE, n); c++) {
          int column = lo + c * n - c * (c + 1) / 2;
          for (int r = Math.max(i, c); r < Math.min(i + TILE, n); r++) {
            out[oo + c * n + r] = lower[column + r];
            out[oo + r * n + c] = lower[column + r];
          }
        }
      }
    }
  }

  /** Adjoint of {@link #symmetric}: an element off the diagonal gets those of both halves. */
  public static void symmetricAdjoint(
      double[] lower,
      int lo,
      int size,
      double[] out,
      int oo,
      int n,
      int n2,
      double @Nullable [] lowerAdj,
      int la,
      double[] outAdj,
      int oa) {
    for (int j = 0; j < n && lowerAdj != null; j += TILE) {
      for (int i = j; i < n; i += TILE) {
        for (int c = j; c < Math.min(j + TILE, n); c++) {
          int column = la + c * n - c * (c + 1) / 2;
          for (int r = Math.max(i, c); r < Math.min(i + TILE, n); r++) {
            double mirrored = r == c ? 0 : outAdj[oa + r * n + c];
            lowerAdj[column + r] += outAdj[oa + c * n + r] + mirrored;
          }
        }
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
