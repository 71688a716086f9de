package org.stanj.stdlib.solver;

import org.stanj.stdlib.abi.Callback;

/**
 * How exact a solution is to be.
 *
 * @param relative relative tolerance
 * @param absolute absolute tolerance
 * @param maxSteps most steps between two outputs
 * @param function the Stan function, for messages
 */
record Tolerances(double relative, double absolute, int maxSteps, String function) {
  /**
   * The absolute tolerance of the state. Where Stan computes sensitivities it controls their errors
   * as well, by the same two tolerances, and since they are usually larger than the state, a loose
   * absolute tolerance hardly counts: the solution is about as exact as the relative one asks.
   * Where the adjoint will be asked for we take the smaller of the two.
   */
  static double absolute(Callback f, double relative, double absolute) {
    return f.traced() ? Math.min(relative, absolute) : absolute;
  }
}
