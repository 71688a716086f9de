package org.stanj.runtime.adapt;

/**
 * All that the next transitions of a chain depend on, beside model, data and settings: what a
 * checkpoint holds. Arrays belong to the record.
 *
 * @param iteration transitions so far, warmup included; with the settings it gives the number of
 *     rows written and the place in the window schedule
 * @param position on the unconstrained scale
 * @param stepSize of the next transition
 * @param inverseMetric see {@link org.stanj.runtime.hmc.Metric#inverse}
 * @param averaging of the step size
 * @param estimator of the present window
 * @param moments of the present window, where chains learn one metric; without positions otherwise
 * @param stream of the sampler
 */
public record SamplerState(
    long iteration,
    double[] position,
    double stepSize,
    double[] inverseMetric,
    DualAveraging.State averaging,
    EstimatorState estimator,
    EstimatorState moments,
    long[] stream) {
  /** The state of a sampler that has nothing but a position. */
  public static SamplerState at(long iteration, double[] position) {
    double[] none = new double[0];
    return new SamplerState(
        iteration,
        position,
        0,
        none,
        new DualAveraging.State(0, 0, 0, 0),
        EstimatorState.NONE,
        EstimatorState.NONE,
        new long[0]);
  }
}
