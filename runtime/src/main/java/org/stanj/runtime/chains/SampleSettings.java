package org.stanj.runtime.chains;

import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.model.Model;

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

  /**
   * These settings as they apply to the model: a model without parameters is run by {@link
   * Algorithm#FIXED_PARAM}. {@link Chains#run} does this itself; a writer of the configuration
   * needs it before.
   */
  public SampleSettings forModel(Model model) {
    return model.unconstrainedSize() > 0
        ? this
        : new SampleSettings(
            numSamples, numWarmup, saveWarmup, thin, Algorithm.FIXED_PARAM, hmc, adapt);
  }
}
