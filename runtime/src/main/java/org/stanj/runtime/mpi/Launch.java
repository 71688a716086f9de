package org.stanj.runtime.mpi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The place of this process among those that an MPI launcher has started.
 *
 * @param rank from 0
 * @param size number of processes, at least 2
 * @param family of the library that the launcher is made for, where that is known
 */
public record Launch(int rank, int size, Optional<Family> family) {
  /** Names a library; the word {@value #NONE} makes each process a run of its own. */
  static final String CHOICE = "STANJ_MPI";

  static final String NONE = "none";

  /** Where launchers tell the rank: Open MPI, MPICH and its kin, PMIx, Slurm. */
  private static final List<String> RANKS =
      List.of("OMPI_COMM_WORLD_RANK", "PMI_RANK", "PMIX_RANK", "SLURM_PROCID");

  /** What the launcher says; empty without one, or if it has started this process alone. */
  public static Optional<Launch> of(Map<String, String> environment) {
    if (isUnwanted(environment)) {
      return Optional.empty();
    }
    Said said = new Said(environment);
    return said.launch("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", Optional.of(Family.OPEN_MPI))
        .or(() -> said.launch("PMI_RANK", "PMI_SIZE", said.hydra()))
        .or(() -> said.launch("PMIX_RANK", Said.STEP_SIZE, Optional.empty()))
        .filter(launch -> launch.size > 1);
  }

  /**
   * Whether the first launcher that speaks says a rank above 0. Where it says no more, there is no
   * way to the others, and the first process does the work of a model that was made for MPI.
   */
  public static boolean isFurther(Map<String, String> environment) {
    return !isUnwanted(environment)
        && RANKS.stream()
            .map(name -> environment.getOrDefault(name, ""))
            .filter(rank -> !rank.isEmpty())
            .findFirst()
            .filter(rank -> !rank.equals("0"))
            .isPresent();
  }

  private static boolean isUnwanted(Map<String, String> environment) {
    return environment.getOrDefault(CHOICE, "").equals(NONE);
  }

  private record Said(Map<String, String> environment) {
    static final String STEP_SIZE = "SLURM_STEP_NUM_TASKS";

    Optional<Launch> launch(String rank, String size, Optional<Family> family) {
      return number(rank).flatMap(r -> number(size).map(n -> new Launch(r, n, family)));
    }

    private Optional<Integer> number(String variable) {
      String text = environment.getOrDefault(variable, "");
      return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** Slurm speaks PMI to either family. */
    Optional<Family> hydra() {
      return environment.containsKey(STEP_SIZE) ? Optional.empty() : Optional.of(Family.MPICH);
    }
  }
}
