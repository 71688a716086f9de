package org.stanj.stdlib.linalg;

import static org.stanj.stdlib.simd.Fused.multiplyAdd;

/**
 * The Cholesky factor of a matrix and its adjoint, in place, lower triangles only.
 *
 * <p>Both split the matrix in two halves, with products and solves in between: L₁₁ from A₁₁, L₂₁ =
 * A₂₁L₁₁′⁻¹, L₂₂ from A₂₂ − L₂₁L₂₁′. The adjoint is the reverse of these steps: Murray,
 * arXiv:1602.07527, section 4.
 */
final class CholeskyFactor {
  private static final int BASE = Triangular.BASE;

  private CholeskyFactor() {}

  /** A becomes L; false, with A in between, where A is not positive definite. */
  static boolean factor(int n, double[] a, int ao, int ld) {
    if (n <= BASE) {
      return factorSmall(n, a, ao, ld);
    }
    int h = Triangular.half(n);
    int below = ao + h;
    int rest = ao + h * ld + h;
    if (!factor(h, a, ao, ld)) {
      return false;
    }
    Triangular.rightTransposed(n - h, h, a, ao, ld, a, below, ld);
    Products.addLower(n - h, h, a, below, 1, ld, a, below, ld, 1, true, a, rest, ld);
    return factor(n - h, a, rest, ld);
  }

  private static boolean factorSmall(int n, double[] a, int ao, int ld) {
    for (int j = 0; j < n; j++) {
      int diagonal = ao + j * ld + j;
      double pivot = a[diagonal];
      for (int p = 0; p < j; p++) {
        double factor = a[ao + p * ld + j];
        pivot = multiplyAdd(-factor, factor, pivot);
      }
      if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
        return false;
      }
      double root = Math.sqrt(pivot);
      a[diagonal] = root;
      int i = j + 1;
      for (; i < n - 3; i += 4) {
        fourRows(j, a, ao, ld, i, root);
      }
      for (; i < n; i++) {
        double sum = a[ao + j * ld + i];
        for (int p = 0; p < j; p++) {
          sum = multiplyAdd(-a[ao + p * ld + j], a[ao + p * ld + i], sum);
        }
        a[ao + j * ld + i] = sum / root;
      }
    }
    return true;
  }

  /** Elements i to i + 3 of column j: four sums that do not wait for each other. */
  private static void fourRows(int j, double[] a, int ao, int ld, int i, double root) {
    int to = ao + j * ld + i;
    double s0 = a[to];
    double s1 = a[to + 1];
    double s2 = a[to + 2];
    double s3 = a[to + 3];
    int row = ao + j;
    int at = ao + i;
    for (int p = 0; p < j; p++) {
      double factor = -a[row];
      s0 = multiplyAdd(factor, a[at], s0);
      s1 = multiplyAdd(factor, a[at + 1], s1);
      s2 = multiplyAdd(factor, a[at + 2], s2);
      s3 = multiplyAdd(factor, a[at + 3], s3);
      row += ld;
      at += ld;
    }
    a[to] = s0 / root;
    a[to + 1] = s1 / root;
    a[to + 2] = s2 / root;
    a[to + 3] = s3 / root;
  }

  /** L̄ in G becomes Ā, where an element off the diagonal stands for itself and its mirror. */
  static void adjoint(int n, double[] l, int lo, int ld, double[] g, int go) {
    if (n <= BASE) {
      adjointSmall(n, l, lo, ld, g, go);
      return;
    }
    int h = Triangular.half(n);
    int r = n - h;
    int corner = h * ld + h;
    adjoint(r, l, lo + corner, ld, g, go + corner);
    double[] twice = twice(r, g, go + corner, ld);
    Products.add(r, h, r, twice, 0, 1, r, l, lo + h, 1, ld, true, g, go + h, ld);
    Triangular.right(r, h, l, lo, ld, g, go + h, ld);
    Products.addLower(h, r, g, go + h, ld, 1, l, lo + h, 1, ld, true, g, go, ld);
    adjoint(h, l, lo, ld, g, go);
  }

  /** S + S′ for the lower triangular S. */
  private static double[] twice(int n, double[] s, int so, int ld) {
    double[] sum = Workspace.ofThread().matrix(n * n);
    for (int j = 0; j < n; j++) {
      sum[j * n + j] = 2 * s[so + j * ld + j];
      for (int i = j + 1; i < n; i++) {
        double e = s[so + j * ld + i];
        sum[j * n + i] = e;
        sum[i * n + j] = e;
      }
    }
    return sum;
  }

  private static void adjointSmall(int n, double[] l, int lo, int ld, double[] g, int go) {
    for (int j = n - 1; j >= 0; j--) {
      int column = go + j * ld;
      double root = l[lo + j * ld + j];
      double pivotAdjoint = g[column + j];
      for (int i = j + 1; i < n; i++) {
        double e = g[column + i] / root;
        g[column + i] = e;
        pivotAdjoint = multiplyAdd(-e, l[lo + j * ld + i], pivotAdjoint);
      }
      g[column + j] = 0.5 * pivotAdjoint / root;
      for (int k = 0; k < j; k++) {
        updateAdjoint(l, lo + k * ld, g, go + k * ld, column, j, n);
      }
    }
  }

  /** Reverse of "column j loses L[j,k] times column k". */
  private static void updateAdjoint(
      double[] l, int columnK, double[] g, int adjointK, int adjointJ, int j, int n) {
    double factor = -l[columnK + j];
    double sum = 0;
    for (int i = j; i < n; i++) {
      double c = g[adjointJ + i];
      sum = multiplyAdd(c, l[columnK + i], sum);
      g[adjointK + i] = multiplyAdd(c, factor, g[adjointK + i]);
    }
    g[adjointK + j] -= sum;
  }
}
