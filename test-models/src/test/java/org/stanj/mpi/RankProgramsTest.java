package org.stanj.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs of all kinds on ranks. */
final class RankProgramsTest {
  private static final String SAMPLE =
      "sample num_samples=30 num_warmup=40 data file=d.json random seed=7 output file=o.csv";

  @TempDir private Path folder;

  private static void need(Launcher launcher) {
    assumeTrue(launcher.command().isPresent(), "MPI tests left out: there is no " + launcher);
  }

  /** {@code map_rect}, in generated quantities too, with jobs that reject. */
  @ParameterizedTest
  @EnumSource
  void mapRectLeavesTheSameBytes(Launcher launcher) throws IOException {
    need(launcher);
    ModelFile model = ModelFile.compile(folder, "jobs");
    Files.writeString(folder.resolve("d.json"), jobs(37, 9));
    List<String> command = model.command(SAMPLE);
    Map<String, List<String>> alone = Left.by(folder, command, Map.of());
    String said = String.join("\n", alone.get("error"));
    assertTrue(said.contains("too far out"), "no job rejects: " + said);
    for (int ranks = 2; ranks <= 3; ranks++) {
      List<String> words = launcher.words(ranks, command);
      assertEquals(alone, Left.by(folder, words, Map.of()), ranks + " ranks");
    }
    Map<String, String> threads = Map.of("STAN_NUM_THREADS", "2");
    assertEquals(alone, Left.by(folder, command, threads), "2 threads");
  }

  private static String jobs(int jobs, int observations) {
    SplittableRandom random = new SplittableRandom(3);
    List<List<Double>> x = new ArrayList<>();
    List<List<Integer>> y = new ArrayList<>();
    for (int j = 0; j < jobs; j++) {
      x.add(IntStream.range(0, observations).mapToObj(i -> random.nextDouble(-2, 2)).toList());
      y.add(IntStream.range(0, observations).mapToObj(i -> random.nextInt(2)).toList());
    }
    return "{\"J\": %d, \"M\": %d, \"x\": %s, \"y\": %s}".formatted(jobs, observations, x, y);
  }

  /** Blocks that run on other ranks are counted, as those that run on other threads. */
  @ParameterizedTest
  @EnumSource
  void profileBlocksOfAllRanksAreCounted(Launcher launcher) throws IOException {
    need(launcher);
    ModelFile model = ModelFile.compile(folder, "profiled");
    Files.writeString(folder.resolve("d.json"), "{\"N\": 4000}");
    List<String> command = model.command(SAMPLE + " profile_file=times.txt");
    for (int ranks = 1; ranks <= 3; ranks++) {
      Map<String, Long> calls = calls(launcher.words(ranks, command));
      assertEquals(List.of("part", "prior"), List.copyOf(calls.keySet()));
      // 64 chunks of each gradient
      assertEquals(64 * calls.get("prior"), calls.get("part"), ranks + " ranks");
    }
    assertTrue(rows().stream().anyMatch(row -> row.get(1).startsWith("100")), "no rank's threads");
  }

  /** Evaluations of each block with a gradient. */
  private Map<String, Long> calls(List<String> command) throws IOException {
    Left.by(folder, command, Map.of());
    return rows().stream()
        .collect(
            Collectors.toMap(
                row -> row.get(0), row -> Long.parseLong(row.get(7)), Long::sum, TreeMap::new));
  }

  private List<List<String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("times.txt"));
    return lines.stream().skip(1).map(line -> Arrays.asList(line.split(","))).toList();
  }

  /** {@code stanj sample}: rank 0 alone speaks, and the draws are those of one process. */
  @ParameterizedTest
  @EnumSource
  void stanjSampleJoinsRanks(Launcher launcher) throws IOException {
    need(launcher);
    ModelFile.copy(folder, "groups");
    Files.writeString(folder.resolve("d.json"), ModelFile.groups(1200, 12, 1));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.stanj.cli.Main",
            "sample",
            "groups.stan",
            "d.json",
            "num_samples=30",
            "num_warmup=40",
            "random",
            "seed=7",
            "output",
            "file=o.csv");
    Map<String, List<String>> alone = Left.by(folder, command, Map.of());
    assertTrue(alone.containsKey("o_4.csv"), alone.toString());
    alone.put("console", heads(alone));
    Map<String, List<String>> shared = Left.by(folder, launcher.words(2, command), Map.of());
    shared.put("console", heads(shared));
    assertEquals(alone, shared);
  }

  /** The console without the time in its first line, which must be there once. */
  private static List<String> heads(Map<String, List<String>> left) {
    return left.get("console").stream()
        .map(line -> line.replaceAll(", [\\d.]+ (m?s|min).*", ""))
        .toList();
  }
}
