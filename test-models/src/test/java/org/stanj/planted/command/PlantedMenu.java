package org.stanj.planted.command;

import org.stanj.planted.hmc.PlantedSampler;

/** A command line that a sampler uses, and that uses the sampler: a cycle. */
public final class PlantedMenu {
  private PlantedMenu() {}

  /** The number of entries. */
  public static int entries() {
    return PlantedSampler.class.getName().length();
  }
}
