package org.stanj.stdlib.solver;

import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.CurvedCallback;

/**
 * The log likelihood as a function of the latent vector θ, with a Hessian of diagonal blocks.
 *
 * <p>As there is nothing outside the blocks, one product of the Hessian with a direction that is 1
 * at position j of every block and 0 elsewhere yields column j of all blocks.
 */
final class LatentLikelihood {
  private final CurvedCallback function;
  private final int n;
  private final int blockSize;
  private final double[] value = new double[1];

  LatentLikelihood(CurvedCallback function, int n, int blockSize) {
    this.function = function;
    this.n = n;
    this.blockSize = blockSize;
  }

  double value(double[] theta) {
    function.value(theta, value);
    return value[0];
  }

  double[] gradient(double[] theta) {
    double[] g = new double[n];
    function.vjp(theta, new double[] {1}, g, null, 0);
    return g;
  }

  /** W = −d²ℓ/dθ². */
  BlockDiagonal negativeHessian(double[] theta) {
    double[] values = new double[n * blockSize];
    for (int j = 0; j < blockSize; j++) {
      double[] column = new double[n];
      function.hessianProduct(theta, indicator(j), column, null, 0);
      for (int row = 0; row < n; row++) {
        int first = row / blockSize * blockSize;
        values[(first + j) * blockSize + row - first] = -column[row];
      }
    }
    return new BlockDiagonal(n, blockSize, values);
  }

  /** Adds weight · dℓ/dη, η being what the active frame holds. */
  void addActiveGradient(double[] theta, double weight, double[] dActive, int activeAt) {
    function.vjp(theta, new double[] {weight}, new double[n], dActive, activeAt);
  }

  /** Adds d(v′g)/dη, g being the gradient by θ. */
  void addActiveGradientAlong(double[] theta, double[] v, double[] dActive, int activeAt) {
    function.hessianProduct(theta, v, new double[n], dActive, activeAt);
  }

  /**
   * The gradient of weight · tr(AH) by θ, H being the Hessian; and adds that by η.
   *
   * @param a held fixed
   */
  double[] traceGradient(
      double[] theta, BlockDiagonal a, double weight, double @Nullable [] dActive, int activeAt) {
    double[] dTheta = new double[n];
    for (int j = 0; j < blockSize; j++) {
      double[] column = new double[n];
      for (int row = 0; row < n; row++) {
        int first = row / blockSize * blockSize;
        column[row] = weight * a.values()[(first + j) * blockSize + row - first];
      }
      function.thirdProduct(theta, column, indicator(j), dTheta, dActive, activeAt);
    }
    return dTheta;
  }

  private double[] indicator(int j) {
    double[] u = new double[n];
    for (int i = j; i < n; i += blockSize) {
      u[i] = 1;
    }
    return u;
  }
}
