package org.stanj.runtime.hmc;

/**
 * What the sampler says of one transition.
 *
 * @param acceptStat {@code accept_stat__}: mean Metropolis probability over the trajectory
 * @param stepSize {@code stepsize__}: used in this transition
 * @param treeDepth {@code treedepth__}: completed doublings
 * @param leapfrogs {@code n_leapfrog__}: gradients
 * @param divergent {@code divergent__}: the energy error exceeded its limit
 * @param energy {@code energy__}: Hamiltonian at the new point with its momentum (nats)
 */
public record TransitionStats(
    double acceptStat,
    double stepSize,
    int treeDepth,
    int leapfrogs,
    boolean divergent,
    double energy) {
  /** The transition that stays in place. */
  public static final TransitionStats FIXED = new TransitionStats(0, 0, 0, 0, false, 0);
}
