package org.stanj.stdlib.linalg;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Eigenvalues and eigenvectors of general and Hermitian matrices, with adjoints. Eigenvectors have
 * length 1. Of a complex vector the phase is free: derivatives are those that keep it, v*dv = 0.
 *
 * <p>Source of the adjoint: Giles, An extended collection of matrix derivative results for forward
 * and reverse mode AD (2008), 3.1, with the normalisation of the vectors on top.
 */
public final class EigenDecompositions {
  private EigenDecompositions() {}

  /** Of a general real matrix, in the order in which the double-shift QR algorithm leaves them. */
  public static void eigenReal(
      double[] a,
      int ao,
      int aRows,
      int aCols,
      double[] wRe,
      int wReo,
      int wReSize,
      double[] wIm,
      int wImo,
      int wImSize,
      double[] vRe,
      int vReo,
      int vReRows,
      int vReCols,
      double[] vIm,
      int vImo,
      int vImRows,
      int vImCols) {
    RealSchur schur = RealSchur.of(a, ao, aRows, "eigenvalues");
    store(Eigenvectors.of(schur), wRe, wReo, wIm, wImo, vRe, vReo, vIm, vImo);
  }

  /** Adjoint of {@link #eigenReal}. */
  public static void eigenRealAdjoint(
      double[] a,
      int ao,
      int aRows,
      int aCols,
      double[] wRe,
      int wReo,
      int wReSize,
      double[] wIm,
      int wImo,
      int wImSize,
      double[] vRe,
      int vReo,
      int vReRows,
      int vReCols,
      double[] vIm,
      int vImo,
      int vImRows,
      int vImCols,
      double @Nullable [] aAdj,
      int aa,
      double[] wReAdj,
      int wRea,
      double[] wImAdj,
      int wIma,
      double[] vReAdj,
      int vRea,
      double[] vImAdj,
      int vIma) {
    if (aAdj == null) {
      return;
    }
    ComplexMatrix v = ComplexMatrix.of(vRe, vReo, vIm, vImo, aRows, aRows);
    ComplexMatrix w = ComplexMatrix.of(wRe, wReo, wIm, wImo, aRows, 1);
    ComplexMatrix wBar = ComplexMatrix.of(wReAdj, wRea, wImAdj, wIma, aRows, 1);
    ComplexMatrix vBar = ComplexMatrix.of(vReAdj, vRea, vImAdj, vIma, aRows, aRows);
    adjoint(v, w, wBar, vBar).addTo(aAdj, aa, null, 0);
  }

  /** Of a general complex matrix, moduli of the eigenvalues ascending. */
  public static void eigenComplex(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] wRe,
      int wReo,
      int wReSize,
      double[] wIm,
      int wImo,
      int wImSize,
      double[] vRe,
      int vReo,
      int vReRows,
      int vReCols,
      double[] vIm,
      int vImo,
      int vImRows,
      int vImCols) {
    ComplexMatrix a = ComplexMatrix.of(re, reo, im, imo, reRows, reRows);
    ComplexSchur schur = ComplexSchur.of(a, "eigenvalues");
    Eigenvectors eigen = Eigenvectors.of(schur.t, schur.u);
    Eigenvectors sorted = eigen.inOrder(order(reRows, i -> eigen.values.modulus(i, 0)));
    store(sorted, wRe, wReo, wIm, wImo, vRe, vReo, vIm, vImo);
  }

  /** Adjoint of {@link #eigenComplex}. */
  public static void eigenComplexAdjoint(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] wRe,
      int wReo,
      int wReSize,
      double[] wIm,
      int wImo,
      int wImSize,
      double[] vRe,
      int vReo,
      int vReRows,
      int vReCols,
      double[] vIm,
      int vImo,
      int vImRows,
      int vImCols,
      double @Nullable [] reAdj,
      int rea,
      double @Nullable [] imAdj,
      int ima,
      double[] wReAdj,
      int wRea,
      double[] wImAdj,
      int wIma,
      double[] vReAdj,
      int vRea,
      double[] vImAdj,
      int vIma) {
    ComplexMatrix v = ComplexMatrix.of(vRe, vReo, vIm, vImo, reRows, reRows);
    ComplexMatrix w = ComplexMatrix.of(wRe, wReo, wIm, wImo, reRows, 1);
    ComplexMatrix wBar = ComplexMatrix.of(wReAdj, wRea, wImAdj, wIma, reRows, 1);
    ComplexMatrix vBar = ComplexMatrix.of(vReAdj, vRea, vImAdj, vIma, reRows, reRows);
    adjoint(v, w, wBar, vBar).addTo(reAdj, rea, imAdj, ima);
  }

  /**
   * Of the Hermitian matrix whose lower triangle is given, eigenvalues ascending. The imaginary
   * parts of the diagonal are not read.
   */
  public static void eigenHermitian(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] wRe,
      int wReo,
      int wReSize,
      double[] vRe,
      int vReo,
      int vReRows,
      int vReCols,
      double[] vIm,
      int vImo,
      int vImRows,
      int vImCols) {
    int n = reRows;
    ComplexMatrix a = ComplexMatrix.of(re, reo, im, imo, n, n);
    for (int j = 0; j < n; j++) {
      a.im[a.at(j, j)] = 0;
      for (int i = j + 1; i < n; i++) {
        a.set(j, i, a.re[a.at(i, j)], -a.im[a.at(i, j)]);
      }
    }
    ComplexSchur schur = ComplexSchur.hessenberg(a);
    double[] diagonal = new double[n];
    double[] below = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = schur.t.re[schur.t.at(i, i)];
      below[i] = i + 1 < n ? schur.t.re[schur.t.at(i + 1, i)] : 0;
    }
    double scale = 0;
    for (int i = 0; i < n * n; i++) {
      scale = Math.max(scale, Math.hypot(a.re[i], a.im[i]));
    }
    double[][] parts = {schur.u.re, schur.u.im};
    new SymmetricTridiagonal(n, diagonal, below, parts, 0, scale).diagonalise("eigenvalues_sym");
    Integer[] order = order(n, i -> diagonal[i]);
    for (int j = 0; j < n; j++) {
      wRe[wReo + j] = diagonal[order[j]];
    }
    schur.u.columns(order).store(vRe, vReo, vIm, vImo);
  }

  /**
   * Adjoint of {@link #eigenHermitian}, into the lower triangle: Ā = V(diag(w̄) + F ∘ ½(M − M*))V*,
   * M = V*V̄, F[i, j] = 1/(w[j] − w[i]) off the diagonal. The part of V̄ along unitary V is taken
   * before it is divided by a gap, which may be a rounding error.
   */
  public static void eigenHermitianAdjoint(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] wRe,
      int wReo,
      int wReSize,
      double[] vRe,
      int vReo,
      int vReRows,
      int vReCols,
      double[] vIm,
      int vImo,
      int vImRows,
      int vImCols,
      double @Nullable [] reAdj,
      int rea,
      double @Nullable [] imAdj,
      int ima,
      double[] wReAdj,
      int wRea,
      double[] vReAdj,
      int vRea,
      double[] vImAdj,
      int vIma) {
    int n = reRows;
    ComplexMatrix v = ComplexMatrix.of(vRe, vReo, vIm, vImo, n, n);
    ComplexMatrix vBar = ComplexMatrix.of(vReAdj, vRea, vImAdj, vIma, n, n);
    ComplexMatrix m = v.adjoint().times(vBar);
    ComplexMatrix inner = new ComplexMatrix(n, n);
    for (int j = 0; j < n; j++) {
      inner.set(j, j, wReAdj[wRea + j], 0);
      for (int i = 0; i < j; i++) {
        double gap = 2 * (wRe[wReo + j] - wRe[wReo + i]);
        double real = m.re[m.at(i, j)] - m.re[m.at(j, i)];
        double imaginary = m.im[m.at(i, j)] + m.im[m.at(j, i)];
        double x = real == 0 ? 0 : real / gap;
        double y = imaginary == 0 ? 0 : imaginary / gap;
        inner.set(i, j, x, y);
        inner.set(j, i, x, -y);
      }
    }
    ComplexMatrix full = v.times(inner).times(v.adjoint());
    ComplexMatrix lower = new ComplexMatrix(n, n);
    for (int j = 0; j < n; j++) {
      lower.set(j, j, full.re[full.at(j, j)], 0);
      for (int i = j + 1; i < n; i++) {
        double real = full.re[full.at(i, j)] + full.re[full.at(j, i)];
        lower.set(i, j, real, full.im[full.at(i, j)] - full.im[full.at(j, i)]);
      }
    }
    lower.addTo(reAdj, rea, imAdj, ima);
  }

  /**
   * Ā = V⁻*KV* with K[i, j] = M[i, j]/(λ[j] − λ[i])* off the diagonal and λ̄ on it, M = V*V̄ where
   * v̄ has lost its part along v.
   */
  private static ComplexMatrix adjoint(
      ComplexMatrix v, ComplexMatrix w, ComplexMatrix wBar, ComplexMatrix vBar) {
    int n = v.rows;
    ComplexMatrix vStar = v.adjoint();
    ComplexMatrix along = vStar.times(vBar);
    ComplexMatrix k = vStar.times(vBar.plus(-1, scaledByDiagonal(v, along)));
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        if (i != j && k.size(i, j) > 0) {
          k.divide(i, j, w.re[j] - w.re[i], w.im[i] - w.im[j]);
        }
      }
      k.set(j, j, wBar.re[j], wBar.im[j]);
    }
    return vStar.solve(k.times(vStar));
  }

  /** A diag(D). */
  private static ComplexMatrix scaledByDiagonal(ComplexMatrix a, ComplexMatrix d) {
    ComplexMatrix diagonal = new ComplexMatrix(d.rows, d.rows);
    for (int j = 0; j < d.rows; j++) {
      diagonal.set(j, j, d.re[d.at(j, j)], d.im[d.at(j, j)]);
    }
    return a.times(diagonal);
  }

  private interface Key {
    double of(int i);
  }

  private static Integer[] order(int n, Key key) {
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(key::of));
    return order;
  }

  private static void store(
      Eigenvectors eigen,
      double[] wRe,
      int wReo,
      double[] wIm,
      int wImo,
      double[] vRe,
      int vReo,
      double[] vIm,
      int vImo) {
    eigen.values.store(wRe, wReo, wIm, wImo);
    eigen.vectors.store(vRe, vReo, vIm, vImo);
  }
}
