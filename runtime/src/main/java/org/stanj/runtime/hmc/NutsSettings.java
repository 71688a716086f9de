package org.stanj.runtime.hmc;

/**
 * Arguments of the No-U-Turn sampler.
 *
 * @param maxDepth most doublings of a trajectory, at least 1
 * @param metric form of the inverse metric
 * @param stepSize initial step size, positive
 * @param stepSizeJitter in [0, 1]: the step size of a transition is uniform within this part of it
 */
public record NutsSettings(
    int maxDepth, MetricForm metric, double stepSize, double stepSizeJitter) {
  /** CmdStan's defaults. */
  public static final NutsSettings DEFAULT = new NutsSettings(10, MetricForm.DIAG_E, 1, 0);
}
