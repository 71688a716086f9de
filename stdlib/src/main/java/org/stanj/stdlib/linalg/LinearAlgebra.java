package org.stanj.stdlib.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.RejectException;

/**
 * Products, Cholesky factors and triangular solves.
 *
 * <p>Matrices are column-major. The loops are those of {@link InnerLoops}. Adjoints follow Giles,
 * "Collected matrix derivative results for forward and reverse mode algorithmic differentiation"
 * (2008); of the Cholesky factor, Murray, arXiv:1602.07527, section 5.
 */
public final class LinearAlgebra {
  private LinearAlgebra() {}

  /** C = AB. */
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
    Arrays.fill(c, co, co + m * n, 0);
    Products.add(m, n, k, a, ao, 1, m, b, bo, 1, k, false, c, co, m);
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
    if (aAdj != null) {
      Products.add(m, k, n, cAdj, ca, 1, m, b, bo, k, 1, false, aAdj, aa, m);
    }
    if (bAdj != null) {
      Products.add(k, n, m, a, ao, m, 1, cAdj, ca, 1, m, false, bAdj, ba, k);
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
    Arrays.fill(y, yo, yo + rows, 0);
    Loops.columns(rows, (long) rows * k)
        .addColumns(rows, k, a, ao + from, m, x, xo, 1, false, y, yo);
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
    if (xAdj != null) {
      Loops.dots(rows, (long) rows * k)
          .addDots(rows, k, a, ao + from, m, yAdj, ya, false, xAdj, xa);
    }
    if (aAdj != null) {
      Loops.columns(rows, (long) rows * k)
          .addOuter(rows, k, yAdj, ya, x, xo, false, aAdj, aa + from, m);
    }
  }

  /** y = xA for a row vector x. */
  public static void vectorMultiply(
      double[] x, int xo, int n, double[] a, int ao, int m, int k, double[] y, int yo, int k2) {
    Arrays.fill(y, yo, yo + k, 0);
    Loops.dots(m, (long) m * k).addDots(m, k, a, ao, m, x, xo, false, y, yo);
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
    if (xAdj != null) {
      Loops.columns(m, (long) m * k).addColumns(m, k, a, ao, m, yAdj, ya, 1, false, xAdj, xa);
    }
    if (aAdj != null) {
      Loops.columns(m, (long) m * k).addOuter(m, k, x, xo, yAdj, ya, false, aAdj, aa, m);
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
    }
    if (!CholeskyFactor.factor(n, l, lo, n)) {
      l[lo] = Double.NaN;
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
    CholeskyFactor.adjoint(n, l, lo, n, lAdj, la);
    for (int j = 0; j < n; j++) {
      int column = j * n + j;
      Products.addTo(n - j, lAdj, la + column, aAdj, aa + column);
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

  /** x = L⁻¹b for lower triangular L. */
  public static void solveLower(
      double[] l, int lo, int n, int n2, double[] b, int bo, int nb, double[] x, int xo, int nx) {
    System.arraycopy(b, bo, x, xo, n);
    Triangular.left(n, l, lo, n, x, xo);
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
    Triangular.leftTransposed(n, l, lo, n, xAdj, xa);
    if (bAdj != null) {
      Products.addTo(n, xAdj, xa, bAdj, ba);
    }
    if (lAdj != null) {
      Triangular.subtractOuterLower(n, xAdj, xa, x, xo, lAdj, la);
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
    System.arraycopy(b, bo, x, xo, n * k);
    Triangular.left(n, k, l, lo, n, x, xo, n);
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
    Triangular.leftTransposed(n, k, l, lo, n, xAdj, xa, n);
    if (bAdj != null) {
      Products.addTo(n * k, xAdj, xa, bAdj, ba);
    }
    if (lAdj != null) {
      Products.addLower(n, k, xAdj, xa, 1, n, x, xo, n, 1, true, lAdj, la, n);
    }
  }

  /** x = L′⁻¹b for lower triangular L. */
  public static void solveLowerTransposed(
      double[] l, int lo, int n, int n2, double[] b, int bo, int nb, double[] x, int xo, int nx) {
    System.arraycopy(b, bo, x, xo, n);
    Triangular.leftTransposed(n, l, lo, n, x, xo);
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
    Triangular.left(n, l, lo, n, xAdj, xa);
    if (bAdj != null) {
      Products.addTo(n, xAdj, xa, bAdj, ba);
    }
    if (lAdj != null) {
      Triangular.subtractOuterLower(n, x, xo, xAdj, xa, lAdj, la);
    }
  }

  /** X = BL⁻¹ for lower triangular L. */
  public static void solveRightLower(
      double[] l,
      int lo,
      int n,
      int n2,
      double[] b,
      int bo,
      int m,
      int nb,
      double[] x,
      int xo,
      int m2,
      int nx) {
    System.arraycopy(b, bo, x, xo, m * n);
    Triangular.right(m, n, l, lo, n, x, xo, m);
  }

  /** Adjoint of {@link #solveRightLower}: G = X̄L′⁻¹; B̄ += G, L̄ −= lower triangle of X′G. */
  public static void solveRightLowerAdjoint(
      double[] l,
      int lo,
      int n,
      int n2,
      double[] b,
      int bo,
      int m,
      int nb,
      double[] x,
      int xo,
      int m2,
      int nx,
      double @Nullable [] lAdj,
      int la,
      double @Nullable [] bAdj,
      int ba,
      double[] xAdj,
      int xa) {
    Triangular.rightTransposed(m, n, l, lo, n, xAdj, xa, m);
    if (bAdj != null) {
      Products.addTo(m * n, xAdj, xa, bAdj, ba);
    }
    if (lAdj != null) {
      Products.addLower(n, m, x, xo, m, 1, xAdj, xa, 1, m, true, lAdj, la, n);
    }
  }
}
