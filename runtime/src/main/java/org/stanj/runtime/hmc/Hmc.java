package org.stanj.runtime.hmc;

import java.util.function.DoubleSupplier;
import org.stanj.runtime.hmc.HmcSettings.Integration;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StandardNormal;

/**
 * Hamiltonian Monte Carlo for one chain: a position, and transitions that leave the target
 * invariant. Between transitions its state is the position, the metric and the random stream. A
 * leapfrog step allocates nothing.
 */
public final class Hmc {
  private final Hamiltonian hamiltonian;
  private final Transition transition;
  private final PhasePoint present;
  private final RandomStream random;
  private final DoubleSupplier standardNormal;
  private final double jitter;

  /**
   * @param density the target, in as many dimensions as {@code start} has
   * @param start initial position, copied; the density is evaluated there
   * @param metric initial metric
   * @param settings length of trajectories and jitter are used
   * @param random the chain's stream for all it draws
   * @param log is told of rejected proposals
   */
  public Hmc(
      Density density,
      double[] start,
      Metric metric,
      HmcSettings settings,
      RandomStream random,
      ProposalLog log) {
    hamiltonian = new Hamiltonian(density, metric, start.length, log);
    Chance chance = new Chance.Drawn(random);
    transition =
        settings.integration() instanceof Integration.Static fixed
            ? new StaticTransition(hamiltonian, chance, start.length, fixed.time())
            : new NutsTransition(hamiltonian, chance, start.length, settings.maxDepth());
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

  /** The momentum with which the last transition ended: the sampler's own array. */
  public double[] momentum() {
    return present.p;
  }

  /** Gradient of the log density at the position: the sampler's own array. */
  public double[] gradient() {
    return present.gradient;
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
    return transition.run(present, stepSize, nominalStepSize);
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
