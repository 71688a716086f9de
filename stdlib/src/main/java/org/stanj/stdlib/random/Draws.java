package org.stanj.stdlib.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.stanj.stdlib.abi.RandomStream;

/**
 * One draw of a scalar distribution. No generator keeps anything between draws, so that the stream
 * alone is the state.
 */
public final class Draws {
  private Draws() {}

  /** Standard normal. */
  public static double standardNormal(RandomStream stream) {
    return ZigguratSampler.NormalizedGaussian.of(provider(stream)).sample();
  }

  /** Uniform on (0, 1). */
  public static double standardUniform(RandomStream stream) {
    return stream.nextDouble();
  }

  /** Exponential with rate 1; positive. */
  public static double standardExponential(RandomStream stream) {
    double draw = ZigguratSampler.Exponential.of(provider(stream)).sample();
    return draw > 0 ? draw : Double.MIN_NORMAL;
  }

  /** Gamma with shape α and rate 1; positive. */
  public static double standardGamma(RandomStream stream, double alpha) {
    if (alpha < 1) {
      return Math.max(Math.exp(logSmallGamma(stream, alpha)), Double.MIN_NORMAL);
    }
    return AhrensDieterMarsagliaTsangGammaSampler.of(provider(stream), alpha, 1).sample();
  }

  /**
   * log of a gamma draw with α &lt; 1: Γ(α) = Γ(α + 1) U^(1/α), whose logarithm cannot underflow.
   */
  static double logSmallGamma(RandomStream stream, double alpha) {
    double shifted =
        AhrensDieterMarsagliaTsangGammaSampler.of(provider(stream), alpha + 1, 1).sample();
    return Math.log(shifted) - standardExponential(stream) / alpha;
  }

  /** log of a gamma draw with rate 1. */
  static double logGamma(RandomStream stream, double alpha) {
    return alpha < 1 ? logSmallGamma(stream, alpha) : Math.log(standardGamma(stream, alpha));
  }

  /** Uniform on (lower, upper). */
  public static double uniform(RandomStream stream, double lower, double upper) {
    return lower + (upper - lower) * stream.nextDouble();
  }

  /** Beta, as X/(X + Y) of two gammas, on the log scale. */
  public static double beta(RandomStream stream, double alpha, double beta) {
    double x = logGamma(stream, alpha);
    double y = logGamma(stream, beta);
    return 1 / (1 + Math.exp(y - x));
  }

  /**
   * Von Mises about mu by rejection from a wrapped Cauchy: Best and Fisher, Applied Statistics 28
   * (1979) 152. Uniform on the circle for κ = 0.
   */
  public static double vonMises(RandomStream stream, double mu, double kappa) {
    if (kappa < 1e-8) {
      return mu + Math.PI * (2 * stream.nextDouble() - 1);
    }
    double tau = 1 + Math.sqrt(1 + 4 * kappa * kappa);
    double rho = (tau - Math.sqrt(2 * tau)) / (2 * kappa);
    double r = (1 + rho * rho) / (2 * rho);
    while (true) {
      double z = Math.cos(Math.PI * stream.nextDouble());
      double f = (1 + r * z) / (r + z);
      double c = kappa * (r - f);
      double u = stream.nextDouble();
      if (c * (2 - c) > u || Math.log(c / u) + 1 - c >= 0) {
        double angle = Math.acos(Math.max(-1, Math.min(1, f)));
        return mu + (stream.nextDouble() < 0.5 ? -angle : angle);
      }
    }
  }

  /** 1 with probability theta, else 0. */
  public static int bernoulli(RandomStream stream, double theta) {
    return stream.nextDouble() < theta ? 1 : 0;
  }

  /**
   * Binomial: small n by single trials; large n by splitting at a beta-distributed order statistic
   * until few trials are left. Source: Relles, J. Amer. Statist. Assoc. 67 (1972) 612.
   */
  public static int binomial(RandomStream stream, int trials, double theta) {
    int n = trials;
    double p = theta;
    int successes = 0;
    while (n > 40 && p > 0 && p < 1) {
      int middle = 1 + n / 2;
      double split = beta(stream, middle, n + 1 - middle);
      if (split <= p) {
        successes += middle;
        n -= middle;
        p = (p - split) / (1 - split);
      } else {
        n = middle - 1;
        p /= split;
      }
    }
    for (int i = 0; i < n; i++) {
      successes += bernoulli(stream, p);
    }
    return successes;
  }

  /** Poisson; a rate of 0 gives 0. */
  public static int poisson(RandomStream stream, double lambda) {
    return lambda > 0 ? PoissonSampler.of(provider(stream), lambda).sample() : 0;
  }

  /** Uniform on lower, ..., upper. */
  public static int discreteRange(RandomStream stream, int lower, int upper) {
    long range = (long) upper - lower + 1;
    return (int) (lower + (long) (stream.nextDouble() * range));
  }

  /** Successes among draws without replacement from an urn, draw by draw. */
  public static int hypergeometric(RandomStream stream, int draws, int successes, int failures) {
    int left = successes;
    long urn = (long) successes + failures;
    for (int i = 0; i < draws; i++) {
      left -= stream.nextDouble() * (urn - i) < left ? 1 : 0;
    }
    return successes - left;
  }

  private static UniformRandomProvider provider(RandomStream stream) {
    return new StreamProvider(stream);
  }
}
