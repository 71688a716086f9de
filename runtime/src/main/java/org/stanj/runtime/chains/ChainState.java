package org.stanj.runtime.chains;

import org.stanj.runtime.adapt.SamplerState;

/**
 * A chain between two iterations: all that the rest of it depends on, beside model, data and
 * settings.
 *
 * @param sampler its iteration, warmup included, and what its next ones need; of fixed_param only
 *     iteration and position mean anything
 * @param warmupNanos time spent so far
 * @param samplingNanos time spent so far
 * @param divergences of the phase so far
 * @param finished whether nothing is left to do
 */
public record ChainState(
    SamplerState sampler,
    long warmupNanos,
    long samplingNanos,
    long divergences,
    boolean finished) {
  /** Iterations so far, warmup included. */
  public long iterations() {
    return sampler.iteration();
  }
}
