package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.RejectException;

/**
 * Solves, inverses and determinants of general and of symmetric positive definite matrices.
 *
 * <p>General matrices by EJML's LU with partial pivoting; where a pivot is 0 the result is NaN, as
 * division by zero would give. Positive definite ones by the Cholesky factor; only the lower
 * triangle is read, and their adjoints go to both triangles.
 */
public final class Solves {
  private Solves() {}

  /** X = A⁻¹B. */
  public static void mdivideLeft(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] b,
      int bo,
      int nb,
      int k,
      double[] x,
      int xo,
      int nx,
      int k2) {
    solve(rows(a, ao, n, true), b, bo, k, x, xo);
  }

  /** Adjoint of {@link #mdivideLeft}: G = A′⁻¹X̄; B̄ += G, Ā −= GX′. */
  public static void mdivideLeftAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] b,
      int bo,
      int nb,
      int k,
      double[] x,
      int xo,
      int nx,
      int k2,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] bAdj,
      int ba,
      double[] xAdj,
      int xa) {
    solve(rows(a, ao, n, false), xAdj, xa, k, xAdj, xa);
    addSolveAdjoints(n, k, x, xo, xAdj, xa, aAdj, aa, bAdj, ba);
  }

  /** x = A⁻¹b. */
  public static void mdivideLeftVector(
      double[] a, int ao, int n, int n2, double[] b, int bo, int nb, double[] x, int xo, int nx) {
    solve(rows(a, ao, n, true), b, bo, 1, x, xo);
  }

  /** Adjoint of {@link #mdivideLeftVector}. */
  public static void mdivideLeftVectorAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] b,
      int bo,
      int nb,
      double[] x,
      int xo,
      int nx,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] bAdj,
      int ba,
      double[] xAdj,
      int xa) {
    mdivideLeftAdjoint(a, ao, n, n, b, bo, n, 1, x, xo, n, 1, aAdj, aa, bAdj, ba, xAdj, xa);
  }

  /** X = A⁻¹B for symmetric positive definite A. */
  public static void mdivideLeftSpd(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] b,
      int bo,
      int nb,
      int k,
      double[] x,
      int xo,
      int nx,
      int k2) {
    double[] l = factor("mdivide_left_spd", a, ao, n);
    System.arraycopy(b, bo, x, xo, n * k);
    solveFactored(l, n, k, x, xo);
  }

  /** Adjoint of {@link #mdivideLeftSpd}; Ā is symmetric. */
  public static void mdivideLeftSpdAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] b,
      int bo,
      int nb,
      int k,
      double[] x,
      int xo,
      int nx,
      int k2,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] bAdj,
      int ba,
      double[] xAdj,
      int xa) {
    solveFactored(factor("mdivide_left_spd", a, ao, n), n, k, xAdj, xa);
    addSolveAdjoints(n, k, x, xo, xAdj, xa, aAdj, aa, bAdj, ba);
  }

  /** B = A⁻¹. */
  public static void inverse(double[] a, int ao, int n, int n2, double[] b, int bo, int m, int m2) {
    solve(rows(a, ao, n, true), identity(n), 0, n, b, bo);
  }

  /** Adjoint of {@link #inverse}: Ā −= B′B̄B′. */
  public static void inverseAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] b,
      int bo,
      int m,
      int m2,
      double @Nullable [] aAdj,
      int aa,
      double[] bAdj,
      int ba) {
    if (aAdj != null) {
      subtractSandwich(b, bo, bAdj, ba, n, aAdj, aa);
    }
  }

  /** B = A⁻¹ for symmetric positive definite A. */
  public static void inverseSpd(
      double[] a, int ao, int n, int n2, double[] b, int bo, int m, int m2) {
    double[] l = factor("inverse_spd", a, ao, n);
    Arrays.fill(b, bo, bo + n * n, 0);
    for (int i = 0; i < n; i++) {
      b[bo + i * n + i] = 1;
    }
    solveFactored(l, n, n, b, bo);
  }

  /** Adjoint of {@link #inverseSpd}. */
  public static void inverseSpdAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] b,
      int bo,
      int m,
      int m2,
      double @Nullable [] aAdj,
      int aa,
      double[] bAdj,
      int ba) {
    inverseAdjoint(a, ao, n, n2, b, bo, m, m2, aAdj, aa, bAdj, ba);
  }

  /** |A|. */
  public static double determinant(double[] a, int ao, int n, int n2) {
    return Determinant.of(a, ao, n).value();
  }

  /** Adjoint of {@link #determinant}: Ā += adjugate(A)′ times the result's adjoint. */
  public static void determinantAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double result,
      double resultAdjoint,
      double @Nullable [] aAdj,
      int aa) {
    if (aAdj != null && n > 0) {
      addTransposedInverse(a, ao, n, result * resultAdjoint, aAdj, aa);
    }
  }

  /** log |det A|; −∞ where A is singular. */
  public static double logDeterminant(double[] a, int ao, int n, int n2) {
    return Determinant.of(a, ao, n).logAbsolute();
  }

  /** Adjoint of {@link #logDeterminant}: Ā += A′⁻¹. */
  public static void logDeterminantAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double result,
      double resultAdjoint,
      double @Nullable [] aAdj,
      int aa) {
    if (aAdj != null && n > 0) {
      addTransposedInverse(a, ao, n, resultAdjoint, aAdj, aa);
    }
  }

  /** log det A for symmetric positive definite A. */
  public static double logDeterminantSpd(double[] a, int ao, int n, int n2) {
    double[] l = factor("log_determinant_spd", a, ao, n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.log(l[i * n + i]);
    }
    return 2 * sum;
  }

  /** Adjoint of {@link #logDeterminantSpd}: Ā += A⁻¹. */
  public static void logDeterminantSpdAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double result,
      double resultAdjoint,
      double @Nullable [] aAdj,
      int aa) {
    if (aAdj == null) {
      return;
    }
    double[] inverse = new double[n * n];
    inverseSpd(a, ao, n, n, inverse, 0, n, n);
    for (int i = 0; i < n * n; i++) {
      aAdj[aa + i] += resultAdjoint * inverse[i];
    }
  }

  /** A (or its transpose, which is A's own column-major order) as an EJML matrix of its own. */
  private static DMatrixRMaj rows(double[] a, int ao, int n, boolean transpose) {
    DMatrixRMaj m = new DMatrixRMaj(n, n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        m.data[transpose ? i * n + j : j * n + i] = a[ao + j * n + i];
      }
    }
    return m;
  }

  /** X = M⁻¹B, B and X column-major; X may be B. */
  private static void solve(DMatrixRMaj m, double[] b, int bo, int k, double[] x, int xo) {
    int n = m.numRows;
    if (n == 0 || k == 0) {
      return;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(n);
    if (!solver.setA(m)) {
      Arrays.fill(x, xo, xo + n * k, Double.NaN);
      return;
    }
    DMatrixRMaj right = new DMatrixRMaj(n, 1);
    DMatrixRMaj solution = new DMatrixRMaj(n, 1);
    for (int j = 0; j < k; j++) {
      System.arraycopy(b, bo + j * n, right.data, 0, n);
      solver.solve(right, solution);
      System.arraycopy(solution.data, 0, x, xo + j * n, n);
    }
  }

  private static double[] factor(String function, double[] a, int ao, int n) {
    double[] l = Workspace.ofThread().matrix(n * n);
    LinearAlgebra.choleskyOrNan(a, ao, n, n, l, 0, n, n);
    if (n > 0 && Double.isNaN(l[0])) {
      throw RejectException.domain(function + ": Matrix A is not positive definite");
    }
    return l;
  }

  /** X becomes (LL′)⁻¹X. */
  private static void solveFactored(double[] l, int n, int k, double[] x, int xo) {
    Triangular.left(n, k, l, 0, n, x, xo, n);
    Triangular.leftTransposed(n, k, l, 0, n, x, xo, n);
  }

  private static void addSolveAdjoints(
      int n,
      int k,
      double[] x,
      int xo,
      double[] g,
      int go,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] bAdj,
      int ba) {
    if (bAdj != null) {
      Products.addTo(n * k, g, go, bAdj, ba);
    }
    if (aAdj != null) {
      Products.add(n, n, k, g, go, 1, n, x, xo, n, 1, true, aAdj, aa, n);
    }
  }

  private static double[] identity(int n) {
    double[] e = new double[n * n];
    for (int i = 0; i < n; i++) {
      e[i * n + i] = 1;
    }
    return e;
  }

  /** Ā −= B′GB′. */
  private static void subtractSandwich(
      double[] b, int bo, double[] g, int go, int n, double[] aAdj, int aa) {
    double[] half = Workspace.ofThread().matrix(n * n);
    Arrays.fill(half, 0, n * n, 0);
    Products.add(n, n, n, g, go, 1, n, b, bo, n, 1, false, half, 0, n);
    Products.add(n, n, n, b, bo, n, 1, half, 0, 1, n, true, aAdj, aa, n);
  }

  private static void addTransposedInverse(
      double[] a, int ao, int n, double factor, double[] aAdj, int aa) {
    double[] inverse = new double[n * n];
    inverse(a, ao, n, n, inverse, 0, n, n);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        aAdj[aa + j * n + i] += factor * inverse[i * n + j];
      }
    }
  }

  /** A determinant as its value and the logarithm of its size, by Gaussian elimination. */
  private record Determinant(double value, double logAbsolute) {
    static Determinant of(double[] a, int ao, int n) {
      double[] u = Arrays.copyOfRange(a, ao, ao + n * n);
      double value = 1;
      double log = 0;
      for (int k = 0; k < n; k++) {
        int pivot = pivotRow(u, n, k);
        if (pivot != k) {
          value = -value;
          swapRows(u, n, k, pivot);
        }
        double d = u[k * n + k];
        value *= d;
        log += Math.log(Math.abs(d));
        eliminate(u, n, k, d);
      }
      return new Determinant(value, log);
    }

    private static int pivotRow(double[] u, int n, int k) {
      int best = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(u[k * n + i]) > Math.abs(u[k * n + best])) {
          best = i;
        }
      }
      return best;
    }

    private static void swapRows(double[] u, int n, int i, int k) {
      for (int j = 0; j < n; j++) {
        double t = u[j * n + i];
        u[j * n + i] = u[j * n + k];
        u[j * n + k] = t;
      }
    }

    private static void eliminate(double[] u, int n, int k, double d) {
      if (d == 0) {
        return;
      }
      for (int j = k + 1; j < n; j++) {
        double factor = u[j * n + k] / d;
        for (int i = k + 1; i < n; i++) {
          u[j * n + i] -= u[k * n + i] * factor;
        }
      }
    }
  }
}
