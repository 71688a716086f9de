package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;

/**
 * Stan's choice of step sizes for embedded Runge–Kutta pairs of order 5(4).
 *
 * <p>The error of a step of size h from (t, y) with the slope k₁ = f(t, y) is max |eᵢ| / (εₐ + εᵣ
 * (|yᵢ| + |h k₁ᵢ|)), e the difference of the two solutions; components that are not a number do not
 * count, so that a solution that has become NaN ends soon, with NaN. A step with an error above 1
 * is tried again. Rules of this form: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section II.4; the constants are those of Stan's solvers (Stan Functions Reference,
 * "Ordinary differential equation solvers").
 */
final class StepControl {
  /** The step that is tried first. */
  static final double FIRST = 0.1;

  /** Attempts at one step before it is given up. */
  static final int MOST_ATTEMPTS = 500;

  /** Times closer than this are the same time. */
  static final double SAME_TIME = Math.ulp(1.0);

  private static final double SAFETY = 0.9;
  private static final double MOST_SHRINKING = 0.2;
  private static final double GROWS_BELOW = 0.5;
  private static final double SMALLEST_ERROR = Math.pow(5, -5);
  private static final double MOST_GROWTH = SAFETY * Math.pow(SMALLEST_ERROR, -0.2);

  private StepControl() {}

  /** The step to try after one with an error above 1: h max(0.9 error^(−1/3), 1/5). */
  static double shrunk(double h, double error) {
    return h * Math.max(SAFETY * Math.pow(error, -1.0 / 3), MOST_SHRINKING);
  }

  /** The step after one with an error of at most 1: h min(0.9 error^(−1/5), 4.5) below 1/2. */
  static double grown(double h, double error) {
    if (!(error < GROWS_BELOW)) {
      return h;
    }
    return h * (error > SMALLEST_ERROR ? SAFETY * Math.pow(error, -0.2) : MOST_GROWTH);
  }

  /** All steps are used up before an output time. */
  static RejectException outOfSteps(String function, double time) {
    return RejectException.domain(
        function
            + ":  Failed to integrate to next output time ("
            + Numbers.general(time)
            + ") in less than max_num_steps steps");
  }

  /** No step was small enough. */
  static RejectException noStepSize() {
    return RejectException.domain(
        "Max number of iterations exceeded ("
            + MOST_ATTEMPTS
            + "). A new step size was not found.");
  }
}
