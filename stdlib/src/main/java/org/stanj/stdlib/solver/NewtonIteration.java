package org.stanj.stdlib.solver;

import java.util.Arrays;

/**
 * A modified Newton iteration for the equation of a step. Matrix and derivatives are kept over many
 * steps and made anew when γ has changed, when they are old, or when the iteration fails.
 *
 * <p>Control of convergence: Brown, Byrne & Hindmarsh 1989, section 3, doi:10.1137/0910062.
 */
final class NewtonIteration {
  /** What came before an attempt. */
  enum After {
    STEP,
    ERROR_FAILURE,
    CONVERGENCE_FAILURE
  }

  private static final int MATRIX_AGE = 20;
  private static final int DERIVATIVES_AGE = 50;
  private static final double GAMMA_CHANGE = 0.3;
  private static final double GAMMA_CHANGE_AT_FAILURE = 0.2;
  private static final double RATE_DECAY = 0.3;
  private static final double DIVERGENCE = 2;

  private final StepEquation equation;
  private final ErrorWeights weights;
  private final int n;
  private final int iterations;
  private final double share;
  private final boolean relaxed;
  private final DenseLu lu;
  private final double[] r;

  private double matrixGamma;
  private int matrixStep = -1;
  private int derivativesStep = -1;
  private double rate = 1;
  private double norm;

  /**
   * @param iterations allowed in an attempt
   * @param share of the error allowed in a step that the iteration may leave
   * @param relaxed whether corrections are scaled by 2 / (1 + γ/γ of the matrix)
   */
  NewtonIteration(
      StepEquation equation, ErrorWeights weights, int iterations, double share, boolean relaxed) {
    this.equation = equation;
    this.weights = weights;
    this.n = equation.n;
    this.iterations = iterations;
    this.share = share;
    this.relaxed = relaxed;
    lu = new DenseLu(n);
    r = new double[n];
  }

  /** Norm of the solution found last. */
  double norm() {
    return norm;
  }

  /**
   * Solves for e.
   *
   * @param p prediction
   * @param allowed norm of e at which the error of the step is as large as it may be
   * @param step number of steps made
   */
  boolean solve(double[] p, double[] e, double allowed, int step, After after) {
    double change = matrixStep < 0 ? 0 : Math.abs(equation.gamma / matrixGamma - 1);
    boolean refresh =
        matrixStep < 0
            || after != After.STEP
            || step >= matrixStep + MATRIX_AGE
            || change > GAMMA_CHANGE;
    boolean derive =
        derivativesStep < 0
            || step > derivativesStep + DERIVATIVES_AGE
            || after == After.CONVERGENCE_FAILURE;
    while (true) {
      Arrays.fill(e, 0, n, 0);
      if (!equation.residual(p, e, r) || (refresh && !renew(step, derive))) {
        return false;
      }
      if (iterate(p, e, share * allowed)) {
        return true;
      }
      if (derivativesStep == step && refresh) {
        return false;
      }
      // The matrix was old, or made of old derivatives: once more with a new one.
      derive = refresh || change < GAMMA_CHANGE_AT_FAILURE;
      refresh = true;
    }
  }

  private boolean renew(int step, boolean derive) {
    if (derive) {
      equation.differentiate();
      derivativesStep = step;
    }
    equation.matrix(lu.matrix());
    matrixGamma = equation.gamma;
    rate = 1;
    boolean done = lu.factor();
    matrixStep = done ? step : -1;
    return done;
  }

  private boolean iterate(double[] p, double[] e, double tolerance) {
    double ratio = equation.gamma / matrixGamma;
    double scale = relaxed && ratio != 1 ? 2 / (1 + ratio) : 1;
    double before = 0;
    for (int m = 0; m < iterations; m++) {
      if (m > 0 && !equation.residual(p, e, r)) {
        return false;
      }
      lu.solve(r);
      for (int i = 0; i < n; i++) {
        r[i] *= scale;
        e[i] -= r[i];
      }
      double size = weights.norm(r, 0);
      if (m > 0) {
        rate = Math.max(RATE_DECAY * rate, size / before);
      }
      if (size * Math.min(1, rate) <= tolerance) {
        norm = m == 0 ? size : weights.norm(e, 0);
        return true;
      }
      if (!(size <= Double.MAX_VALUE) || (m > 0 && size > DIVERGENCE * before)) {
        return false;
      }
      before = size;
    }
    return false;
  }
}
