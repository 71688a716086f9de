package org.stanj.stdlib.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * exp(A) by the Padé approximant of degree 13 with scaling and squaring: Higham, SIAM J. Matrix
 * Anal. Appl. 26 (2005) 1179, algorithm 2.3.
 */
public final class MatrixExponential {
  private static final double THETA = 5.371920351148152;
  private static final double[] B = {
    64764752532480000.0,
    32382376266240000.0,
    7771770303897600.0,
    1187353796428800.0,
    129060195264000.0,
    10559470521600.0,
    670442572800.0,
    33522128640.0,
    1323241920.0,
    40840800.0,
    960960.0,
    16380.0,
    182.0,
    1.0
  };

  private MatrixExponential() {}

  /** E = exp(A); NaN where A is not finite, or so large that its column sums are not. */
  public static void matrixExp(
      double[] a, int ao, int n, int n2, double[] e, int eo, int m, int m2) {
    DMatrixRMaj transposed = new DMatrixRMaj(n, n);
    System.arraycopy(a, ao, transposed.data, 0, n * n);
    System.arraycopy(exponential(transposed).data, 0, e, eo, n * n);
  }

  /**
   * Adjoint of {@link #matrixExp}: the derivative of exp at A′ in the direction Ē, which is the
   * upper right block of exp([A′ Ē; 0 A′]).
   */
  public static void matrixExpAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] e,
      int eo,
      int m,
      int m2,
      double @Nullable [] aAdj,
      int aa,
      double[] eAdj,
      int ea) {
    if (aAdj == null) {
      return;
    }
    DMatrixRMaj block = new DMatrixRMaj(2 * n, 2 * n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        block.set(j, i, a[ao + j * n + i]);
        block.set(n + j, n + i, a[ao + j * n + i]);
        block.set(i, n + j, eAdj[ea + j * n + i]);
      }
    }
    DMatrixRMaj result = exponential(block);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        aAdj[aa + j * n + i] += result.get(i, n + j);
      }
    }
  }

  private static DMatrixRMaj exponential(DMatrixRMaj a) {
    int n = a.numRows;
    if (n == 0) {
      return a;
    }
    double norm = maxColumnSum(a);
    if (!Double.isFinite(norm)) {
      DMatrixRMaj none = new DMatrixRMaj(n, n);
      CommonOps_DDRM.fill(none, Double.NaN);
      return none;
    }
    int squarings = (int) Math.max(0, Math.ceil(Math.log(norm / THETA) / Math.log(2)));
    DMatrixRMaj x = a.copy();
    CommonOps_DDRM.scale(Math.scalb(1.0, -squarings), x);
    DMatrixRMaj x2 = product(x, x);
    DMatrixRMaj x4 = product(x2, x2);
    DMatrixRMaj x6 = product(x2, x4);
    DMatrixRMaj u =
        product(
            x,
            CommonOps_DDRM.add(
                product(x6, sum(x2, x4, x6, 13, false)), sum(x2, x4, x6, 7, true), null));
    DMatrixRMaj v =
        CommonOps_DDRM.add(product(x6, sum(x2, x4, x6, 12, false)), sum(x2, x4, x6, 6, true), null);
    DMatrixRMaj result = new DMatrixRMaj(n, n);
    CommonOps_DDRM.solve(
        CommonOps_DDRM.subtract(v, u, null), CommonOps_DDRM.add(u, v, null), result);
    for (int i = 0; i < squarings; i++) {
      result = product(result, result);
    }
    return result;
  }

  /** B[k] X⁶ + B[k−2] X⁴ + B[k−4] X², and B[k−6] I if asked for. */
  private static DMatrixRMaj sum(
      DMatrixRMaj x2, DMatrixRMaj x4, DMatrixRMaj x6, int k, boolean constant) {
    DMatrixRMaj s = new DMatrixRMaj(x2.numRows, x2.numCols);
    CommonOps_DDRM.addEquals(s, B[k], x6);
    CommonOps_DDRM.addEquals(s, B[k - 2], x4);
    CommonOps_DDRM.addEquals(s, B[k - 4], x2);
    for (int i = 0; i < s.numRows && constant; i++) {
      s.add(i, i, B[k - 6]);
    }
    return s;
  }

  private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.mult(a, b, null);
  }

  private static double maxColumnSum(DMatrixRMaj a) {
    double max = 0;
    for (int j = 0; j < a.numCols; j++) {
      double sum = 0;
      for (int i = 0; i < a.numRows; i++) {
        sum += Math.abs(a.get(i, j));
      }
      max = Math.max(max, sum);
    }
    return max;
  }
}
