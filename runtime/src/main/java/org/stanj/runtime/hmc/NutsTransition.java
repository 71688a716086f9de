package org.stanj.runtime.hmc;

/** The No-U-Turn sampler: the trajectory is doubled until it turns. */
final class NutsTransition implements Transition {
  private final Hamiltonian hamiltonian;
  private final HamiltonianTrajectory trajectory;
  private final NutsTree tree;

  NutsTransition(Hamiltonian hamiltonian, Chance chance, int n, int maxDepth) {
    this.hamiltonian = hamiltonian;
    trajectory = new HamiltonianTrajectory(hamiltonian, n);
    tree = new NutsTree(trajectory, chance, maxDepth);
  }

  @Override
  public TransitionStats run(PhasePoint present, double stepSize, double nominalStepSize) {
    trajectory.aim(present, stepSize);
    tree.run();
    present.copyFrom(trajectory.proposal(0));
    return new TransitionStats(
        tree.acceptStat(),
        stepSize,
        tree.depth(),
        tree.steps(),
        tree.divergent(),
        hamiltonian.energy(present));
  }
}
