package org.stanj.stdlib.random;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.stanj.stdlib.abi.RandomStream;

/** One draw of a scalar distribution; no generator keeps a second draw for later. */
public final class Draws {
  private Draws() {}

  /** Standard normal. */
  public static double standardNormal(RandomStream stream) {
    return ZigguratSampler.NormalizedGaussian.of(new StreamProvider(stream)).sample();
  }

  /** Uniform on (lower, upper). */
  public static double uniform(RandomStream stream, double lower, double upper) {
    return lower + (upper - lower) * stream.nextDouble();
  }

  /** 1 with probability theta, else 0. */
  public static int bernoulli(RandomStream stream, double theta) {
    return stream.nextDouble() < theta ? 1 : 0;
  }
}
