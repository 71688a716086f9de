package org.stanj.stdlib.random;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.stanj.stdlib.abi.RandomStream;

/**
 * Standard normal numbers from a stream, by the ziggurat method. Nothing is kept between calls:
 * saving the stream is enough.
 */
public final class StandardNormal {
  private final ContinuousSampler sampler;

  public StandardNormal(RandomStream stream) {
    sampler = ZigguratSampler.NormalizedGaussian.of(new StreamProvider(stream));
  }

  /** The next number. */
  public double next() {
    return sampler.sample();
  }
}
