package org.stanj.runtime.hmc;

import org.stanj.stdlib.abi.RandomStream;

/** The random choices of one transition's tree. */
interface Chance {
  /** +1 or −1, equally likely. */
  int direction();

  /** True with probability min(1, exp({@code logProbability})). */
  boolean accepts(double logProbability);

  /** Choices from a stream. */
  record Drawn(RandomStream random) implements Chance {
    @Override
    public int direction() {
      return random.nextLong() < 0 ? -1 : 1;
    }

    @Override
    public boolean accepts(double logProbability) {
      return logProbability >= 0 || random.nextDouble() < Math.exp(logProbability);
    }
  }
}
