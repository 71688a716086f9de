package org.stanj;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.laplace.LaplaceApproximation;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * The normal approximation around a mode on the unconstrained scale, being configured; defaults as
 * CmdStan's. For a seed and an id the draws are those of a compiled model's {@code laplace}. One
 * thread configures it; {@link #run} may be called again.
 */
public final class Laplace {
  private final Posterior posterior;
  private final double[] mode;
  private boolean jacobian = true;
  private int draws = 1000;
  private OptionalLong seed = OptionalLong.empty();
  private int id = 1;

  Laplace(Posterior posterior, double[] mode) {
    this.posterior = posterior;
    this.mode = mode;
  }

  /** Whether the log Jacobian of the transforms is part of the density, as it was for the mode. */
  public Laplace jacobian(boolean added) {
    jacobian = added;
    return this;
  }

  /** Number of draws, at least 1. */
  public Laplace draws(int number) {
    draws = Sampling.atLeast("draws", number, 1);
    return this;
  }

  /** The seed, in [0, 2³²); see {@link Sampling#seed}. */
  public Laplace seed(long number) {
    seed = OptionalLong.of(number);
    return this;
  }

  /** The id that keys random numbers together with the seed, at least 0. */
  public Laplace id(int number) {
    id = Sampling.atLeast("id", number, 0);
    return this;
  }

  /**
   * Draws, in the calling thread.
   *
   * @throws RunException if the Hessian is not negative definite at the mode, or the program
   *     rejects a point that it needs
   */
  public ApproximateDraws run() {
    Failures.requireSquare(mode.length, "laplace");
    Posterior over = posterior.withSeed(seed.orElse(posterior.seed()));
    return Failures.run(() -> draw(over));
  }

  private ApproximateDraws draw(Posterior over) {
    Density density = over.evaluator(new Terms(jacobian, true))::unchecked;
    LaplaceApproximation approximation =
        LaplaceApproximation.of(mode, LaplaceApproximation.expand(density, mode))
            .orElseThrow(
                () ->
                    new RunException(
                        "the Hessian is not negative definite at the mode given: it is no maximum"
                            + " of the log density",
                        null));
    RandomStream random = Streams.open(StreamKey.sampler(over.seed(), id));
    List<ApproximateDraws.Point> points = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      LaplaceApproximation.Draw draw = approximation.draw(random);
      double value = valueAt(density, draw.position());
      points.add(new ApproximateDraws.Point(draw.position(), value, draw.logDensity()));
    }
    ApproximateDraws.Verdict nothing = new ApproximateDraws.Verdict(true, "", Double.NaN);
    return new ApproximateDraws(over, id, Optional.empty(), points, nothing);
  }

  /** The log density; −∞ where the program rejects the point. */
  static double valueAt(Density density, double[] q) {
    try {
      return density.evaluate(q, new double[q.length]);
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.FATAL) {
        throw e;
      }
      return Double.NEGATIVE_INFINITY;
    }
  }
}
