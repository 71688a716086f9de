package org.stanj.planted.hmc;

import org.stanj.planted.command.PlantedMenu;

/** A sampler that knows the command line: what the rule must reject. */
public final class PlantedSampler {
  private PlantedSampler() {}

  /** Uses the forbidden room. */
  public static int draws() {
    return PlantedMenu.entries();
  }
}
