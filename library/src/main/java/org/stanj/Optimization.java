package org.stanj;

import java.util.Optional;
import org.stanj.runtime.chains.ConstrainedRow;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.optimize.Termination;
import org.stanj.runtime.optimize.Tolerances;
import org.stanj.stdlib.abi.RejectException;

/**
 * A climb to the mode of the density by L-BFGS or BFGS, being configured; defaults as CmdStan's.
 * One thread configures it; {@link #run} may be called again. For a seed and an id the mode is that
 * of a compiled model's {@code optimize}.
 */
public final class Optimization extends StartedRun<Optimization> {
  private static final double FIRST_STEP = 0.001;

  private boolean jacobian;
  private int iterations = 2000;
  private int history = 5;
  private Tolerances tolerances = Tolerances.DEFAULT;

  Optimization(Posterior posterior) {
    super(posterior);
  }

  @Override
  Optimization self() {
    return this;
  }

  /** Whether the log Jacobian of the transforms is part of the density; not unless asked for. */
  public Optimization jacobian(boolean added) {
    jacobian = added;
    return this;
  }

  /** Most steps, at least 1. */
  public Optimization iterations(int most) {
    iterations = Sampling.atLeast("iterations", most, 1);
    return this;
  }

  /** Steps that L-BFGS remembers; 0 for BFGS with a full matrix. */
  public Optimization history(int steps) {
    history = Sampling.atLeast("history", steps, 0);
    return this;
  }

  /** When to stop. */
  public Optimization tolerances(Tolerances when) {
    tolerances = when;
    return this;
  }

  /**
   * Climbs, in the calling thread. A climb that is cancelled ends where it stands.
   *
   * @return also where no further progress could be made: see {@link Optimum#converged}
   * @throws InputException if initial values have another shape than declared
   * @throws RunException if no starting point is found
   * @throws RejectedException if the program rejects the mode itself
   */
  public Optimum run() {
    Posterior over = over();
    double[] start = start(over, id());
    Evaluator evaluator = over.evaluator(new Terms(jacobian, true));
    QuasiNewton.Settings settings =
        new QuasiNewton.Settings(FIRST_STEP, tolerances, iterations, history);
    QuasiNewton climb = new QuasiNewton(evaluator::unchecked, start, settings, e -> {});
    Optional<Termination> end = Optional.empty();
    int steps = 0;
    while (end.isEmpty() && !isCancelled()) {
      Step step = climb.step();
      steps = step.iteration();
      end = step.end();
    }
    double[] q = climb.point().position().clone();
    ConstrainedRow row = new ConstrainedRow(over.bound(), over.seed(), id(), line -> {});
    Values values = new Values(over.layout(), values(row, steps, q));
    return new Optimum(
        values,
        q,
        climb.point().logDensity(),
        steps,
        end.map(Optimization::isConvergence).orElse(false),
        end.map(Termination::message).orElse("cancelled"));
  }

  private static double[] values(ConstrainedRow row, int steps, double[] q) {
    try {
      return row.at(steps, q).clone();
    } catch (RejectException e) {
      throw new RejectedException(e);
    }
  }

  private static boolean isConvergence(Termination end) {
    return end.isSuccess() && end != Termination.ITERATIONS;
  }
}
