package org.stanj.runtime.chains;

import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.hmc.HmcSettings;

/**
 * The arguments of {@code sample} that all chains of a run share.
 *
 * @param numSamples iterations after warmup
 * @param numWarmup iterations of warmup
 * @param saveWarmup whether warmup draws go to the sink
 * @param thin iteration m (from 0) of each phase goes to the sink where m mod thin is 0
 * @param algorithm the sampler
 * @param hmc its arguments; unused by {@link Algorithm#FIXED_PARAM}
 * @param adapt arguments of adaptation; unused by {@link Algorithm#FIXED_PARAM}
 */
public record SampleSettings(
    int numSamples,
    int numWarmup,
    boolean saveWarmup,
    int thin,
    Algorithm algorithm,
    HmcSettings hmc,
    AdaptSettings adapt) {

  /** The samplers. */
  public enum Algorithm {
    /** Hamiltonian Monte Carlo. */
    HMC,
    /** The position stays: only generated quantities vary. */
    FIXED_PARAM
  }

  /** CmdStan's defaults. */
  public static final SampleSettings DEFAULT =
      new SampleSettings(
          1000, 1000, false, 1, Algorithm.HMC, HmcSettings.DEFAULT, AdaptSettings.DEFAULT);
}
