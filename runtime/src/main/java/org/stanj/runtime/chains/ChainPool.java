package org.stanj.runtime.chains;

import java.util.List;
import org.stanj.runtime.model.Model;

/** The chains of one run and their threads. */
record ChainPool(Model model, SampleSettings settings, long seed, int threads) {
  boolean run(List<ChainSpec> chains) {
    return chains.isEmpty();
  }
}
