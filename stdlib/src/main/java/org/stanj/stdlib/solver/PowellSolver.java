package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;

/**
 * Powell's hybrid method: dogleg steps in a trust region, with a Jacobian that Broyden's rank-one
 * formula updates and that is computed anew where two steps in succession fail.
 *
 * <p>Lengths are those of D x, D the largest norms so far of the Jacobian's columns. With actred =
 * 1 − |f₊|²/|f|², prered the same as the linear model predicts it, and ratio = actred/prered, the
 * radius Δ halves if ratio &lt; 0.1, grows to at least twice the step if ratio ≥ 0.5 or the step
 * before was good, and is twice the step if |ratio − 1| ≤ 0.1. A step is taken if ratio ≥ 1e−4. It
 * ends where Δ ≤ tolerance · |D x| or f = 0; where the step is below rounding; after five Jacobians
 * or ten steps without progress (actred &lt; 0.1, 0.001); and at the evaluations allowed.
 *
 * <p>Sources: Powell (1970), A hybrid method for nonlinear equations, in: Rabinowitz (ed.),
 * Numerical Methods for Nonlinear Algebraic Equations; Moré, Garbow &amp; Hillstrom (1980), User
 * Guide for MINPACK-1, ANL-80-74, doi:10.2172/6997568 (HYBRJ).
 */
final class PowellSolver {
  private static final double FIRST_RADIUS = 100;
  private static final double LEAST_RATIO = 1e-4;
  private static final int MOST_SLOW_JACOBIANS = 5;
  private static final int MOST_SLOW_STEPS = 10;

  private final AlgebraicSystem system;
  private final int n;
  private double[] x;
  private double[] residual;
  private double norm;
  private final double[] scale;
  private double radius;
  private int evaluations = 1;
  private int slowSteps;
  private int slowJacobians;
  private boolean moved;

  PowellSolver(AlgebraicSystem system, double[] start) {
    this.system = system;
    n = system.size();
    x = start;
    residual = new double[n];
    scale = new double[n];
  }

  double[] position() {
    return x;
  }

  /** |f| there, NaN or ∞ if it is not finite. */
  double residualNorm() {
    return norm;
  }

  /**
   * Searches.
   *
   * @return evaluations of f
   * @throws RejectException as f does
   */
  int solve(double tolerance, int maxEvaluations) {
    system.residual(x, residual);
    norm = AlgebraicSystem.norm(residual);
    boolean first = true;
    while (norm > 0 && Double.isFinite(norm)) {
      double[] jacobian = system.jacobianRows(x);
      if (!Double.isFinite(AlgebraicSystem.maxNorm(jacobian))) {
        break;
      }
      rescale(jacobian, first);
      if (first) {
        double length = scaledNorm(x);
        radius = length == 0 ? FIRST_RADIUS : FIRST_RADIUS * length;
      }
      first = false;
      if (!follow(new QrFactors(jacobian, n), tolerance, maxEvaluations)) {
        break;
      }
    }
    return evaluations;
  }

  private void rescale(double[] jacobian, boolean first) {
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        column[i] = jacobian[i * n + j];
      }
      double length = AlgebraicSystem.norm(column);
      scale[j] = first && length == 0 ? 1 : Math.max(scale[j], length);
    }
  }

  /** Steps until the Jacobian is worn out; false if the search is over. */
  private boolean follow(QrFactors factors, double tolerance, int maxEvaluations) {
    int good = 0;
    int bad = 0;
    boolean fresh = true;
    while (bad < 2) {
      Trial trial = attempt(factors);
      good = trial.ratio < 0.1 ? 0 : good + 1;
      bad = trial.ratio < 0.1 ? bad + 1 : 0;
      resize(trial.ratio, trial.length, good);
      if (trial.ratio >= LEAST_RATIO) {
        x = plus(x, trial.step);
        residual = trial.residual;
        norm = trial.norm;
        moved = true;
      }
      countSlow(trial.reduction, fresh);
      if (isOver(tolerance, trial.length) || evaluations >= maxEvaluations) {
        return false;
      }
      if (bad < 2 && Double.isFinite(trial.norm)) {
        update(factors, trial);
      }
      fresh = false;
    }
    return true;
  }

  /**
   * A step that may be taken.
   *
   * @param length of D p
   * @param model Q′(f + J p)
   * @param residual after it
   * @param norm of that
   * @param reduction actred; −1 if the residual grows or is not finite
   */
  private record Trial(
      double[] step,
      double length,
      double[] model,
      double[] residual,
      double norm,
      double reduction,
      double ratio) {}

  private Trial attempt(QrFactors factors) {
    double[] rotated = factors.rotate(residual);
    double[] step = Dogleg.step(factors, rotated, scale, radius);
    double length = scaledNorm(step);
    if (!moved) {
      radius = Math.min(radius, length);
    }
    double[] next = new double[n];
    system.residual(plus(x, step), next);
    evaluations++;
    double nextNorm = AlgebraicSystem.norm(next);
    double reduction = nextNorm < norm ? 1 - square(nextNorm / norm) : -1;
    double[] model = plus(rotated, factors.upperTimes(step));
    double modelNorm = AlgebraicSystem.norm(model);
    double predicted = modelNorm < norm ? 1 - square(modelNorm / norm) : 0;
    double ratio = predicted > 0 ? reduction / predicted : 0;
    return new Trial(step, length, model, next, nextNorm, reduction, ratio);
  }

  private void resize(double ratio, double length, int good) {
    if (ratio < 0.1) {
      radius *= 0.5;
      return;
    }
    if (ratio >= 0.5 || good > 1) {
      radius = Math.max(radius, 2 * length);
    }
    if (Math.abs(ratio - 1) <= 0.1) {
      radius = 2 * length;
    }
  }

  private void countSlow(double reduction, boolean fresh) {
    slowSteps = reduction >= 0.001 ? 0 : slowSteps + 1;
    slowJacobians = reduction >= 0.1 ? 0 : slowJacobians + (fresh ? 1 : 0);
  }

  private boolean isOver(double tolerance, double length) {
    double size = scaledNorm(x);
    return radius <= tolerance * size
        || norm == 0
        || 0.1 * Math.max(0.1 * radius, length) <= Math.ulp(1.0) * size
        || slowJacobians == MOST_SLOW_JACOBIANS
        || slowSteps == MOST_SLOW_STEPS;
  }

  /** J += (f₊ − f − J p) (D²p)′ / |D p|², in the factors. */
  private void update(QrFactors factors, Trial trial) {
    if (trial.length == 0) {
      return;
    }
    double[] left = factors.rotate(trial.residual);
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = (left[i] - trial.model[i]) / trial.length;
      right[i] = scale[i] * (scale[i] * trial.step[i] / trial.length);
    }
    factors.update(left, right);
  }

  private double scaledNorm(double[] v) {
    double[] scaled = new double[n];
    for (int i = 0; i < n; i++) {
      scaled[i] = scale[i] * v[i];
    }
    return AlgebraicSystem.norm(scaled);
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
