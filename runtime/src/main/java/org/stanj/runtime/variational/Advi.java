package org.stanj.runtime.variational;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.stanj.runtime.hmc.Density;
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
    /** Converged, but to a lower bound than it had before. */
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
   * @param progress told of each iteration, from 1
   * @throws RejectException if none raises the bound
   */
  public StepSize adapt(IntConsumer progress) {
    double initial = objective.value(family.around(start), settings.elboDraws());
    double best = Double.NEGATIVE_INFINITY;
    double bestEta = Double.NaN;
    int iteration = 0;
    for (double eta : ETAS) {
      Ascent ascent = new Ascent(eta);
      double elbo = attempt(ascent, iteration, progress);
      iteration += settings.adaptIterations();
      if (elbo < best && best > initial) {
        return new StepSize(bestEta, iteration < adaptationTotal());
      }
      if (elbo > best) {
        best = elbo;
        bestEta = eta;
      }
    }
    if (best > initial) {
      return new StepSize(bestEta, false);
    }
    throw RejectException.domain(
        "All proposed step-sizes failed. Your model may be either severely ill-conditioned or"
            + " misspecified.");
  }

  /** The bound after the trial iterations; −∞ if they leave the support. */
  private double attempt(Ascent ascent, int before, IntConsumer progress) {
    boolean inside = true;
    for (int i = 1; i <= settings.adaptIterations(); i++) {
      progress.accept(before + i);
      inside = inside && ascent.stepInside();
    }
    return inside ? ascent.boundInside() : Double.NEGATIVE_INFINITY;
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
      elbo = ascent.bound();
      best = Math.max(best, elbo);
      changes.add(Math.abs((before - elbo) / elbo));
      Evaluation evaluation = evaluation(i, elbo, changes);
      log.accept(evaluation);
      if (evaluation.isConverged() && i < settings.iterations()) {
        return ascent.fit(elbo < best ? End.CONVERGED_BELOW_BEST : End.CONVERGED);
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

    double bound() {
      return objective.value(member, settings.elboDraws());
    }

    boolean stepInside() {
      try {
        step();
        return true;
      } catch (RejectException e) {
        return recovered(e);
      }
    }

    double boundInside() {
      try {
        return bound();
      } catch (RejectException e) {
        recovered(e);
        return Double.NEGATIVE_INFINITY;
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
