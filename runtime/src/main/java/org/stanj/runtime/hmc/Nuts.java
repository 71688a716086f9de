package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StandardNormal;

/**
 * The No-U-Turn sampler of one chain: a position, and transitions that leave the target invariant.
 * Between transitions its state is the position, the metric and the random stream. A leapfrog step
 * allocates nothing.
 */
public final class Nuts {
  private final Hamiltonian hamiltonian;
  private final HamiltonianTrajectory trajectory;
  private final NutsTree tree;
  private final PhasePoint present;
  private final RandomStream random;
  private final DoubleSupplier standardNormal;
  private final double jitter;

  /**
   * @param density the target, in as many dimensions as {@code start} has
   * @param start initial position, copied; the density is evaluated there
   * @param metric initial metric
   * @param settings depth and jitter are used
   * @param random the chain's stream for all it draws
   * @param log is told of rejected proposals
   */
  public Nuts(
      Density density,
      double[] start,
      Metric metric,
      NutsSettings settings,
      RandomStream random,
      ProposalLog log) {
    hamiltonian = new Hamiltonian(density, metric, start.length, log);
    trajectory = new HamiltonianTrajectory(hamiltonian, start.length);
    tree = new NutsTree(trajectory, new Chance.Drawn(random), settings.maxDepth());
    present = new PhasePoint(start.length);
    this.random = random;
    standardNormal = new StandardNormal(random)::next;
    jitter = settings.stepSizeJitter();
    moveTo(start);
  }

  /** Continues from another position. */
  public void moveTo(double[] q) {
    System.arraycopy(q, 0, present.q, 0, q.length);
    hamiltonian.evaluate(present);
  }

  /** The position on the unconstrained scale: the sampler's own array, which transitions change. */
  public double[] position() {
    return present.q;
  }

  /** Log density at the position. */
  public double logDensity() {
    return present.logDensity;
  }

  /** The metric in use. */
  public Metric metric() {
    return hamiltonian.metric();
  }

  /** Continues with another metric. */
  public void replaceMetric(Metric metric) {
    hamiltonian.replaceMetric(metric);
  }

  /** One transition with the nominal step size, which jitter may change. */
  public TransitionStats transition(double nominalStepSize) {
    double stepSize = nominalStepSize;
    if (jitter > 0) {
      stepSize *= 1 + jitter * (2 * random.nextDouble() - 1);
    }
    hamiltonian.drawMomentum(present, standardNormal);
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

  /**
   * A step size of the right order for the present position: doubled or halved from the given one
   * until one leapfrog step's acceptance probability crosses 0.8, with a new momentum each time.
   * The position stays.
   *
   * @throws StepSizeException if there is none
   */
  public double searchStepSize(double from) {
    return new StepSizeSearch(hamiltonian, standardNormal).from(present, from);
  }
}
