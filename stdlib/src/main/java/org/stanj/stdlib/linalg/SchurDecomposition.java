package org.stanj.stdlib.linalg;

import org.jspecify.annotations.Nullable;

/**
 * The complex Schur decomposition as a kernel, with its adjoint. The phases of the Schur vectors
 * are free: derivatives are those that keep them, diag(U*dU) = 0.
 */
public final class SchurDecomposition {
  private SchurDecomposition() {}

  /** A = UTU* with unitary U and upper triangular T. */
  public static void schur(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] tRe,
      int tReo,
      int tReRows,
      int tReCols,
      double[] tIm,
      int tImo,
      int tImRows,
      int tImCols,
      double[] uRe,
      int uReo,
      int uReRows,
      int uReCols,
      double[] uIm,
      int uImo,
      int uImRows,
      int uImCols) {
    ComplexMatrix a = ComplexMatrix.of(re, reo, im, imo, reRows, reRows);
    ComplexSchur schur = ComplexSchur.of(a, "complex_schur_decompose");
    schur.t.store(tRe, tReo, tIm, tImo);
    schur.u.store(uRe, uReo, uIm, uImo);
  }

  /**
   * Adjoint of {@link #schur}. With P = U*dAU and X = U*dU, which is skew: P = XT − TX + dT. The
   * strictly lower triangle of this equation, which has only that of X in it, is solved by
   * substitution; here its adjoint.
   */
  public static void schurAdjoint(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] tRe,
      int tReo,
      int tReRows,
      int tReCols,
      double[] tIm,
      int tImo,
      int tImRows,
      int tImCols,
      double[] uRe,
      int uReo,
      int uReRows,
      int uReCols,
      double[] uIm,
      int uImo,
      int uImRows,
      int uImCols,
      double @Nullable [] reAdj,
      int rea,
      double @Nullable [] imAdj,
      int ima,
      double[] tReAdj,
      int tRea,
      double[] tImAdj,
      int tIma,
      double[] uReAdj,
      int uRea,
      double[] uImAdj,
      int uIma) {
    int n = reRows;
    ComplexMatrix t = ComplexMatrix.of(tRe, tReo, tIm, tImo, n, n);
    ComplexMatrix u = ComplexMatrix.of(uRe, uReo, uIm, uImo, n, n);
    ComplexMatrix p = ComplexMatrix.of(tReAdj, tRea, tImAdj, tIma, n, n);
    ComplexMatrix uBar = ComplexMatrix.of(uReAdj, uRea, uImAdj, uIma, n, n);
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        p.set(i, j, 0, 0);
      }
    }
    ComplexMatrix tStar = t.adjoint();
    ComplexMatrix xBar = u.adjoint().times(uBar).plus(-1, p.times(tStar)).plus(1, tStar.times(p));
    ComplexMatrix skew = xBar.plus(-1, xBar.adjoint());
    substitute(t, skew, p);
    u.times(p).times(u.adjoint()).addTo(reAdj, rea, imAdj, ima);
  }

  /** Fills the strictly lower triangle of p; overwrites that of y. */
  private static void substitute(ComplexMatrix t, ComplexMatrix y, ComplexMatrix p) {
    int n = t.rows;
    for (int i = 0; i < n; i++) {
      for (int j = i - 1; j >= 0; j--) {
        double dRe = t.re[t.at(j, j)] - t.re[t.at(i, i)];
        double dIm = t.im[t.at(i, i)] - t.im[t.at(j, j)];
        if (y.size(i, j) > 0) {
          y.divide(i, j, dRe, dIm);
        }
        double x = y.re[y.at(i, j)];
        double z = y.im[y.at(i, j)];
        p.set(i, j, x, z);
        for (int k = 0; k < j; k++) {
          addConjugateProduct(y, i, k, t, t.at(k, j), -x, -z);
        }
        for (int k = i + 1; k < n; k++) {
          addConjugateProduct(y, k, j, t, t.at(i, k), x, z);
        }
      }
    }
  }

  /** Adds conj(element of t) (x + zi) to element (i, j). */
  private static void addConjugateProduct(
      ComplexMatrix y, int i, int j, ComplexMatrix t, int at, double x, double z) {
    y.add(i, j, t.re[at] * x + t.im[at] * z, t.re[at] * z - t.im[at] * x);
  }
}
