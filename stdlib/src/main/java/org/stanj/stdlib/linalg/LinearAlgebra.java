package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.RejectException;

/**
 * Products, Cholesky factors and triangular solves.
 *
 * <p>Matrices are column-major. Adjoints follow Giles, "Collected matrix derivative results for
 * forward and reverse mode algorithmic differentiation" (2008); of the Cholesky factor, Murray,
 * arXiv:1602.07527, section 5.
 */
public final class LinearAlgebra {
  private LinearAlgebra() {}

  /** C = AB. Loops run down columns, so that the innermost one is contiguous. */
  public static void multiply(
      double[] a,
      int ao,
      int m,
      int k,
      double[] b,
      int bo,
      int k2,
      int n,
      double[] c,
      int co,
      int m2,
      int n2) {
    for (int j = 0; j < n; j++) {
      multiplyVector(a, ao, m, k, b, bo + j * k, k, c, co + j * m, m);
    }
  }

  /** Adjoint of {@link #multiply}: Ā += C̄B′, B̄ += A′C̄. */
  public static void multiplyAdjoint(
      double[] a,
      int ao,
      int m,
      int k,
      double[] b,
      int bo,
      int k2,
      int n,
      double[] c,
      int co,
      int m2,
      int n2,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] bAdj,
      int ba,
      double[] cAdj,
      int ca) {
    for (int j = 0; j < n; j++) {
      multiplyVectorAdjoint(
          a,
          ao,
          m,
          k,
          b,
          bo + j * k,
          k,
          c,
          co + j * m,
          m,
          aAdj,
          aa,
          bAdj,
          ba + j * k,
          cAdj,
          ca + j * m);
    }
  }

  /** y = Ax. */
  public static void multiplyVector(
      double[] a, int ao, int m, int k, double[] x, int xo, int n, double[] y, int yo, int m2) {
    multiplyVectorRows(a, ao, m, k, x, xo, n, 0, y, yo, m2);
  }

  /** Elements {@code from}, {@code from + 1}, ... of Ax, as many as y has. */
  public static void multiplyVectorRows(
      double[] a,
      int ao,
      int m,
      int k,
      double[] x,
      int xo,
      int n,
      int from,
      double[] y,
      int yo,
      int rows) {
    int j = 0;
    if (k % 2 == 0) {
      Arrays.fill(y, yo, yo + rows, 0);
    } else {
      double x0 = x[xo];
      for (int i = 0; i < rows; i++) {
        y[yo + i] = a[ao + from + i] * x0;
      }
      j = 1;
    }
    // Two columns at a time: half the traffic of one.
    for (; j < k; j += 2) {
      double x0 = x[xo + j];
      double x1 = x[xo + j + 1];
      int first = ao + from + j * m;
      int second = first + m;
      for (int i = 0; i < rows; i++) {
        y[yo + i] += a[first + i] * x0 + a[second + i] * x1;
      }
    }
  }

  /**
   * Σ aᵢbᵢ in four sums that are added at the end: a single one would wait for each addition. The
   * order is fixed, so the value is the same on every machine.
   */
  static double dot(double[] a, int ao, double[] b, int bo, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += a[ao + i] * b[bo + i];
      s1 += a[ao + i + 1] * b[bo + i + 1];
      s2 += a[ao + i + 2] * b[bo + i + 2];
      s3 += a[ao + i + 3] * b[bo + i + 3];
    }
    for (; i < n; i++) {
      s0 += a[ao + i] * b[bo + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Adjoint of {@link #multiplyVector}: Ā += ȳx′, x̄ += A′ȳ. */
  public static void multiplyVectorAdjoint(
      double[] a,
      int ao,
      int m,
      int k,
      double[] x,
      int xo,
      int n,
      double[] y,
      int yo,
      int m2,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] xAdj,
      int xa,
      double[] yAdj,
      int ya) {
    multiplyVectorRowsAdjoint(a, ao, m, k, x, xo, n, 0, y, yo, m2, aAdj, aa, xAdj, xa, yAdj, ya);
  }

  /** Adjoint of {@link #multiplyVectorRows}. */
  public static void multiplyVectorRowsAdjoint(
      double[] a,
      int ao,
      int m,
      int k,
      double[] x,
      int xo,
      int n,
      int from,
      double[] y,
      int yo,
      int rows,
      double @Nullable [] aAdj,
      int aa,
      double @Nullable [] xAdj,
      int xa,
      double[] yAdj,
      int ya) {
    for (int j = 0; j < k && xAdj != null; j++) {
      xAdj[xa + j] += dot(a, ao + from + j * m, yAdj, ya, rows);
    }
    for (int j = 0; j < k && aAdj != null; j++) {
      double xj = x[xo + j];
      int column = aa + from + j * m;
      for (int i = 0; i < rows; i++) {
        aAdj[column + i] += yAdj[ya + i] * xj;
      }
    }
  }

  /** y = xA for a row vector x. */
  public static void vectorMultiply(
      double[] x, int xo, int n, double[] a, int ao, int m, int k, double[] y, int yo, int k2) {
    for (int j = 0; j < k; j++) {
      int column = ao + j * m;
      double sum = 0;
      for (int i = 0; i < m; i++) {
        sum += x[xo + i] * a[column + i];
      }
      y[yo + j] = sum;
    }
  }

  /** Adjoint of {@link #vectorMultiply}: x̄ += ȳA′, Ā += x′ȳ. */
  public static void vectorMultiplyAdjoint(
      double[] x,
      int xo,
      int n,
      double[] a,
      int ao,
      int m,
      int k,
      double[] y,
      int yo,
      int k2,
      double @Nullable [] xAdj,
      int xa,
      double @Nullable [] aAdj,
      int aa,
      double[] yAdj,
      int ya) {
    for (int j = 0; j < k; j++) {
      double yj = yAdj[ya + j];
      for (int i = 0; i < m && xAdj != null; i++) {
        xAdj[xa + i] += yj * a[ao + j * m + i];
      }
      for (int i = 0; i < m && aAdj != null; i++) {
        aAdj[aa + j * m + i] += yj * x[xo + i];
      }
    }
  }

  /**
   * The lower triangular L with LL′ = A; the upper triangle of A is not read.
   *
   * @throws RejectException if A is not positive definite
   */
  public static void cholesky(
      double[] a, int ao, int n, int n2, double[] l, int lo, int m, int m2) {
    choleskyOrNan(a, ao, n, n2, l, lo, m, m2);
    if (n > 0 && Double.isNaN(l[lo])) {
      throw RejectException.domain("cholesky_decompose: Matrix m is not positive definite");
    }
  }

  /** As {@link #cholesky}, but L[1, 1] is NaN where A is not positive definite. */
  public static void choleskyOrNan(
      double[] a, int ao, int n, int n2, double[] l, int lo, int m, int m2) {
    for (int j = 0; j < n; j++) {
      int column = lo + j * n;
      Arrays.fill(l, column, column + j, 0);
      System.arraycopy(a, ao + j * n + j, l, column + j, n - j);
      for (int k = 0; k < j; k++) {
        double factor = l[lo + k * n + j];
        for (int i = j; i < n; i++) {
          l[column + i] -= factor * l[lo + k * n + i];
        }
      }
      double pivot = l[column + j];
      if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
        l[lo] = Double.NaN;
        return;
      }
      double root = Math.sqrt(pivot);
      l[column + j] = root;
      for (int i = j + 1; i < n; i++) {
        l[column + i] /= root;
      }
    }
  }

  /**
   * Adjoint of {@link #cholesky}: goes to the lower triangle of Ā, where an element off the
   * diagonal stands for itself and its mirror. Uses L̄ as its working space.
   */
  public static void choleskyAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] l,
      int lo,
      int m,
      int m2,
      double @Nullable [] aAdj,
      int aa,
      double[] lAdj,
      int la) {
    if (aAdj == null) {
      return;
    }
    for (int j = n - 1; j >= 0; j--) {
      int column = la + j * n;
      double root = l[lo + j * n + j];
      double pivotAdjoint = lAdj[column + j];
      for (int i = j + 1; i < n; i++) {
        pivotAdjoint -= lAdj[column + i] * l[lo + j * n + i] / root;
        lAdj[column + i] /= root;
      }
      lAdj[column + j] = 0.5 * pivotAdjoint / root;
      for (int i = j; i < n; i++) {
        aAdj[aa + j * n + i] += lAdj[column + i];
      }
      for (int k = 0; k < j; k++) {
        updateAdjoint(l, lo + k * n, lAdj, la + k * n, column, j, n);
      }
    }
  }

  /** Adjoint of {@link #choleskyOrNan}. */
  public static void choleskyOrNanAdjoint(
      double[] a,
      int ao,
      int n,
      int n2,
      double[] l,
      int lo,
      int m,
      int m2,
      double @Nullable [] aAdj,
      int aa,
      double[] lAdj,
      int la) {
    choleskyAdjoint(a, ao, n, n2, l, lo, m, m2, aAdj, aa, lAdj, la);
  }

  /** Reverse of "column j loses L[j,k] times column k". */
  private static void updateAdjoint(
      double[] l, int columnK, double[] lAdj, int adjointK, int adjointJ, int j, int n) {
    double factor = l[columnK + j];
    double sum = 0;
    for (int i = j; i < n; i++) {
      double c = lAdj[adjointJ + i];
      sum += c * l[columnK + i];
      lAdj[adjointK + i] -= c * factor;
    }
    lAdj[adjointK + j] -= sum;
  }

  /** x = L⁻¹b for lower triangular L. */
  public static void solveLower(
      double[] l, int lo, int n, int n2, double[] b, int bo, int nb, double[] x, int xo, int nx) {
    System.arraycopy(b, bo, x, xo, n);
    for (int j = 0; j < n; j++) {
      int column = lo + j * n;
      double xj = x[xo + j] / l[column + j];
      x[xo + j] = xj;
      for (int i = j + 1; i < n; i++) {
        x[xo + i] -= l[column + i] * xj;
      }
    }
  }

  /** Adjoint of {@link #solveLower}: g = L′⁻¹x̄; b̄ += g, L̄ −= lower triangle of gx′. */
  public static void solveLowerAdjoint(
      double[] l,
      int lo,
      int n,
      int n2,
      double[] b,
      int bo,
      int nb,
      double[] x,
      int xo,
      int nx,
      double @Nullable [] lAdj,
      int la,
      double @Nullable [] bAdj,
      int ba,
      double[] xAdj,
      int xa) {
    transposedSolve(l, lo, n, xAdj, xa);
    for (int i = 0; i < n && bAdj != null; i++) {
      bAdj[ba + i] += xAdj[xa + i];
    }
    for (int j = 0; j < n && lAdj != null; j++) {
      double xj = x[xo + j];
      for (int i = j; i < n; i++) {
        lAdj[la + j * n + i] -= xAdj[xa + i] * xj;
      }
    }
  }

  /** v becomes L′⁻¹v. */
  static void transposedSolve(double[] l, int lo, int n, double[] v, int vo) {
    for (int j = n - 1; j >= 0; j--) {
      int column = lo + j * n;
      double sum = v[vo + j];
      for (int i = j + 1; i < n; i++) {
        sum -= l[column + i] * v[vo + i];
      }
      v[vo + j] = sum / l[column + j];
    }
  }

  /** X = L⁻¹B for lower triangular L. */
  public static void solveLowerMatrix(
      double[] l,
      int lo,
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
    for (int j = 0; j < k; j++) {
      solveLower(l, lo, n, n, b, bo + j * n, n, x, xo + j * n, n);
    }
  }

  /** Adjoint of {@link #solveLowerMatrix}, column by column. */
  public static void solveLowerMatrixAdjoint(
      double[] l,
      int lo,
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
      double @Nullable [] lAdj,
      int la,
      double @Nullable [] bAdj,
      int ba,
      double[] xAdj,
      int xa) {
    for (int j = 0; j < k; j++) {
      solveLowerAdjoint(
          l,
          lo,
          n,
          n,
          b,
          bo + j * n,
          n,
          x,
          xo + j * n,
          n,
          lAdj,
          la,
          bAdj,
          ba + j * n,
          xAdj,
          xa + j * n);
    }
  }

  /** x = L′⁻¹b for lower triangular L. */
  public static void solveLowerTransposed(
      double[] l, int lo, int n, int n2, double[] b, int bo, int nb, double[] x, int xo, int nx) {
    System.arraycopy(b, bo, x, xo, n);
    transposedSolve(l, lo, n, x, xo);
  }

  /** Adjoint of {@link #solveLowerTransposed}: g = L⁻¹x̄; b̄ += g, L̄ −= lower triangle of xg′. */
  public static void solveLowerTransposedAdjoint(
      double[] l,
      int lo,
      int n,
      int n2,
      double[] b,
      int bo,
      int nb,
      double[] x,
      int xo,
      int nx,
      double @Nullable [] lAdj,
      int la,
      double @Nullable [] bAdj,
      int ba,
      double[] xAdj,
      int xa) {
    solveLower(l, lo, n, n, xAdj, xa, n, xAdj, xa, n);
    for (int i = 0; i < n && bAdj != null; i++) {
      bAdj[ba + i] += xAdj[xa + i];
    }
    for (int j = 0; j < n && lAdj != null; j++) {
      double gj = xAdj[xa + j];
      for (int i = j; i < n; i++) {
        lAdj[la + j * n + i] -= x[xo + i] * gj;
      }
    }
  }
}
