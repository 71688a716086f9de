package org.stanj.stdlib.linalg;

import org.jspecify.annotations.Nullable;

/** A dense complex matrix, column-major, its real and imaginary parts apart. */
final class ComplexMatrix {
  final int rows;
  final int cols;
  final double[] re;
  final double[] im;

  /** A matrix of zeros. */
  ComplexMatrix(int rows, int cols) {
    this.rows = rows;
    this.cols = cols;
    this.re = new double[rows * cols];
    this.im = new double[rows * cols];
  }

  /** A copy of operands of a kernel. */
  static ComplexMatrix of(double[] re, int ro, double[] im, int io, int rows, int cols) {
    ComplexMatrix m = ofReal(re, ro, rows, cols);
    System.arraycopy(im, io, m.im, 0, rows * cols);
    return m;
  }

  /** A copy of a real operand of a kernel. */
  static ComplexMatrix ofReal(double[] a, int ao, int rows, int cols) {
    ComplexMatrix m = new ComplexMatrix(rows, cols);
    System.arraycopy(a, ao, m.re, 0, rows * cols);
    return m;
  }

  static ComplexMatrix identity(int n) {
    ComplexMatrix m = new ComplexMatrix(n, n);
    for (int i = 0; i < n; i++) {
      m.re[i * n + i] = 1;
    }
    return m;
  }

  ComplexMatrix copy() {
    return of(re, 0, im, 0, rows, cols);
  }

  int at(int i, int j) {
    return j * rows + i;
  }

  void set(int i, int j, double real, double imaginary) {
    re[at(i, j)] = real;
    im[at(i, j)] = imaginary;
  }

  void add(int i, int j, double real, double imaginary) {
    re[at(i, j)] += real;
    im[at(i, j)] += imaginary;
  }

  double modulus(int i, int j) {
    return Math.hypot(re[at(i, j)], im[at(i, j)]);
  }

  /** |Re| + |Im| of an element. */
  double size(int i, int j) {
    return Math.abs(re[at(i, j)]) + Math.abs(im[at(i, j)]);
  }

  ComplexMatrix times(ComplexMatrix b) {
    ComplexMatrix c = new ComplexMatrix(rows, b.cols);
    for (int j = 0; j < b.cols; j++) {
      for (int k = 0; k < cols; k++) {
        double x = b.re[b.at(k, j)];
        double y = b.im[b.at(k, j)];
        for (int i = 0; i < rows; i++) {
          double p = re[at(i, k)];
          double q = im[at(i, k)];
          c.add(i, j, p * x - q * y, p * y + q * x);
        }
      }
    }
    return c;
  }

  /** The conjugate transpose. */
  ComplexMatrix adjoint() {
    ComplexMatrix t = new ComplexMatrix(cols, rows);
    for (int j = 0; j < cols; j++) {
      for (int i = 0; i < rows; i++) {
        t.set(j, i, re[at(i, j)], -im[at(i, j)]);
      }
    }
    return t;
  }

  /** This plus {@code factor} times another. */
  ComplexMatrix plus(double factor, ComplexMatrix b) {
    ComplexMatrix c = copy();
    for (int k = 0; k < re.length; k++) {
      c.re[k] += factor * b.re[k];
      c.im[k] += factor * b.im[k];
    }
    return c;
  }

  /** Element (i, j) divided by a number. */
  void divide(int i, int j, double c, double d) {
    int k = at(i, j);
    double scale = Math.max(Math.abs(c), Math.abs(d));
    double p = c / scale;
    double q = d / scale;
    double norm = (p * p + q * q) * scale;
    double x = re[k];
    re[k] = (x * p + im[k] * q) / norm;
    im[k] = (im[k] * p - x * q) / norm;
  }

  /** Column {@code j} divided by its length. */
  void normaliseColumn(int j) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double m = modulus(i, j);
      sum += m * m;
    }
    double norm = Math.sqrt(sum);
    for (int i = 0; i < rows; i++) {
      re[at(i, j)] /= norm;
      im[at(i, j)] /= norm;
    }
  }

  /** The columns in another order. */
  ComplexMatrix columns(Integer[] order) {
    ComplexMatrix c = new ComplexMatrix(rows, order.length);
    for (int j = 0; j < order.length; j++) {
      System.arraycopy(re, order[j] * rows, c.re, j * rows, rows);
      System.arraycopy(im, order[j] * rows, c.im, j * rows, rows);
    }
    return c;
  }

  /** X with AX = B, A this square matrix: elimination with row exchanges. */
  ComplexMatrix solve(ComplexMatrix b) {
    ComplexMatrix lu = copy();
    ComplexMatrix x = b.copy();
    for (int k = 0; k < rows; k++) {
      int pivot = k;
      for (int i = k + 1; i < rows; i++) {
        pivot = lu.modulus(i, k) > lu.modulus(pivot, k) ? i : pivot;
      }
      lu.exchangeRows(k, pivot);
      x.exchangeRows(k, pivot);
      for (int i = k + 1; i < rows; i++) {
        lu.divide(i, k, lu.re[at(k, k)], lu.im[at(k, k)]);
        double p = lu.re[at(i, k)];
        double q = lu.im[at(i, k)];
        lu.subtractRow(i, k, p, q, k + 1);
        x.subtractRow(i, k, p, q, 0);
      }
    }
    for (int k = rows - 1; k >= 0; k--) {
      for (int j = 0; j < x.cols; j++) {
        x.divide(k, j, lu.re[at(k, k)], lu.im[at(k, k)]);
      }
      for (int i = 0; i < k; i++) {
        x.subtractRow(i, k, lu.re[at(i, k)], lu.im[at(i, k)], 0);
      }
    }
    return x;
  }

  private void exchangeRows(int i, int k) {
    for (int j = 0; j < cols && i != k; j++) {
      double x = re[at(i, j)];
      double y = im[at(i, j)];
      set(i, j, re[at(k, j)], im[at(k, j)]);
      set(k, j, x, y);
    }
  }

  /** Row i less (p + qi) times row k, from a column on. */
  private void subtractRow(int i, int k, double p, double q, int from) {
    for (int j = from; j < cols; j++) {
      double x = re[at(k, j)];
      double y = im[at(k, j)];
      add(i, j, q * y - p * x, -p * y - q * x);
    }
  }

  /** Copies into outputs of a kernel. */
  void store(double[] real, int ro, double[] imaginary, int io) {
    System.arraycopy(re, 0, real, ro, re.length);
    System.arraycopy(im, 0, imaginary, io, im.length);
  }

  /** Adds to adjoints of inputs of a kernel. */
  void addTo(double @Nullable [] real, int ro, double @Nullable [] imaginary, int io) {
    for (int k = 0; k < re.length; k++) {
      if (real != null) {
        real[ro + k] += re[k];
      }
      if (imaginary != null) {
        imaginary[io + k] += im[k];
      }
    }
  }
}
