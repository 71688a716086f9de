package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;

/** Third form: B = I + KW by its LU factors, for any W, and a K that need not be invertible. */
final class GeneralSystem implements NewtonSystem {
  private final int n;
  private final double[] k;
  private final BlockDiagonal w;
  private final LuFactor lu;
  private final String name;

  GeneralSystem(double[] k, BlockDiagonal w, String name) {
    this.n = w.n();
    this.k = k;
    this.w = w;
    double[] b = w.denseTimes(k);
    for (int i = 0; i < n; i++) {
      b[i * n + i] += 1;
    }
    this.lu = new LuFactor(b, n);
    this.name = name;
  }

  /**
   * {@inheritDoc}
   *
   * @throws RejectException where the determinant is not a positive number: then the point is no
   *     mode
   */
  @Override
  public double logDeterminant() {
    double log = lu.logDeterminant();
    if (lu.sign() <= 0 || !Double.isFinite(log)) {
      throw RejectException.domain(name + ": determinant of I + K W is not positive");
    }
    return log;
  }

  @Override
  public double[] propose(double[] b) {
    double[] step = w.product(lu.solve(Dense.product(k, b)));
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      a[i] = b[i] - step[i];
    }
    return a;
  }

  @Override
  public double[] covariance() {
    return lu.solve(k);
  }

  @Override
  public Curvature curvature() {
    return curvature(covariance(), w);
  }

  /** From A = (K⁻¹ + W)⁻¹ as a whole. */
  static Curvature curvature(double[] covariance, BlockDiagonal w) {
    int n = w.n();
    double[] precision = w.dense();
    double[] sandwich = w.denseTimes(w.timesDense(covariance));
    for (int i = 0; i < n * n; i++) {
      precision[i] -= sandwich[i];
    }
    return new Curvature(precision, BlockDiagonal.of(covariance, n, w.size()));
  }
}
