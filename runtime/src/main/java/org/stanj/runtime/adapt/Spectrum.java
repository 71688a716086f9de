package org.stanj.runtime.adapt;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @param values λⱼ
 * @param vectors orthonormal columns, in the same order
 */
record Spectrum(double[] values, DMatrixRMaj vectors) {
  /** Decomposes a symmetric matrix, which is overwritten; empty if it is not finite. */
  static Optional<Spectrum> of(DMatrixRMaj matrix) {
    if (MatrixFeatures_DDRM.hasUncountable(matrix)) {
      return Optional.empty();
    }
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(matrix)) {
      return Optional.empty();
    }
    double[] values = new double[n];
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    for (int j = 0; j < n; j++) {
      values[j] = eigen.getEigenvalue(j).getReal();
      CommonOps_DDRM.insert(eigen.getEigenVector(j), vectors, 0, j);
    }
    return Optional.of(new Spectrum(values, vectors));
  }

  /** V f(Λ) Vᵀ. */
  private DMatrixRMaj map(DoubleUnaryOperator f) {
    int n = values.length;
    DMatrixRMaj scaled = vectors.copy();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.set(i, j, scaled.get(i, j) * f.applyAsDouble(values[j]));
      }
    }
    DMatrixRMaj product = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransB(scaled, vectors, product);
    return product;
  }

  /**
   * The positive definite Σ with Σ B Σ = A, the geometric mean of A and B⁻¹: B^(−½) (B^½ A B^½)^½
   * B^(−½); empty where numbers overflow.
   *
   * @param a positive definite
   * @param b positive definite, overwritten
   */
  static Optional<DMatrixRMaj> solution(DMatrixRMaj a, DMatrixRMaj b) {
    return of(b)
        .flatMap(
            spectrum -> {
              DMatrixRMaj root = spectrum.map(Spectrum::root);
              DMatrixRMaj inverseRoot = spectrum.map(x -> 1 / root(x));
              return of(sandwich(root, a))
                  .map(middle -> sandwich(inverseRoot, middle.map(Spectrum::root)));
            });
  }

  /** Rounding may put a small eigenvalue below zero. */
  private static double root(double x) {
    return Math.sqrt(Math.max(x, Double.MIN_NORMAL));
  }

  /** S X S, exactly symmetric. */
  private static DMatrixRMaj sandwich(DMatrixRMaj s, DMatrixRMaj x) {
    int n = s.numRows;
    DMatrixRMaj half = new DMatrixRMaj(n, n);
    DMatrixRMaj all = new DMatrixRMaj(n, n);
    CommonOps_DDRM.mult(s, x, half);
    CommonOps_DDRM.mult(half, s, all);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (all.get(i, j) + all.get(j, i));
        all.set(i, j, mean);
        all.set(j, i, mean);
      }
    }
    return all;
  }

  /**
   * An orthonormal basis, column by column, of a space that holds the rows of both matrices, which
   * have more columns than there are rows.
   */
  static DMatrixRMaj basis(DMatrixRMaj first, DMatrixRMaj second) {
    int m = first.numRows;
    DMatrixRMaj columns = new DMatrixRMaj(first.numCols, 2 * m);
    CommonOps_DDRM.insert(CommonOps_DDRM.transpose(first, null), columns, 0, 0);
    CommonOps_DDRM.insert(CommonOps_DDRM.transpose(second, null), columns, 0, m);
    QRDecomposition<DMatrixRMaj> qr =
        DecompositionFactory_DDRM.qr(columns.numRows, columns.numCols);
    if (!qr.decompose(columns)) {
      throw new IllegalStateException("no QR decomposition found");
    }
    return qr.getQ(null, true);
  }

  /** The eigenvalues below 1/c or above c. */
  int[] outside(double c) {
    return IntStream.range(0, values.length)
        .filter(j -> values[j] > c || values[j] < 1 / c)
        .toArray();
  }
}
