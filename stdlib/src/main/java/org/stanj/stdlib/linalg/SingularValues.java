package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The thin singular value decomposition A = U diag(s) V* of real and complex matrices, s
 * descending, with adjoints. Signs, and phases of complex vectors, are free: the largest element of
 * each column of V is positive.
 *
 * <p>By rotations of pairs of columns until all are orthogonal (one-sided Jacobi), Golub and Van
 * Loan, Matrix Computations, 4th ed., 8.6.3. Source of the adjoint: Wan and Zhang,
 * arXiv:1909.02659.
 */
public final class SingularValues {
  private static final double EPSILON = Math.ulp(1.0);
  private static final int SWEEPS = 60;

  private SingularValues() {}

  /** Of a real matrix. */
  public static void svd(
      double[] a,
      int ao,
      int aRows,
      int aCols,
      double[] u,
      int uo,
      int uRows,
      int uCols,
      double[] s,
      int so,
      int sSize,
      double[] v,
      int vo,
      int vRows,
      int vCols) {
    double[] zeros = new double[aRows * aCols];
    svdComplex(
        a,
        ao,
        aRows,
        aCols,
        zeros,
        0,
        aRows,
        aCols,
        u,
        uo,
        uRows,
        uCols,
        new double[uRows * uCols],
        0,
        uRows,
        uCols,
        s,
        so,
        sSize,
        v,
        vo,
        vRows,
        vCols,
        new double[vRows * vCols],
        0,
        vRows,
        vCols);
  }

  /** Adjoint of {@link #svd}. */
  public static void svdAdjoint(
      double[] a,
      int ao,
      int aRows,
      int aCols,
      double[] u,
      int uo,
      int uRows,
      int uCols,
      double[] s,
      int so,
      int sSize,
      double[] v,
      int vo,
      int vRows,
      int vCols,
      double @Nullable [] aAdj,
      int aa,
      double[] uAdj,
      int ua,
      double[] sAdj,
      int sa,
      double[] vAdj,
      int va) {
    if (aAdj == null) {
      return;
    }
    ComplexMatrix left = ComplexMatrix.ofReal(u, uo, uRows, uCols);
    ComplexMatrix right = ComplexMatrix.ofReal(v, vo, vRows, vCols);
    ComplexMatrix leftBar = ComplexMatrix.ofReal(uAdj, ua, uRows, uCols);
    ComplexMatrix rightBar = ComplexMatrix.ofReal(vAdj, va, vRows, vCols);
    double[] values = Arrays.copyOfRange(s, so, so + sSize);
    double[] valuesBar = Arrays.copyOfRange(sAdj, sa, sa + sSize);
    adjoint(left, values, right, leftBar, valuesBar, rightBar).addTo(aAdj, aa, null, 0);
  }

  /** Of a complex matrix. */
  public static void svdComplex(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] uRe,
      int uReo,
      int uReRows,
      int uReCols,
      double[] uIm,
      int uImo,
      int uImRows,
      int uImCols,
      double[] s,
      int so,
      int sSize,
      double[] vRe,
      int vReo,
      int vReRows,
      int vReCols,
      double[] vIm,
      int vImo,
      int vImRows,
      int vImCols) {
    boolean wide = reRows < reCols;
    ComplexMatrix a = ComplexMatrix.of(re, reo, im, imo, reRows, reCols);
    ComplexMatrix b = wide ? a.adjoint() : a;
    ComplexMatrix w = ComplexMatrix.identity(b.cols);
    orthogonalise(b, w);
    double[] lengths = new double[b.cols];
    Integer[] order = new Integer[b.cols];
    for (int j = 0; j < b.cols; j++) {
      order[j] = j;
      lengths[j] = length(b, j);
    }
    Arrays.sort(order, (i, k) -> Double.compare(lengths[k], lengths[i]));
    b = b.columns(order);
    w = w.columns(order);
    for (int j = 0; j < order.length; j++) {
      s[so + j] = lengths[order[j]];
      direct(b, j, s[so + j], s[so]);
    }
    ComplexMatrix u = wide ? w : b;
    ComplexMatrix v = wide ? b : w;
    choosePhases(w, b);
    u.store(uRe, uReo, uIm, uImo);
    v.store(vRe, vReo, vIm, vImo);
  }

  /** Adjoint of {@link #svdComplex}. */
  public static void svdComplexAdjoint(
      double[] re,
      int reo,
      int reRows,
      int reCols,
      double[] im,
      int imo,
      int imRows,
      int imCols,
      double[] uRe,
      int uReo,
      int uReRows,
      int uReCols,
      double[] uIm,
      int uImo,
      int uImRows,
      int uImCols,
      double[] s,
      int so,
      int sSize,
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
      double[] uReAdj,
      int uRea,
      double[] uImAdj,
      int uIma,
      double[] sAdj,
      int sa,
      double[] vReAdj,
      int vRea,
      double[] vImAdj,
      int vIma) {
    ComplexMatrix u = ComplexMatrix.of(uRe, uReo, uIm, uImo, uReRows, uReCols);
    ComplexMatrix v = ComplexMatrix.of(vRe, vReo, vIm, vImo, vReRows, vReCols);
    ComplexMatrix uBar = ComplexMatrix.of(uReAdj, uRea, uImAdj, uIma, uReRows, uReCols);
    ComplexMatrix vBar = ComplexMatrix.of(vReAdj, vRea, vImAdj, vIma, vReRows, vReCols);
    double[] values = Arrays.copyOfRange(s, so, so + sSize);
    double[] valuesBar = Arrays.copyOfRange(sAdj, sa, sa + sSize);
    adjoint(u, values, v, uBar, valuesBar, vBar).addTo(reAdj, rea, imAdj, ima);
  }

  /** Rotates pairs of columns of B, and of W alike, until those of B are orthogonal. */
  private static void orthogonalise(ComplexMatrix b, ComplexMatrix w) {
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
      rotated = false;
      for (int j = 0; j < b.cols; j++) {
        for (int k = j + 1; k < b.cols; k++) {
          rotated |= rotate(b, w, j, k);
        }
      }
    }
  }

  private static boolean rotate(ComplexMatrix b, ComplexMatrix w, int j, int k) {
    double alpha = 0;
    double beta = 0;
    double re = 0;
    double im = 0;
    for (int i = 0; i < b.rows; i++) {
      double x = b.re[b.at(i, j)];
      double y = b.im[b.at(i, j)];
      double p = b.re[b.at(i, k)];
      double q = b.im[b.at(i, k)];
      alpha += x * x + y * y;
      beta += p * p + q * q;
      re += x * p + y * q;
      im += x * q - y * p;
    }
    double gamma = Math.hypot(re, im);
    if (!(gamma > EPSILON * Math.sqrt(alpha * beta))) {
      return false;
    }
    double zeta = (beta - alpha) / (2 * gamma);
    double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
    double c = 1 / Math.sqrt(1 + t * t);
    mix(b, j, k, c, c * t * re / gamma, c * t * im / gamma);
    mix(w, j, k, c, c * t * re / gamma, c * t * im / gamma);
    return true;
  }

  /** (a, b) ← (ca − conj(σ)b, σa + cb) for columns a and b, σ = re + i im. */
  private static void mix(ComplexMatrix m, int j, int k, double c, double re, double im) {
    for (int i = 0; i < m.rows; i++) {
      double x = m.re[m.at(i, j)];
      double y = m.im[m.at(i, j)];
      double p = m.re[m.at(i, k)];
      double q = m.im[m.at(i, k)];
      m.set(i, j, c * x - (re * p + im * q), c * y - (re * q - im * p));
      m.set(i, k, c * p + (re * x - im * y), c * q + (re * y + im * x));
    }
  }

  private static double length(ComplexMatrix m, int j) {
    double sum = 0;
    for (int i = 0; i < m.rows; i++) {
      sum = Math.hypot(sum, m.modulus(i, j));
    }
    return sum;
  }

  /** Makes a column of length {@code value} one of length 1, orthogonal to those before. */
  private static void direct(ComplexMatrix m, int j, double value, double largest) {
    if (value > m.rows * EPSILON * largest) {
      m.normaliseColumn(j);
      return;
    }
    double best = -1;
    ComplexMatrix found = new ComplexMatrix(m.rows, 1);
    for (int e = 0; e < m.rows && best < 0.5; e++) {
      ComplexMatrix candidate = new ComplexMatrix(m.rows, 1);
      candidate.re[e] = 1;
      for (int pass = 0; pass < 2; pass++) {
        removeFirst(candidate, m, j);
      }
      double length = length(candidate, 0);
      if (length > best) {
        best = length;
        found = candidate;
      }
    }
    System.arraycopy(found.re, 0, m.re, j * m.rows, m.rows);
    System.arraycopy(found.im, 0, m.im, j * m.rows, m.rows);
    m.normaliseColumn(j);
  }

  /** Takes from x its parts along the first columns. */
  private static void removeFirst(ComplexMatrix x, ComplexMatrix m, int columns) {
    for (int c = 0; c < columns; c++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < m.rows; i++) {
        int at = m.at(i, c);
        re += m.re[at] * x.re[i] + m.im[at] * x.im[i];
        im += m.re[at] * x.im[i] - m.im[at] * x.re[i];
      }
      for (int i = 0; i < m.rows; i++) {
        int at = m.at(i, c);
        x.add(i, 0, im * m.im[at] - re * m.re[at], -re * m.im[at] - im * m.re[at]);
      }
    }
  }

  /** Turns the columns of the smaller factor, and those of the other with them. */
  private static void choosePhases(ComplexMatrix smaller, ComplexMatrix other) {
    for (int j = 0; j < smaller.cols; j++) {
      int chosen = reference(smaller, j);
      double m = smaller.modulus(chosen, j);
      double re = smaller.re[smaller.at(chosen, j)] / m;
      double im = smaller.im[smaller.at(chosen, j)] / m;
      turn(smaller, j, re, im);
      turn(other, j, re, im);
    }
  }

  /** The first element of a complex column, the largest of a real one. */
  private static int reference(ComplexMatrix m, int j) {
    int largest = 0;
    boolean real = true;
    for (int i = 0; i < m.rows; i++) {
      largest = m.modulus(i, j) > m.modulus(largest, j) + 1e-12 ? i : largest;
      real &= m.im[m.at(i, j)] == 0;
    }
    return real || m.modulus(0, j) == 0 ? largest : 0;
  }

  /** Column j divided by a number of modulus 1. */
  private static void turn(ComplexMatrix m, int j, double re, double im) {
    for (int i = 0; i < m.rows; i++) {
      double x = m.re[m.at(i, j)];
      double y = m.im[m.at(i, j)];
      m.set(i, j, x * re + y * im, y * re - x * im);
    }
  }

  /**
   * Ā = UP̄V* + (I − UU*)ŪS⁻¹V* + US⁻¹V̄*(I − VV*) with P̄ = (G + G*)S + S(H + H*) + diag(s̄) +
   * diag(i Im(U*Ū − V*V̄))/(2S), G = F ∘ U*Ū, H = F ∘ V*V̄, F[i, j] = 1/(s[j]² − s[i]²) off the
   * diagonal.
   */
  private static ComplexMatrix adjoint(
      ComplexMatrix u,
      double[] s,
      ComplexMatrix v,
      ComplexMatrix uBar,
      double[] sBar,
      ComplexMatrix vBar) {
    ComplexMatrix byU = u.adjoint().times(uBar);
    ComplexMatrix byV = v.adjoint().times(vBar);
    ComplexMatrix p = new ComplexMatrix(s.length, s.length);
    for (int j = 0; j < s.length; j++) {
      double turn = byU.im[byU.at(j, j)] - byV.im[byV.at(j, j)];
      p.set(j, j, sBar[j], turn == 0 ? 0 : turn / (2 * s[j]));
      for (int i = 0; i < s.length; i++) {
        if (i != j) {
          addOffDiagonal(p, i, j, byU, s, s[j]);
          addOffDiagonal(p, i, j, byV, s, s[i]);
        }
      }
    }
    ComplexMatrix vStar = v.adjoint();
    ComplexMatrix outsideU = divided(uBar.plus(-1, u.times(byU)), s);
    ComplexMatrix outsideV = divided(vBar.plus(-1, v.times(byV)), s);
    return u.times(p).plus(1, outsideU).times(vStar).plus(1, u.times(outsideV.adjoint()));
  }

  /** Adds (G + G*)[i, j] · scale, where G[i, j] = M[i, j]/(s[j]² − s[i]²). */
  private static void addOffDiagonal(
      ComplexMatrix p, int i, int j, ComplexMatrix m, double[] s, double scale) {
    double re = m.re[m.at(i, j)] - m.re[m.at(j, i)];
    double im = m.im[m.at(i, j)] + m.im[m.at(j, i)];
    double gap = (s[j] - s[i]) * (s[j] + s[i]);
    p.add(i, j, re == 0 ? 0 : re * scale / gap, im == 0 ? 0 : im * scale / gap);
  }

  /** Columns divided by s; a column of zeros stays. */
  private static ComplexMatrix divided(ComplexMatrix m, double[] s) {
    for (int j = 0; j < s.length; j++) {
      for (int i = 0; i < m.rows; i++) {
        if (m.size(i, j) > 0) {
          m.divide(i, j, s[j], 0);
        }
      }
    }
    return m;
  }
}
