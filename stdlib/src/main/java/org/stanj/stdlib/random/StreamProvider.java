package org.stanj.stdlib.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.stanj.stdlib.abi.RandomStream;

/** A {@link RandomStream} as the uniform source of commons-rng samplers. */
record StreamProvider(RandomStream stream) implements UniformRandomProvider {
  @Override
  public long nextLong() {
    return stream.nextLong();
  }
}
