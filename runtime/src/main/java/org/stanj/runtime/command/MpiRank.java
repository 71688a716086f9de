package org.stanj.runtime.command;

import java.util.List;
import java.util.Map;

/**
 * The place of this process among those that an MPI launcher starts for one model. The first does
 * the work, on threads; CmdStan's others serve it, ours have nothing to do.
 */
final class MpiRank {
  /** Where launchers tell it: Open MPI, MPICH and its kin, PMIx, Slurm. */
  private static final List<String> VARIABLES =
      List.of("OMPI_COMM_WORLD_RANK", "PMI_RANK", "PMIX_RANK", "SLURM_PROCID");

  private MpiRank() {}

  /** Whether the first launcher that speaks says a rank above 0. */
  static boolean isFurther(Map<String, String> environment) {
    return VARIABLES.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(rank -> !rank.isEmpty())
        .findFirst()
        .filter(rank -> !rank.equals("0"))
        .isPresent();
  }
}
