package org.stanj.runtime.hmc;

/** A point of phase space with the density there. Its owner changes it in place. */
final class PhasePoint {
  /** Position on the unconstrained scale. */
  final double[] q;

  /** Momentum. */
  final double[] p;

  /** ∇ log density at {@link #q}. */
  final double[] gradient;

  /** Log density at {@link #q}; −∞ where it is zero or the program rejects. */
  double logDensity;

  PhasePoint(int n) {
    q = new double[n];
    p = new double[n];
    gradient = new double[n];
  }

  void copyFrom(PhasePoint other) {
    int n = q.length;
    System.arraycopy(other.q, 0, q, 0, n);
    System.arraycopy(other.p, 0, p, 0, n);
    System.arraycopy(other.gradient, 0, gradient, 0, n);
    logDensity = other.logDensity;
  }
}
