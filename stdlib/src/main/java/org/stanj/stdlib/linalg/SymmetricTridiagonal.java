package org.stanj.stdlib.linalg;

import org.stanj.stdlib.abi.RejectException;

/**
 * Eigenvalues of a symmetric tridiagonal matrix by implicit QR steps with Wilkinson's shift, the
 * rotations carried over to the columns of a matrix. Source: Golub and Van Loan, Matrix
 * Computations, 4th ed., 8.3.
 */
final class SymmetricTridiagonal {
  private static final double EPSILON = Math.ulp(1.0);
  private static final int STEPS_PER_ROW = 30;

  final double[] diagonal;
  private final double[] below;
  private final ComplexMatrix vectors;
  private final double scale;

  /**
   * @param below the elements under the diagonal; with {@code diagonal} overwritten
   * @param vectors what the rotations are carried over to; overwritten
   * @param scale the largest element of the full matrix that these come from
   */
  SymmetricTridiagonal(double[] diagonal, double[] below, ComplexMatrix vectors, double scale) {
    this.diagonal = diagonal;
    this.below = below;
    this.vectors = vectors;
    this.scale = scale;
  }

  void diagonalise(String function) {
    int end = diagonal.length - 1;
    int steps = 0;
    while (end > 0) {
      dropNegligible(end);
      if (below[end - 1] == 0) {
        end--;
        continue;
      }
      if (++steps > STEPS_PER_ROW * diagonal.length) {
        throw RejectException.domain(function + ": the iteration did not converge");
      }
      int start = end - 1;
      while (start > 0 && below[start - 1] != 0) {
        start--;
      }
      step(start, end);
    }
  }

  private void dropNegligible(int end) {
    for (int i = 0; i < end; i++) {
      double around = Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1]);
      if (Math.abs(below[i]) <= EPSILON * Math.sqrt(around * scale)
          || Math.abs(below[i]) < Double.MIN_NORMAL) {
        below[i] = 0;
      }
    }
  }

  private void step(int start, int end) {
    double x = diagonal[start] - shift(end);
    double z = below[start];
    for (int k = start; k < end && z != 0; k++) {
      double length = Math.hypot(x, z);
      double c = x / length;
      double s = -z / length;
      double sd = s * diagonal[k] + c * below[k];
      double dk = s * below[k] + c * diagonal[k + 1];
      diagonal[k] = c * (c * diagonal[k] - s * below[k]) - s * (c * below[k] - s * diagonal[k + 1]);
      diagonal[k + 1] = s * sd + c * dk;
      below[k] = c * sd - s * dk;
      if (k > start) {
        below[k - 1] = c * below[k - 1] - s * z;
      }
      x = below[k];
      if (k < end - 1) {
        z = -s * below[k + 1];
        below[k + 1] = c * below[k + 1];
      }
      rotate(k, c, s);
    }
  }

  private double shift(int end) {
    double half = (diagonal[end - 1] - diagonal[end]) * 0.5;
    double e = below[end - 1];
    if (half == 0) {
      return diagonal[end] - Math.abs(e);
    }
    double h = half + (half > 0 ? Math.hypot(half, e) : -Math.hypot(half, e));
    return diagonal[end] - e / (h / e);
  }

  private void rotate(int k, double c, double s) {
    rotate(vectors.re, vectors.at(0, k), c, s);
    rotate(vectors.im, vectors.at(0, k), c, s);
  }

  private void rotate(double[] v, int first, double c, double s) {
    int n = diagonal.length;
    for (int i = first; i < first + n; i++) {
      double x = v[i];
      double y = v[i + n];
      v[i] = c * x - s * y;
      v[i + n] = s * x + c * y;
    }
  }
}
