package org.stanj.runtime.pathfinder;

import java.util.Arrays;

/**
 * The diagonal α of the inverse Hessian that L-BFGS updates start from (paper, algorithm 3; Gilbert
 * &amp; Lemaréchal 1989). It begins as ones.
 */
final class InverseHessianDiagonal {
  private static final double SMALLEST_ANGLE = 1e-12;

  private double[] alpha;

  InverseHessianDiagonal(int n) {
    alpha = new double[n];
    Arrays.fill(alpha, 1);
  }

  /** α; nobody changes the array. */
  double[] alpha() {
    return alpha;
  }

  /**
   * Learns from a step if the density is curved along it.
   *
   * @param s change of position
   * @param z change of the gradient of −log density
   * @return whether it did
   */
  boolean update(double[] s, double[] z) {
    double a = 0;
    double b = 0;
    double c = 0;
    double zz = 0;
    for (int i = 0; i < s.length; i++) {
      a += z[i] * alpha[i] * z[i];
      b += z[i] * s[i];
      c += s[i] * s[i] / alpha[i];
      zz += z[i] * z[i];
    }
    if (!(b > SMALLEST_ANGLE * zz) || !Double.isFinite(a) || !Double.isFinite(c)) {
      return false;
    }
    double[] next = new double[s.length];
    for (int i = 0; i < s.length; i++) {
      double ratio = s[i] / alpha[i];
      next[i] = 1 / (a / (b * alpha[i]) + z[i] * z[i] / b - a * ratio * ratio / (b * c));
      if (!(next[i] > 0) || Double.isInfinite(next[i])) {
        return false;
      }
    }
    alpha = next;
    return true;
  }
}
