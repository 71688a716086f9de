package org.stanj.stdlib.solver;

/**
 * When an integration gives up.
 *
 * @param steps at most from one output to the next
 * @param convergenceFailures in a step, as many as end it
 * @param errorFailures in a step, as many as end it
 * @param call what Stan calls here, for the message
 */
record StepLimits(int steps, int convergenceFailures, int errorFailures, String call) {
  /** Limits that Stan sets for equations y′ = f. */
  static StepLimits ofOde(int steps, String call) {
    return new StepLimits(steps, 50, 20, call);
  }

  /** Limits of equations F = 0, where Stan leaves the library's own. */
  static StepLimits ofDae(int steps) {
    return new StepLimits(steps, 10, 10, SolverFailure.DAE);
  }
}
