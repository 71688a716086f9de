package org.stanj.runtime.hmc;

/** The log density that a sampler explores: a model as seen on the unconstrained scale. */
@FunctionalInterface
public interface Density {
  /**
   * Log density at {@code q} (nats, up to a constant) and its gradient.
   *
   * @param gradient filled
   * @throws org.stanj.stdlib.abi.RejectException where the density is undefined
   */
  double evaluate(double[] q, double[] gradient);
}
