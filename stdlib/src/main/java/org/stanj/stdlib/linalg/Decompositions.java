package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.RejectException;

/** Spectral, QR and singular value decompositions: EJML's, with adjoints of ours. */
public final class Decompositions {
  private Decompositions() {}

  /**
   * A = V diag(w) V′ of a symmetric A, eigenvalues ascending. The signs of the eigenvectors are
   * what the reduction to tridiagonal form and the QR steps make of them.
   */
  public static void eigenSymmetric(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] w,
      int wo,
      int nw,
      double[] v,
      int vo,
      int nv,
      int nv2) {
    if (n == 0) {
      return;
    }
    Workspace space = Workspace.ofThread();
    double[] full = space.matrix(n * n);
    System.arraycopy(a, ao, full, 0, n * n);
    double scale = 0;
    for (int i = 0; i < n * n; i++) {
      scale = Math.max(scale, Math.abs(full[i]));
    }
    double[] diagonal = space.square(2 * n);
    double[] below = space.transposed(2 * n);
    SymmetricReduction.reduce(n, full, diagonal, below, space.packed(n), v, vo);
    new SymmetricTridiagonal(n, diagonal, below, new double[][] {v}, vo, scale)
        .diagonalise("eigenvalues_sym");
    System.arraycopy(diagonal, 0, w, wo, n);
    sortAscending(n, w, wo, v, vo);
  }

  /** Sorts eigenvalues, and the eigenvectors with them. */
  private static void sortAscending(int n, double[] w, int wo, double[] v, int vo) {
    for (int j = 0; j < n; j++) {
      int least = j;
      for (int i = j + 1; i < n; i++) {
        least = w[wo + i] < w[wo + least] ? i : least;
      }
      if (least != j) {
        swap(1, w, wo + j, wo + least);
        swap(n, v, vo + j * n, vo + least * n);
      }
    }
  }

  private static void swap(int n, double[] x, int first, int second) {
    for (int i = 0; i < n; i++) {
      double t = x[first + i];
      x[first + i] = x[second + i];
      x[second + i] = t;
    }
  }

  /**
   * Adjoint of {@link #eigenSymmetric}: Ā += V(diag(w̄) + F ∘ ½(M − M′))V′ with M = V′V̄ and F[i,
   * j] = 1/(w[j] − w[i]) off the diagonal. Source: Giles, An extended collection of matrix
   * derivative results for forward and reverse mode AD (2008), 3.1.
   *
   * <p>The antisymmetric part is taken before it is divided: the symmetric one, which moves V out
   * of the orthogonal matrices, is as large as V̄, and divided by a gap of rounding errors it would
   * leave nothing of the rest. What is left of a function of the matrix, V f(w) V′, is then exact
   * up to the rounding errors of V̄ over the gap.
   */
  public static void eigenSymmetricAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] w,
      int wo,
      int nw,
      double[] v,
      int vo,
      int nv,
      int nv2,
      double @Nullable [] aAdj,
      int aa,
      double[] wAdj,
      int wa,
      double[] vAdj,
      int va) {
    if (aAdj == null) {
      return;
    }
    Workspace space = Workspace.ofThread();
    double[] half = space.matrix(n * n);
    double[] inner = space.transposed(n * n);
    Arrays.fill(half, 0, n * n, 0);
    Products.add(n, n, n, v, vo, n, 1, vAdj, va, 1, n, false, half, 0, n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double m = 0.5 * (half[j * n + i] - half[i * n + j]);
        inner[j * n + i] = i == j ? wAdj[wa + i] : m == 0 ? 0 : m / (w[wo + j] - w[wo + i]);
      }
    }
    Arrays.fill(half, 0, n * n, 0);
    Products.add(n, n, n, v, vo, 1, n, inner, 0, 1, n, false, half, 0, n);
    Products.add(n, n, n, half, 0, 1, n, v, vo, n, 1, false, aAdj, aa, n);
  }

  /**
   * A = QR, Q with orthonormal columns, R upper triangular with a diagonal that is not negative: by
   * Gram and Schmidt, each column orthogonalised twice, which is as good as Householder's.
   */
  public static void qrThin(
      double[] a,
      int ao,
      int m,
      int n,
      double[] q,
      int qo,
      int mq,
      int k,
      double[] r,
      int ro,
      int kr,
      int nr) {
    Arrays.fill(r, ro, ro + k * n, 0);
    double[] column = new double[m];
    for (int j = 0; j < n; j++) {
      System.arraycopy(a, ao + j * m, column, 0, m);
      int done = Math.min(j, k);
      for (int pass = 0; pass < 2; pass++) {
        orthogonalise(column, m, q, qo, done, r, ro + j * k);
      }
      if (j < k) {
        double norm = norm(column);
        r[ro + j * k + j] = norm;
        for (int i = 0; i < m; i++) {
          q[qo + j * m + i] = column[i] / norm;
        }
      }
    }
  }

  private static void orthogonalise(
      double[] column, int m, double[] q, int qo, int done, double[] r, int rColumn) {
    for (int k = 0; k < done; k++) {
      double dot = 0;
      for (int i = 0; i < m; i++) {
        dot += q[qo + k * m + i] * column[i];
      }
      r[rColumn + k] += dot;
      for (int i = 0; i < m; i++) {
        column[i] -= dot * q[qo + k * m + i];
      }
    }
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double e : x) {
      sum += e * e;
    }
    return Math.sqrt(sum);
  }

  /**
   * Adjoint of {@link #qrThin} for at least as many rows as columns: Ā += (Q̄ + Q copyltu(M))R′⁻¹
   * with M = RR̄′ − Q̄′Q, where copyltu mirrors the lower triangle. Source: Walter and Lehmann,
   * Algorithmica 85 (2023), and Liao et al., PRX 9 (2019) 031041. With more columns than rows the
   * further ones are QR₂ with R₂ = Q′A₂.
   */
  public static void qrThinAdjoint(
      double[] a,
      int ao,
      int m,
      int n,
      double[] q,
      int qo,
      int mq,
      int k,
      double[] r,
      int ro,
      int kr,
      int nr,
      double @Nullable [] aAdj,
      int aa,
      double[] qAdj,
      int qa,
      double[] rAdj,
      int ra) {
    if (aAdj == null) {
      return;
    }
    for (int j = k; j < n; j++) {
      addFurtherColumn(m, k, a, ao + j * m, q, qo, rAdj, ra + j * k, aAdj, aa + j * m, qAdj, qa);
    }
    double[] middle = mirroredMiddle(q, qo, m, k, r, ro, qAdj, qa, rAdj, ra);
    double[] g = new double[m * k];
    LinearAlgebra.multiply(q, qo, m, k, middle, 0, k, k, g, 0, m, k);
    for (int i = 0; i < m * k; i++) {
      g[i] += qAdj[qa + i];
    }
    addTimesTransposedInverse(g, m, k, r, ro, aAdj, aa);
  }

  /** Adjoint of r = Q′a. */
  private static void addFurtherColumn(
      int m,
      int k,
      double[] a,
      int ao,
      double[] q,
      int qo,
      double[] rAdj,
      int ra,
      double[] aAdj,
      int aa,
      double[] qAdj,
      int qa) {
    for (int c = 0; c < k; c++) {
      double g = rAdj[ra + c];
      for (int i = 0; i < m; i++) {
        aAdj[aa + i] += g * q[qo + c * m + i];
        qAdj[qa + c * m + i] += g * a[ao + i];
      }
    }
  }

  private static double[] mirroredMiddle(
      double[] q,
      int qo,
      int m,
      int n,
      double[] r,
      int ro,
      double[] qAdj,
      int qa,
      double[] rAdj,
      int ra) {
    double[] middle = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = 0;
        for (int c = i; c < n; c++) {
          sum += r[ro + c * n + i] * rAdj[ra + c * n + j];
        }
        for (int t = 0; t < m; t++) {
          sum -= qAdj[qa + i * m + t] * q[qo + j * m + t];
        }
        middle[j * n + i] = sum;
        middle[i * n + j] = sum;
      }
    }
    return middle;
  }

  /** Ā += G R′⁻¹: row by row, R x′ = g′ from the last element up. */
  private static void addTimesTransposedInverse(
      double[] g, int m, int n, double[] r, int ro, double[] aAdj, int aa) {
    for (int j = n - 1; j >= 0; j--) {
      double pivot = r[ro + j * n + j];
      for (int i = 0; i < m; i++) {
        double x = g[j * m + i] / pivot;
        aAdj[aa + j * m + i] += x;
        for (int c = 0; c < j; c++) {
          g[c * m + i] -= x * r[ro + j * n + c];
        }
      }
    }
  }

  /** Singular values of A, descending. */
  public static void singularValues(double[] a, int ao, int m, int n, double[] s, int so, int k) {
    if (k > 0) {
      System.arraycopy(svd(a, ao, m, n, false).values, 0, s, so, k);
    }
  }

  /** Adjoint of {@link #singularValues}: Ā += U diag(s̄) V′. */
  public static void singularValuesAdjoint(
      double[] a,
      int ao,
      int m,
      int n,
      double[] s,
      int so,
      int k,
      double @Nullable [] aAdj,
      int aa,
      double[] sAdj,
      int sa) {
    if (aAdj == null || k == 0) {
      return;
    }
    Svd svd = svd(a, ao, m, n, true);
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < n; j++) {
        double factor = sAdj[sa + c] * svd.right.get(j, svd.order[c]);
        for (int i = 0; i < m; i++) {
          aAdj[aa + j * m + i] += factor * svd.left.get(i, svd.order[c]);
        }
      }
    }
  }

  /** EJML's factors, with the order of descending values. */
  private record Svd(double[] values, Integer[] order, DMatrixRMaj left, DMatrixRMaj right) {}

  private static Svd svd(double[] a, int ao, int m, int n, boolean vectors) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(m, n, vectors, vectors, true);
    DMatrixRMaj matrix = new DMatrixRMaj(m, n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < m; i++) {
        matrix.set(i, j, a[ao + j * m + i]);
      }
    }
    if (!svd.decompose(matrix)) {
      throw RejectException.domain("singular_values: the iteration did not converge");
    }
    double[] raw = svd.getSingularValues();
    Integer[] order = new Integer[Math.min(m, n)];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, k) -> Double.compare(raw[k], raw[i]));
    double[] values = new double[order.length];
    Arrays.setAll(values, i -> raw[order[i]]);
    DMatrixRMaj none = new DMatrixRMaj(0, 0);
    return new Svd(
        values,
        order,
        vectors ? svd.getU(null, false) : none,
        vectors ? svd.getV(null, false) : none);
  }
}
