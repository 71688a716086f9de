package org.stanj.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same bytes on any number of ranks, whatever is done, and rank 0 alone speaks. */
final class RanksTest {
  private static final String SAMPLE =
      "sample num_samples=40 num_warmup=60%s data file=d.json random seed=5"
          + " output file=o.csv refresh=25";

  @TempDir private static Path folder;
  private static ModelFile model;

  @BeforeAll
  static void compile() throws IOException {
    model = ModelFile.compile(folder, "groups");
    Files.writeString(folder.resolve("d.json"), ModelFile.groups(1200, 12, 1));
  }

  private static void need(Launcher launcher) {
    assumeTrue(launcher.command().isPresent(), "MPI tests left out: there is no " + launcher);
  }

  private static Map<String, List<String>> left(List<String> command, Map<String, String> more)
      throws IOException {
    Map<String, List<String>> left = Left.by(folder, command, more);
    assertEquals(List.of(), left.get("error"));
    return left;
  }

  @ParameterizedTest
  @EnumSource
  void drawsAreThoseOfOneProcess(Launcher launcher) throws IOException {
    need(launcher);
    List<String> command = model.command(SAMPLE.formatted(""));
    Map<String, List<String>> alone = left(command, Map.of());
    assertEquals(40, alone.get("o.csv").stream().filter(l -> l.matches("[-\\d].*")).count());
    assertEquals(alone, left(command, Map.of("STAN_NUM_THREADS", "2")), "2 threads");
    for (int ranks = 1; ranks <= 3; ranks++) {
      assertEquals(alone, left(launcher.words(ranks, command), Map.of()), ranks + " ranks");
    }
    Map<String, String> threads = Map.of("STAN_NUM_THREADS", "2");
    assertEquals(alone, left(launcher.words(2, command), threads), "2 ranks of 2 threads");
    List<String> jar = model.jar(SAMPLE.formatted(""));
    assertEquals(alone, left(launcher.words(2, jar), Map.of()), "java -jar");
  }

  /** More ranks than chunks, and chunks that ranks cannot share out evenly. */
  @ParameterizedTest
  @EnumSource
  void grainsizeDecidesTheChunksNotTheRanks(Launcher launcher) throws IOException {
    need(launcher);
    for (int grainsize : new int[] {550, 250}) {
      Files.writeString(folder.resolve("grain.json"), ModelFile.groups(1200, 12, grainsize));
      List<String> command = model.command(SAMPLE.formatted("").replace("d.json", "grain.json"));
      Map<String, List<String>> alone = left(command, Map.of());
      assertEquals(alone, left(launcher.words(4, command), Map.of()), "grainsize " + grainsize);
    }
  }

  @ParameterizedTest
  @EnumSource
  void chainsShareTheRanks(Launcher launcher) throws IOException {
    need(launcher);
    String chains = SAMPLE.formatted(" num_chains=3").replace("refresh=25", "refresh=0");
    List<String> command = model.command(chains);
    Map<String, List<String>> alone = left(command, Map.of("STAN_NUM_THREADS", "1"));
    assertTrue(alone.containsKey("o_3.csv"));
    for (String threads : List.of("2", "3")) {
      Map<String, List<String>> shared =
          left(launcher.words(3, command), Map.of("STAN_NUM_THREADS", threads));
      // chains speak as they come to it
      alone.put("console", List.of());
      shared.put("console", List.of());
      assertEquals(alone, shared, threads + " chains at a time");
    }
  }

  @ParameterizedTest
  @EnumSource
  void allMethodsUseTheRanks(Launcher launcher) throws IOException {
    need(launcher);
    String rest = " data file=d.json random seed=5 output file=o.csv";
    Ended.of(folder, model.command("optimize" + rest.replace("o.csv", "mode.csv")));
    Ended.of(folder, model.command(SAMPLE.formatted("").replace("o.csv", "fit.csv")));
    Files.writeString(folder.resolve("q.json"), "{\"params_r\": " + zeros() + "}");
    for (String method :
        List.of(
            "optimize",
            "optimize algorithm=newton",
            "variational iter=200 output_samples=10",
            "pathfinder num_paths=2 num_draws=20 num_psis_draws=20 num_elbo_draws=5",
            "laplace mode=mode.csv draws=10",
            "log_prob unconstrained_params=q.json",
            "generate_quantities fitted_params=fit.csv",
            "diagnose test=gradient error=0.01")) {
      List<String> command = model.command(method + rest);
      Map<String, List<String>> alone = left(command, Map.of());
      assertEquals(alone, left(launcher.words(2, command), Map.of()), method);
    }
  }

  private static List<Integer> zeros() {
    return Stream.generate(() -> 0).limit(12).toList();
  }

  /** What CmdStanR's sample_mpi() starts; mpi_args stand before the model. */
  @ParameterizedTest
  @EnumSource
  void clientsStartAllRanksWithTheSameWords(Launcher launcher) throws IOException {
    need(launcher);
    String words =
        "id=1 random seed=5 data file=d.json output file=o.csv refresh=25"
            + " method=sample num_samples=40 num_warmup=60 save_warmup=0 algorithm=hmc engine=nuts"
            + " adapt engaged=1";
    List<String> command = new ArrayList<>(model.command(words));
    Map<String, List<String>> shared = left(launcher.words(4, command), Map.of());
    assertTrue(shared.get("o.csv").contains("# mpi_enabled = 1"));
    assertEquals(shared, left(command, Map.of()));
    Ended info = Ended.of(folder, model.command("info"));
    assertTrue(info.out().contains("STAN_MPI=true"), info.toString());
  }
}
