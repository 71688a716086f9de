package org.stanj.stdlib.linalg;

/** Eigenvalues and eigenvectors of matrices in Schur form, by substitution. */
final class Eigenvectors {
  private static final double EPSILON = Math.ulp(1.0);

  final ComplexMatrix values;
  final ComplexMatrix vectors;

  private Eigenvectors(int n) {
    this.values = new ComplexMatrix(n, 1);
    this.vectors = new ComplexMatrix(n, n);
  }

  /** Of UTU* with upper triangular T, in the order of its diagonal; vectors of length 1. */
  static Eigenvectors of(ComplexMatrix t, ComplexMatrix u) {
    int n = t.rows;
    Eigenvectors eigen = new Eigenvectors(n);
    ComplexMatrix x = new ComplexMatrix(n, n);
    double norm = 0;
    for (int k = 0; k < n * n; k++) {
      norm = Math.hypot(norm, Math.hypot(t.re[k], t.im[k]));
    }
    for (int k = 0; k < n; k++) {
      double re = t.re[t.at(k, k)];
      double im = t.im[t.at(k, k)];
      eigen.values.set(k, 0, re, im);
      x.set(k, k, 1, 0);
      for (int i = k - 1; i >= 0; i--) {
        double[] sum = rowTimes(t, i, x, k, i + 1);
        double dRe = t.re[t.at(i, i)] - re;
        double dIm = t.im[t.at(i, i)] - im;
        boolean equal = dRe == 0 && dIm == 0;
        x.set(i, k, -sum[0], -sum[1]);
        x.divide(i, k, equal ? EPSILON * norm : dRe, dIm);
      }
    }
    return eigen.withVectors(u.times(x));
  }

  private Eigenvectors withVectors(ComplexMatrix v) {
    System.arraycopy(v.re, 0, vectors.re, 0, v.re.length);
    System.arraycopy(v.im, 0, vectors.im, 0, v.im.length);
    for (int j = 0; j < v.cols; j++) {
      vectors.normaliseColumn(j);
    }
    return this;
  }

  /** Row i of T from a column up to column {@code k} times column {@code k} of X. */
  private static double[] rowTimes(ComplexMatrix t, int i, ComplexMatrix x, int k, int from) {
    double re = 0;
    double im = 0;
    for (int m = from; m < t.cols; m++) {
      double p = t.re[t.at(i, m)];
      double q = t.im[t.at(i, m)];
      re += p * x.re[x.at(m, k)] - q * x.im[x.at(m, k)];
      im += p * x.im[x.at(m, k)] + q * x.re[x.at(m, k)];
    }
    return new double[] {re, im};
  }

  /**
   * Of a real Schur form, in the order of its diagonal; of a pair of complex eigenvalues the one
   * with positive imaginary part first.
   */
  static Eigenvectors of(RealSchur schur) {
    int n = schur.t.length;
    Eigenvectors eigen = new Eigenvectors(n);
    ComplexMatrix t = matrix(schur.t);
    ComplexMatrix x = new ComplexMatrix(n, n);
    for (int k = 0; k < n; k++) {
      if (k + 1 < n && schur.t[k + 1][k] != 0) {
        eigen.pair(schur.t, t, x, k);
        k++;
      } else {
        eigen.values.set(k, 0, schur.t[k][k], 0);
        x.set(k, k, 1, 0);
        eigen.substitute(t, x, k, k - 1);
      }
    }
    eigen.withVectors(matrix(schur.u).times(x));
    return eigen;
  }

  private static ComplexMatrix matrix(double[][] a) {
    ComplexMatrix m = new ComplexMatrix(a.length, a.length);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        m.set(i, j, a[i][j], 0);
      }
    }
    return m;
  }

  private void pair(double[][] a, ComplexMatrix t, ComplexMatrix x, int k) {
    double p = 0.5 * (a[k][k] - a[k + 1][k + 1]);
    double scale = Math.max(Math.abs(p), Math.max(Math.abs(a[k + 1][k]), Math.abs(a[k][k + 1])));
    double z =
        scale
            * Math.sqrt(
                Math.abs(
                    (p / scale) * (p / scale) + (a[k + 1][k] / scale) * (a[k][k + 1] / scale)));
    double real = a[k + 1][k + 1] + p;
    values.set(k, 0, real, z);
    values.set(k + 1, 0, real, -z);
    if (Math.abs(a[k + 1][k]) > Math.abs(a[k][k + 1])) {
      x.set(k, k, -z / a[k + 1][k], -(a[k + 1][k + 1] - real) / a[k + 1][k]);
    } else {
      x.set(k, k, 0, -a[k][k + 1]);
      x.divide(k, k, a[k][k] - real, -z);
    }
    x.set(k + 1, k, 0, 1);
    substitute(t, x, k, k - 1);
    for (int i = 0; i <= k + 1; i++) {
      x.set(i, k + 1, x.re[x.at(i, k)], -x.im[x.at(i, k)]);
    }
  }

  /** Solves (T − λₖ)x = 0 for the elements of column k from row {@code last} up. */
  private void substitute(ComplexMatrix t, ComplexMatrix x, int k, int last) {
    int n = t.rows;
    double norm = 0;
    for (int e = 0; e < n * n; e++) {
      norm += Math.abs(t.re[e]);
    }
    for (int i = last; i >= 0; i--) {
      boolean block = i > 0 && t.re[t.at(i, i - 1)] != 0;
      int size = block ? 2 : 1;
      int top = i - size + 1;
      ComplexMatrix a = new ComplexMatrix(size, size);
      ComplexMatrix b = new ComplexMatrix(size, 1);
      for (int r = 0; r < size; r++) {
        double[] sum = rowTimes(t, top + r, x, k, i + 1);
        b.set(r, 0, -sum[0], -sum[1]);
        for (int c = 0; c < size; c++) {
          double diagonal = r == c ? 1 : 0;
          double element = t.re[t.at(top + r, top + c)];
          a.set(r, c, element - diagonal * values.re[k], -diagonal * values.im[k]);
        }
      }
      if (size == 1 && a.modulus(0, 0) == 0) {
        a.re[0] = EPSILON * norm;
      }
      ComplexMatrix solution = a.solve(b);
      for (int r = 0; r < size; r++) {
        x.set(top + r, k, solution.re[r], solution.im[r]);
      }
      i = top;
    }
  }

  /** The same in another order. */
  Eigenvectors inOrder(Integer[] order) {
    Eigenvectors sorted = new Eigenvectors(order.length);
    for (int j = 0; j < order.length; j++) {
      sorted.values.set(j, 0, values.re[order[j]], values.im[order[j]]);
    }
    ComplexMatrix v = vectors.columns(order);
    System.arraycopy(v.re, 0, sorted.vectors.re, 0, v.re.length);
    System.arraycopy(v.im, 0, sorted.vectors.im, 0, v.im.length);
    return sorted;
  }
}
