package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/** The pseudoinverse of Moore and Penrose. */
public final class PseudoInverse {
  private PseudoInverse() {}

  /**
   * P = VS⁺U′ from the singular value decomposition A = USV′; NaN where A is not finite. A is
   * scaled by a power of 2, so that nothing overflows.
   */
  public static void pseudoInverse(
      double[] a, int ao, int m, int n, double[] p, int po, int np, int mp) {
    if (m == 0 || n == 0) {
      return;
    }
    DMatrixRMaj matrix = matrix(a, ao, m, n);
    double largest = Arrays.stream(matrix.data).map(Math::abs).reduce(0, Math::max);
    if (largest == 0 || !Double.isFinite(largest)) {
      Arrays.fill(p, po, po + n * m, largest == 0 ? 0 : Double.NaN);
      return;
    }
    double scale = Math.scalb(1.0, -Math.getExponent(largest));
    DMatrixRMaj inverse = new DMatrixRMaj(n, m);
    CommonOps_DDRM.scale(scale, matrix);
    CommonOps_DDRM.pinv(matrix, inverse);
    CommonOps_DDRM.scale(scale, inverse);
    copy(inverse, p, po);
  }

  /**
   * Adjoint of {@link #pseudoInverse}: Ā += −P′P̄P′ + (I − AP)P̄′PP′ + P′PP̄′(I − PA), from dP = −P
   * dA P + PP′dA′(I − AP) + (I − PA)dA′P′P. Source: Golub and Pereyra, SIAM J. Numer. Anal. 10
   * (1973) 413, eq. 4.12.
   */
  public static void pseudoInverseAdjoint(
      double[] a,
      int ao,
      int m,
      int n,
      double[] p,
      int po,
      int np,
      int mp,
      double @Nullable [] aAdj,
      int aa,
      double[] pAdj,
      int pa) {
    if (aAdj == null || m == 0 || n == 0) {
      return;
    }
    DMatrixRMaj matrix = matrix(a, ao, m, n);
    DMatrixRMaj inverse = matrix(p, po, n, m);
    DMatrixRMaj t = transposed(inverse);
    DMatrixRMaj bar = matrix(pAdj, pa, n, m);
    DMatrixRMaj barT = transposed(bar);
    DMatrixRMaj first = times(times(t, bar), t);
    DMatrixRMaj left = times(complement(times(matrix, inverse)), times(barT, times(inverse, t)));
    DMatrixRMaj right = times(times(times(t, inverse), barT), complement(times(inverse, matrix)));
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        aAdj[aa + j * m + i] += left.get(i, j) + right.get(i, j) - first.get(i, j);
      }
    }
  }

  private static DMatrixRMaj matrix(double[] a, int ao, int m, int n) {
    DMatrixRMaj columns = new DMatrixRMaj(n, m);
    columns.setData(Arrays.copyOfRange(a, ao, ao + m * n));
    return transposed(columns);
  }

  private static void copy(DMatrixRMaj from, double[] to, int at) {
    System.arraycopy(transposed(from).data, 0, to, at, from.numRows * from.numCols);
  }

  private static DMatrixRMaj transposed(DMatrixRMaj a) {
    return CommonOps_DDRM.transpose(a, null);
  }

  private static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numCols);
    CommonOps_DDRM.mult(a, b, c);
    return c;
  }

  /** I − A. */
  private static DMatrixRMaj complement(DMatrixRMaj a) {
    DMatrixRMaj c = CommonOps_DDRM.identity(a.numRows);
    CommonOps_DDRM.subtractEquals(c, a);
    return c;
  }
}
