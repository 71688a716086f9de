package org.stanj.stdlib.linalg;

import java.util.Arrays;

/**
 * A symmetric matrix as UTU′ with T tridiagonal, by Householder's reflections I − τvv′, v₁ = 1.
 * Source: Golub and Van Loan, Matrix Computations, 4th ed., 8.3.1.
 */
final class SymmetricReduction {
  private SymmetricReduction() {}

  /**
   * Fills the diagonal of T, the elements below it and the columns of U.
   *
   * @param a the whole matrix; overwritten
   * @param column working space for n elements
   */
  static void reduce(
      int n, double[] a, double[] diagonal, double[] below, double[] column, double[] u, int uo) {
    InnerLoops loops = Loops.columns(n, (long) n * n * n);
    for (int k = 0; k < n - 2; k++) {
      int rest = n - k - 1;
      int v = k * n + k + 1;
      int corner = v + n;
      below[k] = reflection(rest, a, v, diagonal, k + 1);
      double tau = diagonal[k + 1];
      diagonal[k] = a[k * n + k];
      if (tau != 0) {
        // With p = τAv and w = p − ½τ(p′v)v, the two reflections are A − vw′ − wv′.
        Arrays.fill(column, 0, rest, 0);
        loops.addColumns(rest, rest, a, corner, n, a, v, 1, false, column, 0);
        double half = 0.5 * tau * tau * ScalarLoops.dot(rest, column, 0, a, v);
        for (int i = 0; i < rest; i++) {
          column[i] = tau * column[i] - half * a[v + i];
        }
        loops.addOuter(rest, rest, a, v, column, 0, true, a, corner, n);
        loops.addOuter(rest, rest, column, 0, a, v, true, a, corner, n);
      }
      // Where the factor is kept until U is made of them.
      a[k * n + k] = tau;
    }
    for (int k = Math.max(0, n - 2); k < n; k++) {
      diagonal[k] = a[k * n + k];
    }
    if (n > 1) {
      below[n - 2] = a[(n - 2) * n + n - 1];
    }
    accumulate(loops, n, a, column, u, uo);
  }

  /**
   * Replaces v by that of the reflection that takes it to (β, 0, ...), puts τ into {@code
   * taus[at]}, and gives β.
   */
  private static double reflection(int n, double[] a, int v, double[] taus, int at) {
    double tail = 0;
    for (int i = 1; i < n; i++) {
      tail += a[v + i] * a[v + i];
    }
    double first = a[v];
    a[v] = 1;
    if (tail <= Double.MIN_NORMAL) {
      Arrays.fill(a, v + 1, v + n, 0);
      taus[at] = 0;
      return first;
    }
    double norm = Math.sqrt(first * first + tail);
    double beta = first >= 0 ? -norm : norm;
    for (int i = 1; i < n; i++) {
      a[v + i] /= first - beta;
    }
    taus[at] = (beta - first) / beta;
    return beta;
  }

  /** U as the product of the reflections, the last one first, so that it grows from its corner. */
  private static void accumulate(
      InnerLoops loops, int n, double[] a, double[] column, double[] u, int uo) {
    Arrays.fill(u, uo, uo + n * n, 0);
    for (int i = 0; i < n; i++) {
      u[uo + i * n + i] = 1;
    }
    for (int k = n - 3; k >= 0; k--) {
      int rest = n - k - 1;
      int corner = uo + (k + 1) * n + k + 1;
      double tau = a[k * n + k];
      Arrays.fill(column, 0, rest, 0);
      loops.addDots(rest, rest, u, corner, n, a, k * n + k + 1, false, column, 0);
      for (int i = 0; i < rest; i++) {
        column[i] *= tau;
      }
      loops.addOuter(rest, rest, a, k * n + k + 1, column, 0, true, u, corner, n);
    }
  }
}
