package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;

/**
 * First form: B = I + W^½ K W^½ by its Cholesky factor L, for a positive semidefinite W. K need not
 * be invertible. Source: Rasmussen and Williams, Gaussian Processes for Machine Learning (2006),
 * algorithms 3.1 and 5.1.
 */
final class HessianRoot implements NewtonSystem {
  private final int n;
  private final double[] k;
  private final BlockDiagonal root;
  private final double[] rootTimesK;
  private final double[] l;

  /**
   * @throws RejectException where W is not positive semidefinite, or B not positive definite
   */
  HessianRoot(double[] k, BlockDiagonal w, String name) {
    this.n = w.n();
    this.k = k;
    this.root = w.root(name);
    this.rootTimesK = root.timesDense(k);
    double[] b = root.denseTimes(rootTimesK);
    for (int i = 0; i < n; i++) {
      b[i * n + i] += 1;
    }
    this.l = Dense.cholesky(b, n, name + ": I + W^0.5 K W^0.5 is not positive definite");
  }

  @Override
  public double logDeterminant() {
    return Dense.logDeterminant(l, n);
  }

  @Override
  public double[] propose(double[] b) {
    double[] x = Dense.forward(l, root.product(Dense.product(k, b)), n);
    double[] step = root.product(Dense.backward(l, x));
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      a[i] = b[i] - step[i];
    }
    return a;
  }

  @Override
  public double[] covariance() {
    double[] a = Dense.gram(Dense.forward(l, rootTimesK, n), n);
    for (int i = 0; i < n * n; i++) {
      a[i] = k[i] - a[i];
    }
    return a;
  }

  @Override
  public Curvature curvature() {
    double[] precision = Dense.gram(Dense.forward(l, root.dense(), n), n);
    double[] c = Dense.forward(l, rootTimesK, n);
    int size = root.size();
    BlockDiagonal blocks = BlockDiagonal.of(k, n, size);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < size; i++) {
        int row = j / size * size + i;
        blocks.values()[j * size + i] -= Dense.dot(c, row * n, c, j * n, n);
      }
    }
    return new Curvature(precision, blocks);
  }
}
