package org.stanj.stdlib.solver;

/**
 * The linear system of one Newton step: I + KW in one of three symmetric or general forms B.
 *
 * <p>K is the covariance of the latent vector θ, W the negative Hessian of the log likelihood, g
 * its gradient, and θ = Ka. Source: Margossian, arXiv:2306.14976, section 3.
 */
interface NewtonSystem {
  /** log |B|. */
  double logDeterminant();

  /** The a of the full step: (I + WK)⁻¹b, where b = Wθ + g. */
  double[] propose(double[] b);

  /** (K⁻¹ + W)⁻¹, the covariance of the latent vector about its mode: dense. */
  double[] covariance();

  /** What the adjoint needs. */
  Curvature curvature();

  /**
   * The two inverses of the adjoint.
   *
   * @param precision R = W − W(K⁻¹ + W)⁻¹W = (K + W⁻¹)⁻¹, dense
   * @param covariance the diagonal blocks of (K⁻¹ + W)⁻¹
   */
  record Curvature(double[] precision, BlockDiagonal covariance) {}
}
