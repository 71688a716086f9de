package org.stanj.runtime.optimize;

import java.util.Arrays;

/** BFGS: H as a full matrix, Nocedal &amp; Wright equation 6.17. */
final class DenseInverse implements Curvature {
  private final int size;
  private final double[][] inverse;
  private boolean fresh;

  DenseInverse(int size) {
    this.size = size;
    inverse = new double[size][size];
    reset();
  }

  @Override
  public void reset() {
    fill(1);
    fresh = true;
  }

  private void fill(double diagonal) {
    for (int i = 0; i < size; i++) {
      Arrays.fill(inverse[i], 0);
      inverse[i][i] = diagonal;
    }
  }

  @Override
  public void update(double[] step, double[] change) {
    if (!Curvature.isUsable(step, change)) {
      return;
    }
    double product = Vectors.dot(step, change);
    if (fresh) {
      // equation 6.20: the identity becomes of the right size before the first update
      fill(product / Vectors.dot(change, change));
      fresh = false;
    }
    double[] hy = times(change);
    double factor = (1 + Vectors.dot(change, hy) / product) / product;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        inverse[i][j] += factor * step[i] * step[j] - (hy[i] * step[j] + step[i] * hy[j]) / product;
      }
    }
  }

  @Override
  public double[] times(double[] vector) {
    double[] product = new double[size];
    for (int i = 0; i < size; i++) {
      product[i] = Vectors.dot(inverse[i], vector);
    }
    return product;
  }
}
