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
  private final int n;
  private final double[][] vectors;
  private final int from;
  private final double scale;

  /**
   * @param diagonal the diagonal, overwritten by the eigenvalues
   * @param below the elements under the diagonal, overwritten
   * @param vectors what the rotations are carried over to: the columns of each of these matrices,
   *     which begin at {@code from}
   * @param scale the largest element of the full matrix that these come from
   */
  SymmetricTridiagonal(
      int n, double[] diagonal, double[] below, double[][] vectors, int from, double scale) {
    this.n = n;
    this.diagonal = diagonal;
    this.below = below;
    this.vectors = vectors;
    this.from = from;
    this.scale = scale;
  }

  void diagonalise(String function) {
    int end = n - 1;
    int steps = 0;
    while (end > 0) {
      dropNegligible(end);
      if (below[end - 1] == 0) {
        end--;
        continue;
      }
      if (++steps > STEPS_PER_ROW * n) {
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
    InnerLoops loops = Loops.columns(n, 6L * n * (end - start));
    double x = diagonal[start] - shift(end);
    double z = below[start];
    for (int k = start; k < end && z != 0; k++) {
      double length = length(x, z);
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
      for (double[] v : vectors) {
        loops.rotate(n, v, from + k * n, from + (k + 1) * n, c, s);
      }
    }
  }

  private double shift(int end) {
    double half = (diagonal[end - 1] - diagonal[end]) * 0.5;
    double e = below[end - 1];
    if (half == 0) {
      return diagonal[end] - Math.abs(e);
    }
    double h = half + (half > 0 ? length(half, e) : -length(half, e));
    return diagonal[end] - e / (h / e);
  }

  /** √(x² + y²), not both 0, without overflow. */
  private static double length(double x, double y) {
    double larger = Math.max(Math.abs(x), Math.abs(y));
    double ratio = Math.min(Math.abs(x), Math.abs(y)) / larger;
    return larger * Math.sqrt(1 + ratio * ratio);
  }
}
