package org.stanj.runtime.hmc;

/**
 * Hamiltonian Monte Carlo with trajectories of a fixed time, whose end is accepted with probability
 * min(1, exp(H₀ − H)).
 *
 * <p>Source: Neal 2011, "MCMC using Hamiltonian dynamics", section 5.3.2.
 */
final class StaticTransition implements Transition {
  private final Hamiltonian hamiltonian;
  private final Chance chance;
  private final PhasePoint end;
  private final double time;

  StaticTransition(Hamiltonian hamiltonian, Chance chance, int n, double time) {
    this.hamiltonian = hamiltonian;
    this.chance = chance;
    this.time = time;
    end = new PhasePoint(n);
  }

  @Override
  public TransitionStats run(PhasePoint present, double stepSize, double nominalStepSize) {
    double initial = hamiltonian.energy(present);
    long steps = steps(nominalStepSize);
    end.copyFrom(present);
    long taken = follow(steps, stepSize);
    double logWeight = initial - hamiltonian.energy(end);
    if (chance.accepts(logWeight)) {
      present.copyFrom(end);
    }
    return new TransitionStats(
        Math.min(1, Math.exp(logWeight)),
        stepSize,
        0,
        (int) Math.min(taken, Integer.MAX_VALUE),
        false,
        hamiltonian.energy(present));
  }

  /** Stan has a number that does not fit into an int overflow to one step; more would never end. */
  private long steps(double stepSize) {
    double wanted = time / stepSize;
    return wanted <= Integer.MAX_VALUE ? Math.max(1, (long) wanted) : 1;
  }

  /**
   * Steps until the time is over or the density is zero: from there the way back is barred, too, so
   * the end is to be refused.
   */
  private long follow(long steps, double stepSize) {
    for (long i = 1; i <= steps; i++) {
      hamiltonian.leapfrog(end, stepSize);
      if (!(end.logDensity > Double.NEGATIVE_INFINITY)) {
        return i;
      }
    }
    return steps;
  }
}
