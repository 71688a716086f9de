package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;

/**
 * Second form: B = I + R′WR by its Cholesky factor L, for a positive definite K = RR′. W may have
 * negative eigenvalues, as long as K⁻¹ + W has none.
 */
final class CovarianceRoot implements NewtonSystem {
  private final int n;
  private final double[] covarianceRoot;
  private final BlockDiagonal w;
  private final double[] l;

  /**
   * @param covarianceRoot of {@link #root}
   * @throws RejectException where B is not positive definite
   */
  CovarianceRoot(double[] covarianceRoot, BlockDiagonal w, String name) {
    this.n = w.n();
    this.covarianceRoot = covarianceRoot;
    this.w = w;
    double[] weighted = w.timesDense(covarianceRoot);
    double[] b = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        b[j * n + i] = Dense.dot(covarianceRoot, i * n + i, weighted, j * n + i, n - i);
      }
      b[j * n + j] += 1;
    }
    this.l = Dense.cholesky(b, n, name + ": I + L' W L is not positive definite");
  }

  /**
   * The Cholesky factor of K.
   *
   * @throws RejectException where K is not positive definite
   */
  static double[] root(double[] k, int n, String name) {
    return Dense.cholesky(k, n, name + ": Cholesky of covariance failed at start");
  }

  @Override
  public double logDeterminant() {
    return Dense.logDeterminant(l, n);
  }

  @Override
  public double[] propose(double[] b) {
    double[] x = Dense.forward(l, Dense.transposedProduct(covarianceRoot, b), n);
    return Dense.backward(covarianceRoot, Dense.backward(l, x));
  }

  @Override
  public double[] covariance() {
    return Dense.gram(Dense.forward(l, Dense.transpose(covarianceRoot, n), n), n);
  }

  @Override
  public Curvature curvature() {
    return GeneralSystem.curvature(covariance(), w);
  }
}
