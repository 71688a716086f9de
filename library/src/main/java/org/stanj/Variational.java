package org.stanj;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.variational.Advi;
import org.stanj.runtime.variational.Approximation;
import org.stanj.runtime.variational.Family;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StandardNormal;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * Automatic differentiation variational inference, being configured; defaults as CmdStan's. For a
 * seed and an id the draws are those of a compiled model's {@code variational}.
 */
public final class Variational extends StartedRun<Variational> {
  private boolean fullRank;
  private int iterations = 10_000;
  private int gradientDraws = 1;
  private int elboDraws = 100;
  private int adaptIterations = 50;
  private OptionalDouble eta = OptionalDouble.empty();
  private double tolerance = 0.01;
  private int evaluateEvery = 100;
  private int draws = 1000;

  Variational(Posterior posterior) {
    super(posterior);
  }

  @Override
  Variational self() {
    return this;
  }

  /** Fits a normal distribution with any covariance, not only with independent dimensions. */
  public Variational fullRank() {
    fullRank = true;
    return this;
  }

  /** Most iterations of the ascent, at least 1. */
  public Variational iterations(int most) {
    iterations = Sampling.atLeast("iterations", most, 1);
    return this;
  }

  /** Draws for each gradient, at least 1. */
  public Variational gradientDraws(int number) {
    gradientDraws = Sampling.atLeast("gradientDraws", number, 1);
    return this;
  }

  /** Draws for each value of the bound, at least 1. */
  public Variational elboDraws(int number) {
    elboDraws = Sampling.atLeast("elboDraws", number, 1);
    return this;
  }

  /** Iterations for each step size that is tried, at least 1. */
  public Variational adaptIterations(int number) {
    adaptIterations = Sampling.atLeast("adaptIterations", number, 1);
    return this;
  }

  /** The scale of the step size, positive; without it several are tried. */
  public Variational eta(double scale) {
    eta =
        OptionalDouble.of(
            Sampling.within("eta", scale, scale > 0 && scale < Double.POSITIVE_INFINITY));
    return this;
  }

  /** Relative change of the bound at which the ascent ends, positive. */
  public Variational tolerance(double change) {
    tolerance = Sampling.within("tolerance", change, change > 0);
    return this;
  }

  /** Iterations between values of the bound, at least 1. */
  public Variational evaluateEvery(int number) {
    evaluateEvery = Sampling.atLeast("evaluateEvery", number, 1);
    return this;
  }

  /** Draws of the result, at least 1. */
  public Variational draws(int number) {
    draws = Sampling.atLeast("draws", number, 1);
    return this;
  }

  /**
   * Fits and draws, in the calling thread.
   *
   * @return also of a fit that has not converged: see {@link ApproximateDraws#isReliable}
   * @throws InputException if initial values have another shape than declared
   * @throws RunException if no starting point is found, or the fit leaves the support
   * @throws java.util.concurrent.CancellationException if it is cancelled
   */
  public ApproximateDraws run() {
    Posterior over = over();
    double[] start = start(over, id());
    if (fullRank) {
      Failures.requireSquare(start.length, "fullRank");
    }
    return Failures.run(() -> fit(over, start));
  }

  private ApproximateDraws fit(Posterior over, double[] start) {
    RandomStream random = Streams.open(StreamKey.sampler(over.seed(), id()));
    Density density = density(over, new Terms(true, false));
    Family family = fullRank ? Family.fullRank(start.length) : Family.meanField(start.length);
    Advi.Settings settings =
        new Advi.Settings(
            iterations, gradientDraws, elboDraws, adaptIterations, tolerance, evaluateEvery);
    Advi advi = new Advi(density, family, start, settings, random);
    double scale = eta.isPresent() ? eta.getAsDouble() : advi.adapt(iteration -> {}).eta();
    Advi.Fit fit = advi.ascend(scale, evaluation -> {});
    Optional<double[]> mean = Optional.of(fit.approximation().mean());
    List<ApproximateDraws.Point> points = points(fit.approximation(), density, random);
    return new ApproximateDraws(over, id(), mean, points, verdict(fit.end()));
  }

  private List<ApproximateDraws.Point> points(
      Approximation fit, Density density, RandomStream random) {
    StandardNormal normal = new StandardNormal(random);
    List<ApproximateDraws.Point> points = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      Approximation.Draw draw = fit.draw(normal);
      double value = Laplace.valueAt(density, draw.position());
      points.add(new ApproximateDraws.Point(draw.position(), value, draw.logDensity()));
    }
    return points;
  }

  private static ApproximateDraws.Verdict verdict(Advi.End end) {
    String reason =
        switch (end) {
          case CONVERGED -> "";
          case CONVERGED_BELOW_BEST ->
              "The ELBO at a previous iteration is larger than the ELBO upon convergence!";
          case ITERATIONS -> "The maximum number of iterations is reached!";
        };
    return new ApproximateDraws.Verdict(reason.isEmpty(), reason, Double.NaN);
  }
}
