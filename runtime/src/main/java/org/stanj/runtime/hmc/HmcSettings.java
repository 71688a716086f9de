package org.stanj.runtime.hmc;

/**
 * Arguments of Hamiltonian Monte Carlo.
 *
 * @param integration how long trajectories are
 * @param metric form of the inverse metric
 * @param stepSize initial step size, positive
 * @param stepSizeJitter in [0, 1]: the step size of a transition is uniform within this part of it
 */
public record HmcSettings(
    Integration integration, MetricForm metric, double stepSize, double stepSizeJitter) {
  /** CmdStan's defaults. */
  public static final HmcSettings DEFAULT =
      new HmcSettings(new Integration.Nuts(10), MetricForm.DIAG_E, 1, 0);

  /** How long trajectories are. */
  public sealed interface Integration {
    /**
     * Until they turn.
     *
     * @param maxDepth most doublings, at least 1
     */
    record Nuts(int maxDepth) implements Integration {}

    /**
     * A fixed time.
     *
     * @param time T &gt; 0: there are T/ε leapfrog steps, rounded down, and at least one
     */
    record Static(double time) implements Integration {}
  }

  /** Tree depth at which a trajectory counts as cut short; none for static ones. */
  public int maxDepth() {
    return integration instanceof Integration.Nuts nuts ? nuts.maxDepth() : Integer.MAX_VALUE;
  }
}
