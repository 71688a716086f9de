package org.stanj.runtime.chains;

/**
 * A point of phase space; the arrays belong to the sampler and change with its next transition.
 *
 * @param position on the unconstrained scale; empty for fixed_param
 * @param momentum with which the transition ended
 * @param gradient of the log density
 */
public record PhaseSpace(double[] position, double[] momentum, double[] gradient) {
  /** That of fixed_param. */
  static final PhaseSpace NONE = new PhaseSpace(new double[0], new double[0], new double[0]);
}
