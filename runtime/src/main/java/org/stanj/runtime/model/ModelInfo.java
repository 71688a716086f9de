package org.stanj.runtime.model;

import java.util.Set;

/**
 * What a compiled program says of itself.
 *
 * @param name as in the CSV head, e.g. {@code eight_schools_model}
 * @param stancFlags the flags it was compiled with, e.g. {@code --filename-in-msg=m.stan}
 * @param settings what was asked for at build time
 * @param generatesQuantities whether the program has generated quantities
 */
public record ModelInfo(
    String name, String stancFlags, Set<BuildSetting> settings, boolean generatesQuantities) {

  public ModelInfo {
    settings = Set.copyOf(settings);
  }

  /** Whether {@code STAN_THREADS} was asked for at build time. */
  public boolean threads() {
    return settings.contains(BuildSetting.THREADS);
  }

  /** Whether {@code STAN_MPI} was asked for at build time. */
  public boolean mpi() {
    return settings.contains(BuildSetting.MPI);
  }
}
