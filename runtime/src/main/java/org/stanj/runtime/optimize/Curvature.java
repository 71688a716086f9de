package org.stanj.runtime.optimize;

/** An approximation H of the inverse Hessian of −log density, learnt from steps. */
interface Curvature {
  /** Forgets all steps: H is the identity. */
  void reset();

  /**
   * Learns from a step; one along which the slope does not grow is left out.
   *
   * @param step s, the change of position
   * @param change y, the change of the gradient of −log density
   */
  void update(double[] step, double[] change);

  /** H times a vector. */
  double[] times(double[] vector);

  /** Whether sᵀy is large enough to keep H positive definite in floating point. */
  static boolean isUsable(double[] step, double[] change) {
    double product = Vectors.dot(step, change);
    double length = Vectors.norm(step) * Vectors.norm(change);
    return length < Double.POSITIVE_INFINITY && product > Math.ulp(1.0) * length;
  }
}
