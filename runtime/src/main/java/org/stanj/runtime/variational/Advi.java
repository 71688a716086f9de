package org.stanj.runtime.variational;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.variational.Objective.Bound;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StandardNormal;

/** Automatic differentiation variational inference: fits a member of a family to a log density. */
public final class Advi {
  private static final double[] ETAS = {100, 10, 1, 0.1, 0.01};

  /** Weight α of the newest squared gradient (paper, equation 11). */
  private static final double NEWEST = 0.1;

  /** τ, which keeps the step finite (paper, equation 10). */
  private static final double TAU = 1;

  /** A relative loss against the best bound that is worth a word. */
  private static final double FAR_BELOW = 0.05;

  /** Standard errors by which equal bounds may lie apart: by more once in 30,000, if normal. */
  private static final double STANDARD_ERRORS = 4;

  private static final Bound NOWHERE = new Bound(Double.NEGATIVE_INFINITY, 0);

  private final Family family;
  private final double[] start;
  private final Settings settings;
  private final Objective objective;

  /**
   * How to fit.
   *
   * @param iterations most of the ascent
   * @param gradientDraws draws for each gradient
   * @param elboDraws draws for each value of the bound
   * @param adaptIterations iterations for each step size that is tried
   * @param tolerance of the relative changes of the bound
   * @param evaluateEvery iterations between values of the bound
   */
  public record Settings(
      int iterations,
      int gradientDraws,
      int elboDraws,
      int adaptIterations,
      double tolerance,
      int evaluateEvery) {
    /** Values of the bound whose changes are looked at. */
    int window() {
      return Math.max(2, iterations / (10 * evaluateEvery));
    }
  }

  /**
   * The best step size.
   *
   * @param eta its scale
   * @param early whether smaller ones were not tried, since the last one was worse
   */
  public record StepSize(double eta, boolean early) {}

  /** How an ascent ended. */
  public enum End {
    CONVERGED,
    /** Converged, but to a bound that is lower by more than 5 % than one it had before. */
    CONVERGED_BELOW_BEST,
    ITERATIONS
  }

  /** The result of an ascent. */
  public record Fit(Approximation approximation, End end) {}

  /**
   * @param density with its constants, so that the bound bounds the evidence
   * @param start mean of the first member; caller keeps
   */
  public Advi(
      Density density, Family family, double[] start, Settings settings, RandomStream random) {
    this.family = family;
    this.start = start.clone();
    this.settings = settings;
    objective = new Objective(density, family, new StandardNormal(random));
  }

  /** Iterations of {@link #adapt} if all step sizes are tried. */
  public int adaptationTotal() {
    return ETAS.length * settings.adaptIterations();
  }

  /**
   * Tries step sizes, the largest first, each from the start (paper, section 2.6).
   *
   * <p>Where the start is about as good as the optimum, the noise of the bounds may hide that a
   * step size raises it. So if none seems to, the best one is taken unless it lowers the bound by
   * more than the noise explains.
   *
   * @param progress told of each iteration, from 1
   * @throws RejectException if all lower the bound
   */
  public StepSize adapt(IntConsumer progress) {
    Bound atStart = objective.bound(family.around(start), settings.elboDraws());
    double initial = atStart.value();
    Bound bestBound = NOWHERE;
    double bestEta = Double.NaN;
    int iteration = 0;
    for (double eta : ETAS) {
      Ascent ascent = new Ascent(eta);
      Bound bound = attempt(ascent, iteration, progress);
      iteration += settings.adaptIterations();
      if (bound.value() < bestBound.value() && bestBound.value() > initial) {
        return new StepSize(bestEta, iteration < adaptationTotal());
      }
      if (bound.value() > bestBound.value()) {
        bestBound = bound;
        bestEta = eta;
      }
    }
    if (bestBound.value() > initial || isNoise(atStart, bestBound)) {
      return new StepSize(bestEta, false);
    }
    throw RejectException.domain(
        "All proposed step-sizes failed. Your model may be either severely ill-conditioned or"
            + " misspecified.");
  }

  /**
   * Whether a bound is lower than another one by no more than the noise of their difference. As
   * equal bounds have about equal errors, the smaller one counts for both: one that diverges is
   * noisy, but not as good.
   */
  private static boolean isNoise(Bound high, Bound low) {
    double error = Math.sqrt(2) * Math.min(high.error(), low.error());
    return high.value() - low.value() <= STANDARD_ERRORS * error;
  }

  /** The bound after the trial iterations; −∞ if they leave the support. */
  private Bound attempt(Ascent ascent, int before, IntConsumer progress) {
    boolean inside = true;
    for (int i = 1; i <= settings.adaptIterations(); i++) {
      progress.accept(before + i);
      inside = inside && ascent.stepInside();
    }
    return inside ? ascent.boundInside() : NOWHERE;
  }

  /**
   * Climbs from the start until the bound settles.
   *
   * @param eta scale of the step size
   * @param log told of each value of the bound
   * @throws RejectException if it leaves the support
   */
  public Fit ascend(double eta, Consumer<Evaluation> log) {
    Ascent ascent = new Ascent(eta);
    RecentChanges changes = new RecentChanges(settings.window());
    double elbo = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 1; i <= settings.iterations(); i++) {
      ascent.step();
      if (i % settings.evaluateEvery() != 0) {
        continue;
      }
      double before = elbo;
      elbo = ascent.bound().value();
      best = Math.max(best, elbo);
      changes.add(Math.abs((before - elbo) / elbo));
      Evaluation evaluation = evaluation(i, elbo, changes);
      log.accept(evaluation);
      if (evaluation.isConverged() && i < settings.iterations()) {
        boolean below = Math.abs((best - elbo) / elbo) > FAR_BELOW;
        return ascent.fit(below ? End.CONVERGED_BELOW_BEST : End.CONVERGED);
      }
    }
    return ascent.fit(End.ITERATIONS);
  }

  private Evaluation evaluation(int iteration, double elbo, RecentChanges changes) {
    double mean = changes.mean();
    double median = changes.median();
    double tolerance = settings.tolerance();
    boolean late = iteration > 10 * settings.evaluateEvery();
    boolean restless = late && (mean > 0.5 || median > 0.5);
    return new Evaluation(
        iteration, elbo, mean, median, mean < tolerance, median < tolerance, restless);
  }

  /** A climb with the adaptive step sizes of the paper's section 2.6. */
  private final class Ascent {
    private final double eta;
    private final double[] member = family.around(start);
    private final double[] gradient = new double[member.length];
    private final double[] squares = new double[member.length];
    private int iteration;

    Ascent(double eta) {
      this.eta = eta;
    }

    void step() {
      objective.gradient(member, settings.gradientDraws(), gradient);
      iteration++;
      double newest = iteration == 1 ? 1 : NEWEST;
      double size = eta / Math.sqrt(iteration);
      for (int i = 0; i < member.length; i++) {
        double square = gradient[i] * gradient[i];
        squares[i] = newest * square + (1 - newest) * squares[i];
        member[i] += size * gradient[i] / (TAU + Math.sqrt(squares[i]));
      }
    }

    Bound bound() {
      return objective.bound(member, settings.elboDraws());
    }

    boolean stepInside() {
      try {
        step();
        return true;
      } catch (RejectException e) {
        return recovered(e);
      }
    }

    Bound boundInside() {
      try {
        return bound();
      } catch (RejectException e) {
        recovered(e);
        return NOWHERE;
      }
    }

    private static boolean recovered(RejectException e) {
      if (e.kind() == RejectException.Kind.FATAL) {
        throw e;
      }
      return false;
    }

    Fit fit(End end) {
      return new Fit(new Approximation(family, member), end);
    }
  }
}
