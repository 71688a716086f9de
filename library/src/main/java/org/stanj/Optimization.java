package org.stanj;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.ConstrainedRow;
import org.stanj.runtime.chains.Initialization;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.Progress;
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
public final class Optimization {
  private static final double FIRST_STEP = 0.001;

  private final Posterior posterior;
  private boolean jacobian;
  private int iterations = 2000;
  private int history = 5;
  private Tolerances tolerances = Tolerances.DEFAULT;
  private OptionalLong seed = OptionalLong.empty();
  private int id = 1;
  private Data init = Data.NONE;
  private double radius = Inits.DEFAULT.radius();
  private BooleanSupplier cancelled = () -> false;

  Optimization(Posterior posterior) {
    this.posterior = posterior;
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

  /** The seed, in [0, 2³²); see {@link Sampling#seed}. */
  public Optimization seed(long number) {
    seed = OptionalLong.of(number);
    return this;
  }

  /** The id that keys random numbers together with the seed, at least 0. */
  public Optimization id(int number) {
    id = Sampling.atLeast("id", number, 0);
    return this;
  }

  /** Where to start, on the constrained scale; parameters may be missing. */
  public Optimization init(Data values) {
    init = values;
    return this;
  }

  /** Parameters without an initial value start uniformly in (−r, r), unconstrained; r ≥ 0. */
  public Optimization initRadius(double r) {
    radius = Sampling.within("initRadius", r, r >= 0 && r < Double.POSITIVE_INFINITY);
    return this;
  }

  /** Asked before each step; true ends the climb where it stands. */
  public Optimization cancelledWhen(BooleanSupplier condition) {
    cancelled = condition;
    return this;
  }

  /**
   * Climbs, in the calling thread.
   *
   * @return also where no further progress could be made: see {@link Optimum#converged}
   * @throws InputException if initial values have another shape than declared
   * @throws RunException if no starting point is found
   * @throws RejectedException if the program rejects the mode itself
   */
  public Optimum run() {
    posterior.requireShape(init);
    long number = seed.orElse(posterior.seed());
    return climb(posterior.withSeed(number), number);
  }

  private Optimum climb(Posterior over, long number) {
    double[] start = start(over, number);
    Evaluator evaluator = over.evaluator(new Terms(jacobian, true));
    QuasiNewton.Settings settings =
        new QuasiNewton.Settings(FIRST_STEP, tolerances, iterations, history);
    QuasiNewton climb = new QuasiNewton(evaluator::unchecked, start, settings, e -> {});
    Optional<Termination> end = Optional.empty();
    int steps = 0;
    while (end.isEmpty() && !cancelled.getAsBoolean()) {
      Step step = climb.step();
      steps = step.iteration();
      end = step.end();
    }
    double[] q = climb.point().position().clone();
    ConstrainedRow row = new ConstrainedRow(over.bound(), number, id, line -> {});
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

  private double[] start(Posterior over, long number) {
    Complaints complaints = new Complaints(new ArrayList<>());
    Inits inits = new Inits(init.context(), radius);
    return new Initialization(over.bound(), number, id, inits, complaints)
        .find()
        .orElseThrow(() -> new RunException(complaints.text(), null));
  }

  /** Remembers what is said of refused starting points. */
  private record Complaints(List<String> said) implements ChainLog {
    @Override
    public void info(String line) {}

    @Override
    public void error(String line) {
      said.add(line);
    }

    @Override
    public void progress(Progress progress) {}

    String text() {
      return String.join("\n", said).strip();
    }
  }
}
