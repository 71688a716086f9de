package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;

/**
 * The heuristic for the first step size of Hoffman and Gelman 2014, algorithm 4, with Stan's
 * threshold of 0.8 for the acceptance probability of one step.
 */
record StepSizeSearch(Hamiltonian hamiltonian, DoubleSupplier standardNormal) {
  private static final double LOG_THRESHOLD = Math.log(0.8);
  private static final double LARGEST = 1e7;

  /** A place without dimensions has no step size. */
  double from(PhasePoint at, double initial) {
    if (at.q.length == 0) {
      return Double.NaN;
    }
    if (initial == 0 || initial > LARGEST || Double.isNaN(initial)) {
      return initial;
    }
    PhasePoint work = new PhasePoint(at.q.length);
    double stepSize = initial;
    boolean grows = accepted(at, work, stepSize);
    while (accepted(at, work, stepSize) == grows) {
      stepSize = grows ? 2 * stepSize : 0.5 * stepSize;
      if (stepSize > LARGEST) {
        throw new StepSizeException("Posterior is improper. Please check your model.");
      }
      if (stepSize == 0) {
        throw new StepSizeException(
            "No acceptably small step size could be found. "
                + "Perhaps the posterior is not continuous?");
      }
    }
    return stepSize;
  }

  private boolean accepted(PhasePoint at, PhasePoint work, double stepSize) {
    work.copyFrom(at);
    hamiltonian.drawMomentum(work, standardNormal);
    double before = hamiltonian.energy(work);
    hamiltonian.leapfrog(work, stepSize);
    return before - hamiltonian.energy(work) > LOG_THRESHOLD;
  }
}
