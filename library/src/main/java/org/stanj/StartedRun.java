package org.stanj;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.Initialization;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.hmc.Density;

/**
 * What methods share that start at a point and use random numbers: where, and which. One thread
 * configures them; they may be run again.
 *
 * @param <T> the method
 */
public abstract sealed class StartedRun<T extends StartedRun<T>>
    permits Optimization, Pathfinding, Variational {
  private final Posterior posterior;
  private OptionalLong seed = OptionalLong.empty();
  private int id = 1;
  private Data init = Data.NONE;
  private double radius = Inits.DEFAULT.radius();
  private BooleanSupplier cancelled = () -> false;

  StartedRun(Posterior posterior) {
    this.posterior = posterior;
  }

  abstract T self();

  /** The seed, in [0, 2³²); see {@link Sampling#seed}. */
  public T seed(long number) {
    seed = OptionalLong.of(number);
    return self();
  }

  /** The id that keys random numbers together with the seed, at least 0. */
  public T id(int number) {
    id = Sampling.atLeast("id", number, 0);
    return self();
  }

  /** Where to start, on the constrained scale; parameters may be missing. */
  public T init(Data values) {
    init = values;
    return self();
  }

  /** Parameters without an initial value start uniformly in (−r, r), unconstrained; r ≥ 0. */
  public T initRadius(double r) {
    radius = Sampling.within("initRadius", r, r >= 0 && r < Double.POSITIVE_INFINITY);
    return self();
  }

  /** Asked from time to time; true ends the run. It must be quick. */
  public T cancelledWhen(BooleanSupplier condition) {
    cancelled = condition;
    return self();
  }

  int id() {
    return id;
  }

  boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /**
   * What is run: the posterior bound with the seed of the run.
   *
   * @throws InputException if initial values have another shape than declared
   */
  Posterior over() {
    posterior.requireShape(init);
    return posterior.withSeed(seed.orElse(posterior.seed()));
  }

  /**
   * A starting point.
   *
   * @param number keys its random values
   * @throws RunException if none is found
   */
  double[] start(Posterior over, int number) {
    Complaints complaints = new Complaints(new ArrayList<>());
    Inits inits = new Inits(init.context(), radius);
    return new Initialization(over.bound(), over.seed(), number, inits, complaints)
        .find()
        .orElseThrow(() -> new RunException(complaints.text(), null));
  }

  /** A density with working memory of its own, whose evaluation ends a run that is cancelled. */
  Density density(Posterior over, Terms terms) {
    Evaluator evaluator = over.evaluator(terms);
    return (q, gradient) -> {
      if (isCancelled()) {
        throw new CancellationException("cancelled");
      }
      return evaluator.unchecked(q, gradient);
    };
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
