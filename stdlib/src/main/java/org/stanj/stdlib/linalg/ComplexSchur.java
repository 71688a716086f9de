package org.stanj.stdlib.linalg;

import org.stanj.stdlib.abi.RejectException;

/**
 * The Schur decomposition A = UTU* with unitary U and upper triangular T: reflections to Hessenberg
 * form, then rotations with Wilkinson's shift, eigenvalues split off from the last one up. Source:
 * Golub and Van Loan, Matrix Computations, 4th ed., 7.4–7.5 and 5.1.13.
 */
final class ComplexSchur {
  private static final double EPSILON = Math.ulp(1.0);
  private static final int STEPS_PER_ROW = 30;

  private final int n;
  final ComplexMatrix t;
  final ComplexMatrix u;

  private double cosine;
  private double sineRe;
  private double sineIm;

  private ComplexSchur(ComplexMatrix a) {
    this.n = a.rows;
    this.t = a.copy();
    this.u = ComplexMatrix.identity(n);
  }

  static ComplexSchur of(ComplexMatrix a, String function) {
    ComplexSchur schur = new ComplexSchur(a);
    schur.toHessenberg();
    schur.toTriangular(function);
    return schur;
  }

  /**
   * Only the reduction: T is zero below the diagonal under the main one, whose elements are real.
   */
  static ComplexSchur hessenberg(ComplexMatrix a) {
    ComplexSchur schur = new ComplexSchur(a);
    schur.toHessenberg();
    return schur;
  }

  private void toHessenberg() {
    for (int k = 0; k < n - 1; k++) {
      double tail = 0;
      for (int i = k + 2; i < n; i++) {
        tail += t.modulus(i, k) * t.modulus(i, k);
      }
      double x = t.re[t.at(k + 1, k)];
      double y = t.im[t.at(k + 1, k)];
      if (tail > 0 || y != 0) {
        double beta = Math.sqrt(x * x + y * y + tail);
        reflect(k, x, y, x >= 0 ? -beta : beta);
      }
    }
  }

  /** Makes column k (β, 0, ...) below its diagonal, whose first element there is x + yi. */
  private void reflect(int k, double x, double y, double beta) {
    ComplexMatrix v = new ComplexMatrix(n, 1);
    v.re[k + 1] = 1;
    for (int i = k + 2; i < n; i++) {
      v.set(i, 0, t.re[t.at(i, k)], t.im[t.at(i, k)]);
      v.divide(i, 0, x - beta, y);
    }
    double tauRe = (beta - x) / beta;
    double tauIm = y / beta;
    fromLeft(v, tauRe, tauIm, k);
    fromRight(t, v, tauRe, -tauIm, k + 1);
    fromRight(u, v, tauRe, -tauIm, k + 1);
    t.set(k + 1, k, beta, 0);
    for (int i = k + 2; i < n; i++) {
      t.set(i, k, 0, 0);
    }
  }

  /** T ← (I − τvv*)T. */
  private void fromLeft(ComplexMatrix v, double tauRe, double tauIm, int first) {
    for (int j = first; j < n; j++) {
      double p = 0;
      double q = 0;
      for (int i = first + 1; i < n; i++) {
        p += v.re[i] * t.re[t.at(i, j)] + v.im[i] * t.im[t.at(i, j)];
        q += v.re[i] * t.im[t.at(i, j)] - v.im[i] * t.re[t.at(i, j)];
      }
      double x = p * tauRe - q * tauIm;
      double y = p * tauIm + q * tauRe;
      for (int i = first + 1; i < n; i++) {
        t.add(i, j, -(v.re[i] * x - v.im[i] * y), -(v.re[i] * y + v.im[i] * x));
      }
    }
  }

  /** M ← M(I − τvv*). */
  private void fromRight(ComplexMatrix m, ComplexMatrix v, double tauRe, double tauIm, int first) {
    for (int i = 0; i < n; i++) {
      double p = 0;
      double q = 0;
      for (int j = first; j < n; j++) {
        p += m.re[m.at(i, j)] * v.re[j] - m.im[m.at(i, j)] * v.im[j];
        q += m.re[m.at(i, j)] * v.im[j] + m.im[m.at(i, j)] * v.re[j];
      }
      double x = p * tauRe - q * tauIm;
      double y = p * tauIm + q * tauRe;
      for (int j = first; j < n; j++) {
        m.add(i, j, -(x * v.re[j] + y * v.im[j]), -(y * v.re[j] - x * v.im[j]));
      }
    }
  }

  private void toTriangular(String function) {
    int last = n - 1;
    int steps = 0;
    int since = 0;
    while (last > 0) {
      if (splits(last - 1)) {
        last--;
        since = 0;
        continue;
      }
      since++;
      steps++;
      if (steps > STEPS_PER_ROW * n) {
        throw RejectException.domain(function + ": the iteration did not converge");
      }
      int first = last - 1;
      while (first > 0 && !splits(first - 1)) {
        first--;
      }
      step(first, last, since);
    }
    for (int j = 0; j < n; j++) {
      for (int i = j + 1; i < n; i++) {
        t.set(i, j, 0, 0);
      }
    }
  }

  /** Whether the element below diagonal element i is negligible. It then becomes 0. */
  private boolean splits(int i) {
    boolean small = t.size(i + 1, i) <= EPSILON * (t.size(i, i) + t.size(i + 1, i + 1));
    if (small) {
      t.set(i + 1, i, 0, 0);
    }
    return small;
  }

  private void step(int first, int last, int since) {
    double[] shift = shift(last, since);
    int d = t.at(first, first);
    for (int i = first; i < last; i++) {
      if (i == first) {
        rotation(t.re[d] - shift[0], t.im[d] - shift[1], i + 1, i);
      } else {
        rotation(t.re[t.at(i, i - 1)], t.im[t.at(i, i - 1)], i + 1, i - 1);
      }
      rotateRows(i, Math.max(first, i - 1));
      rotateColumns(t, i, Math.min(i + 2, last));
      rotateColumns(u, i, n - 1);
      if (i > first) {
        t.set(i + 1, i - 1, 0, 0);
      }
    }
  }

  /** The eigenvalue of the last 2 by 2 block next to its last element; now and then another. */
  private double[] shift(int k, int since) {
    if ((since == 10 || since == 20) && k > 1) {
      double below = Math.abs(t.re[t.at(k, k - 1)]);
      return new double[] {below + Math.abs(t.re[t.at(k - 1, k - 2)]), 0};
    }
    ComplexMatrix z = new ComplexMatrix(1, 4);
    double total = 0;
    for (int e = 0; e < 4; e++) {
      int from = t.at(k - 1 + e % 2, k - 1 + e / 2);
      z.set(0, e, t.re[from], t.im[from]);
      total += z.modulus(0, e);
    }
    return total == 0 ? new double[2] : nearest(z, total);
  }

  private static double[] nearest(ComplexMatrix z, double total) {
    double a = (z.re[0] - z.re[3]) / total;
    double b = (z.im[0] - z.im[3]) / total;
    double p = (z.re[1] * z.re[2] - z.im[1] * z.im[2]) / total / total;
    double q = (z.re[1] * z.im[2] + z.im[1] * z.re[2]) / total / total;
    double[] root = root(a * a - b * b + 4 * p, 2 * a * b + 4 * q);
    double sign = a * root[0] + b * root[1] >= 0 ? 1 : -1;
    double denominatorRe = a + sign * root[0];
    double denominatorIm = b + sign * root[1];
    ComplexMatrix change = new ComplexMatrix(1, 1);
    if (denominatorRe != 0 || denominatorIm != 0) {
      change.set(0, 0, 2 * p, 2 * q);
      change.divide(0, 0, denominatorRe, denominatorIm);
    }
    return new double[] {z.re[3] - total * change.re[0], z.im[3] - total * change.im[0]};
  }

  private static double[] root(double x, double y) {
    double m = Math.sqrt((Math.hypot(x, y) + Math.abs(x)) / 2);
    if (m == 0) {
      return new double[2];
    }
    double other = Math.abs(y) / (2 * m);
    double re = x >= 0 ? m : other;
    return new double[] {re, Math.copySign(x >= 0 ? other : m, y)};
  }

  /** The rotation that takes (p, q) to (r, 0), p = x + yi and q the element (i, j) of T. */
  private void rotation(double x, double y, int i, int j) {
    double qRe = t.re[t.at(i, j)];
    double qIm = t.im[t.at(i, j)];
    double p = Math.hypot(x, y);
    double q = Math.hypot(qRe, qIm);
    if (q == 0) {
      cosine = x < 0 ? -1 : 1;
      sineRe = 0;
      sineIm = 0;
    } else if (p == 0) {
      cosine = 0;
      sineRe = -qRe / q;
      sineIm = -qIm / q;
    } else {
      double length = x < 0 ? -Math.hypot(p, q) : Math.hypot(p, q);
      cosine = p / length;
      sineRe = -(qRe * (x / p) + qIm * (y / p)) / length;
      sineIm = -(qIm * (x / p) - qRe * (y / p)) / length;
    }
  }

  private void rotateRows(int i, int from) {
    for (int j = from; j < n; j++) {
      double x = t.re[t.at(i, j)];
      double y = t.im[t.at(i, j)];
      double p = t.re[t.at(i + 1, j)];
      double q = t.im[t.at(i + 1, j)];
      t.set(i, j, cosine * x - (sineRe * p + sineIm * q), cosine * y - (sineRe * q - sineIm * p));
      t.set(
          i + 1, j, cosine * p + (sineRe * x - sineIm * y), cosine * q + (sineRe * y + sineIm * x));
    }
  }

  private void rotateColumns(ComplexMatrix m, int j, int lastRow) {
    for (int i = 0; i <= lastRow; i++) {
      double x = m.re[m.at(i, j)];
      double y = m.im[m.at(i, j)];
      double p = m.re[m.at(i, j + 1)];
      double q = m.im[m.at(i, j + 1)];
      m.set(i, j, cosine * x - (sineRe * p - sineIm * q), cosine * y - (sineRe * q + sineIm * p));
      m.set(
          i, j + 1, cosine * p + (sineRe * x + sineIm * y), cosine * q + (sineRe * y - sineIm * x));
    }
  }
}
