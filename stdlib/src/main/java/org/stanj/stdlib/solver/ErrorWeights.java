package org.stanj.stdlib.solver;

/** The weighted root mean square norm with weights 1 / (rtol |y| + atol). */
final class ErrorWeights {
  private final int n;
  private final double relTol;
  private final double[] absTol;
  private final int absTolAt;
  private final int absTolStride;
  private final double[] weights;

  /**
   * @param absTolStride 1 where each state has its own absolute tolerance, 0 where they share one
   */
  ErrorWeights(int n, double relTol, double[] absTol, int absTolAt, int absTolStride) {
    this.n = n;
    this.relTol = relTol;
    this.absTol = absTol;
    this.absTolAt = absTolAt;
    this.absTolStride = absTolStride;
    weights = new double[n];
  }

  double absTol(int i) {
    return absTol[absTolAt + i * absTolStride];
  }

  /** Sets the weights from a state, the first n of the array. */
  void set(double[] y) {
    for (int i = 0; i < n; i++) {
      weights[i] = 1 / (relTol * Math.abs(y[i]) + absTol(i));
    }
  }

  /** The norm of n elements. */
  double norm(double[] v, int at) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double x = v[at + i] * weights[i];
      sum += x * x;
    }
    return Math.sqrt(sum / n);
  }
}
