package org.stanj.runtime.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The variables are those that the launchers were seen to set. */
final class LaunchTest {
  private static final Map<String, String> OPEN_MPI =
      Map.of("OMPI_COMM_WORLD_RANK", "2", "OMPI_COMM_WORLD_SIZE", "4", "PMIX_RANK", "2");

  private static final Map<String, String> HYDRA = Map.of("PMI_RANK", "0", "PMI_SIZE", "3");

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> all = new HashMap<>(some);
    all.put(name, value);
    return all;
  }

  @Test
  void launchersTellRankSizeAndFamily() {
    assertEquals(Optional.of(new Launch(2, 4, Optional.of(Family.OPEN_MPI))), Launch.of(OPEN_MPI));
    assertEquals(Optional.of(new Launch(0, 3, Optional.of(Family.MPICH))), Launch.of(HYDRA));
    Map<String, String> slurm = with(HYDRA, "SLURM_STEP_NUM_TASKS", "3");
    assertEquals(Optional.of(new Launch(0, 3, Optional.empty())), Launch.of(slurm));
    Map<String, String> pmix = Map.of("PMIX_RANK", "1", "SLURM_STEP_NUM_TASKS", "2");
    assertEquals(Optional.of(new Launch(1, 2, Optional.empty())), Launch.of(pmix));
  }

  @Test
  void aProcessAloneIsNoLaunch() {
    assertEquals(Optional.empty(), Launch.of(Map.of()));
    assertEquals(Optional.empty(), Launch.of(with(HYDRA, "PMI_SIZE", "1")));
    assertEquals(Optional.empty(), Launch.of(Map.of("PMI_RANK", "1")));
    assertEquals(Optional.empty(), Launch.of(Map.of("PMI_RANK", "x", "PMI_SIZE", "2")));
    assertEquals(Optional.empty(), Launch.of(Map.of("SLURM_PROCID", "1", "SLURM_NTASKS", "2")));
    assertEquals(Optional.empty(), Launch.of(with(OPEN_MPI, "STANJ_MPI", "none")));
    assertTrue(Launch.of(with(OPEN_MPI, "STANJ_MPI", "libmpi.so")).isPresent());
  }

  @Test
  void furtherProcessesAreKnownWithoutTheirNumber() {
    assertTrue(Launch.isFurther(Map.of("SLURM_PROCID", "1")));
    assertFalse(Launch.isFurther(Map.of("SLURM_PROCID", "0")));
    assertFalse(Launch.isFurther(Map.of("SLURM_PROCID", "1", "STANJ_MPI", "none")));
  }
}
