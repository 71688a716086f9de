package org.stanj.runtime.hmc;

/** One way to follow a trajectory to a new state. */
interface Transition {
  /**
   * Moves to a new state.
   *
   * @param present has its momentum drawn; replaced by the new state
   * @param stepSize to use
   * @param nominalStepSize the same without jitter
   */
  TransitionStats run(PhasePoint present, double stepSize, double nominalStepSize);
}
