package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.linalg.Solves;

/**
 * Newton's method with line search, as KINSOL's strategy of that name in its tolerances and limits.
 *
 * <p>A step p solves J p = −f and is shortened until ½|f|² decreases sufficiently (by α = 1e−4 of
 * what the slope promises), with λ from the quadratic and then the cubic that interpolate. A root
 * is found where max|fᵢ| ≤ the function tolerance or max(|pᵢ| / max(|xᵢ|, 1)) ≤ the step tolerance.
 * From there steps go on, within the allowed number, until both hold and the step is below 1e−8, or
 * until the residual no longer halves: convergence is quadratic, so that a step or two more give
 * the root to rounding, and it varies smoothly with the system. The Jacobian is that of each point.
 *
 * <p>The first step is at most max(1000 |x₀|, n) long, and a limit that was met in full doubles, so
 * that far roots are found from 0.
 *
 * <p>Sources: Dennis &amp; Schnabel (1996), Numerical Methods for Unconstrained Optimization and
 * Nonlinear Equations, doi:10.1137/1.9781611971200, algorithms A6.3.1 and D6.1.3; Hindmarsh et al.,
 * User Documentation for KINSOL, "Mathematical considerations" (stopping criteria, default
 * tolerances, flags).
 */
final class NewtonSolver {
  private static final double ALPHA = 1e-4;

  /** The error after a step is about its square. */
  private static final double NEGLIGIBLE_STEP = 1e-8;

  private static final double UNIT_ROUNDOFF = Math.ulp(1.0);
  private static final int NONCONVERGENCE_OF_LINE_SEARCH = -5;
  private static final int FIRST_RESIDUAL_UNDEFINED = -14;

  private final AlgebraicSystem system;
  private final double stepTolerance;
  private final double functionTolerance;
  private final int n;
  private double[] x;
  private double[] residual;
  private double[] trial;
  private double[] trialResidual;
  private final double[] step;

  NewtonSolver(AlgebraicSystem system, double scalingStep, double functionTol) {
    this.system = system;
    n = system.size();
    stepTolerance = scalingStep == 0 ? Math.pow(UNIT_ROUNDOFF, 2.0 / 3) : scalingStep;
    functionTolerance = functionTol == 0 ? Math.cbrt(UNIT_ROUNDOFF) : functionTol;
    x = new double[n];
    residual = new double[n];
    trial = new double[n];
    trialResidual = new double[n];
    step = new double[n];
  }

  /**
   * The root.
   *
   * @throws RejectException if there is none to be found
   */
  double[] solve(double[] start, int maxSteps) {
    x = start;
    system.residual(x, residual);
    double norm = AlgebraicSystem.maxNorm(residual);
    if (!Double.isFinite(norm)) {
      throw failure(FIRST_RESIDUAL_UNDEFINED);
    }
    boolean found = norm <= functionTolerance;
    double limit = Math.max(1000 * AlgebraicSystem.norm(x), n);
    for (int i = 0; i < maxSteps && norm > 0; i++) {
      if (!direction()) {
        return orElse(found, AlgebraSolvers.noSetup());
      }
      double length = relativeLength();
      boolean small = length <= stepTolerance;
      double scale = shorten(limit);
      double lambda = search(scale);
      if (lambda == 0) {
        return orElse(found || small, failure(NONCONVERGENCE_OF_LINE_SEARCH));
      }
      if (scale < 1 && lambda == 1) {
        limit *= 2;
      }
      double before = norm;
      norm = AlgebraicSystem.maxNorm(residual);
      boolean root = norm <= functionTolerance;
      found = root || small;
      boolean exact = root && small && length <= NEGLIGIBLE_STEP;
      if (exact || found && norm > before / 2) {
        return x;
      }
    }
    return orElse(found || norm == 0, AlgebraSolvers.tooManySteps(maxSteps));
  }

  private double[] orElse(boolean found, RejectException failure) {
    if (found) {
      return x;
    }
    throw failure;
  }

  /** The full step; false if the Jacobian is singular or not finite. */
  private boolean direction() {
    double[] rows = system.jacobianRows(x);
    double[] jacobian = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        jacobian[j * n + i] = rows[i * n + j];
      }
    }
    Solves.mdivideLeftVector(jacobian, 0, n, n, residual, 0, n, step, 0, n);
    for (int i = 0; i < n; i++) {
      step[i] = -step[i];
    }
    return Double.isFinite(AlgebraicSystem.norm(step))
        && Double.isFinite(AlgebraicSystem.maxNorm(rows));
  }

  private double relativeLength() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(step[i]) / Math.max(Math.abs(x[i]), 1));
    }
    return largest;
  }

  /** Brings the step to the limit if it is longer; returns the factor. */
  private double shorten(double limit) {
    double length = AlgebraicSystem.norm(step);
    if (length <= limit) {
      return 1;
    }
    double scale = limit / length;
    for (int i = 0; i < n; i++) {
      step[i] *= scale;
    }
    return scale;
  }

  /**
   * Goes along the step as far as the residual allows; returns λ, or 0 if nowhere. Objectives are
   * relative to that at x, so that ½|f|² neither overflows nor vanishes.
   *
   * @param scale of the step to the full one; the relative slope of ½|f|² along it is −2 scale
   */
  private double search(double scale) {
    double least = Math.min(0.1, stepTolerance / relativeLength());
    double size = AlgebraicSystem.norm(residual);
    double slope = -2 * scale;
    double lambda = 1;
    double longer = 0;
    double valueOfLonger = Double.NaN;
    while (lambda >= least) {
      for (int i = 0; i < n; i++) {
        trial[i] = x[i] + lambda * step[i];
      }
      system.residual(trial, trialResidual);
      double ratio = AlgebraicSystem.norm(trialResidual) / size;
      double value = ratio * ratio;
      if (value <= 1 + ALPHA * lambda * slope) {
        accept();
        return lambda;
      }
      double next = interpolate(slope, lambda, value, longer, valueOfLonger);
      longer = lambda;
      valueOfLonger = value;
      lambda = Math.max(0.1 * lambda, Math.min(0.5 * lambda, next));
    }
    return 0;
  }

  /**
   * The minimum of the cubic through (0, 1) with that slope, (λ, value) and a longer λ, of the
   * quadratic if there is no longer one; NaN-proof: λ/10 if a value is not finite.
   */
  private static double interpolate(
      double slope, double lambda, double value, double longer, double valueOfLonger) {
    if (!Double.isFinite(value)) {
      return 0;
    }
    double excess = value - 1 - slope * lambda;
    double quadratic = -slope * lambda * lambda / (2 * excess);
    if (longer == 0 || !Double.isFinite(valueOfLonger)) {
      return quadratic;
    }
    double shortTerm = excess / (lambda * lambda);
    double longTerm = (valueOfLonger - 1 - slope * longer) / (longer * longer);
    double cube = (shortTerm - longTerm) / (lambda - longer);
    double square = (lambda * longTerm - longer * shortTerm) / (lambda - longer);
    double discriminant = square * square - 3 * cube * slope;
    if (cube == 0) {
      return -slope / (2 * square);
    }
    if (!(discriminant >= 0)) {
      return 0.5 * lambda;
    }
    // the form without cancellation
    return square > 0
        ? -slope / (square + Math.sqrt(discriminant))
        : (Math.sqrt(discriminant) - square) / (3 * cube);
  }

  private void accept() {
    double[] free = x;
    x = trial;
    trial = free;
    double[] freeResidual = residual;
    residual = trialResidual;
    trialResidual = freeResidual;
  }

  private static RejectException failure(int flag) {
    return RejectException.domain("algebra_solver failed with error flag " + flag + ".");
  }
}
