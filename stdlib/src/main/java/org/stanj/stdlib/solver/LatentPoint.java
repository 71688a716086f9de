package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;

/**
 * A place on the way to the mode.
 *
 * @param a with θ = Ka
 * @param theta the latent vector
 * @param gradient of the log likelihood ℓ by θ
 * @param objective −½a′θ + ℓ(θ), the log density up to a constant; NaN where it cannot be evaluated
 */
record LatentPoint(double[] a, double[] theta, double[] gradient, double objective) {
  static LatentPoint at(LatentLikelihood likelihood, double[] a, double[] theta) {
    double value = likelihood.value(theta);
    return new LatentPoint(
        a, theta, likelihood.gradient(theta), -0.5 * Dense.dot(a, theta) + value);
  }

  /** The place at a distance along a direction; not finite where the likelihood is undefined. */
  LatentPoint moved(
      LatentLikelihood likelihood, double step, double[] direction, double[] directionInTheta) {
    int n = a.length;
    double[] newA = new double[n];
    double[] newTheta = new double[n];
    for (int i = 0; i < n; i++) {
      newA[i] = a[i] + step * direction[i];
      newTheta[i] = theta[i] + step * directionInTheta[i];
    }
    try {
      return at(likelihood, newA, newTheta);
    } catch (RejectException e) {
      if (e.kind() != RejectException.Kind.DOMAIN) {
        throw e;
      }
      return new LatentPoint(newA, newTheta, new double[n], Double.NaN);
    }
  }

  /**
   * The derivative of the objective along a direction: (g − a)′K times it.
   *
   * @param directionInTheta K times the direction
   */
  double slope(double[] directionInTheta) {
    return Dense.dot(gradient, directionInTheta) - Dense.dot(a, directionInTheta);
  }
}
