package org.stanj.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong on several ranks is told as on one, ends the run, and never hangs. */
final class RankFailuresTest {
  private static final String SAMPLE =
      "sample num_samples=30 num_warmup=20 data file=d.json random seed=3 init=0"
          + " output file=o.csv";

  @TempDir private static Path folder;
  private static ModelFile refuses;
  private static ModelFile groups;

  @BeforeAll
  static void compile() throws IOException {
    refuses = ModelFile.compile(folder, "refuses");
    groups = ModelFile.compile(folder, "groups");
  }

  @BeforeEach
  void data() throws IOException {
    mode(folder, 0);
    Files.deleteIfExists(folder.resolve("o.csv"));
  }

  private static void mode(Path where, int mode) throws IOException {
    Files.createDirectories(where);
    String data = "{\"mode\": %d, \"y\": [1, 2, 0, 1, 2, 1, 1, 0, 3, 1]}".formatted(mode);
    Files.writeString(where.resolve("d.json"), data);
  }

  private static void need(Launcher launcher) {
    assumeTrue(launcher.command().isPresent(), "MPI tests left out: there is no " + launcher);
  }

  /** Prints, rejections, errors at the start, errors on the way: all in the order of the chunks. */
  @ParameterizedTest
  @CsvSource({
    "OPEN_MPI, 1",
    "OPEN_MPI, 2",
    "OPEN_MPI, 3",
    "OPEN_MPI, 4",
    "MPICH, 1",
    "MPICH, 2",
    "MPICH, 4"
  })
  void whatSlicesSayIsToldAsOnOneRank(Launcher launcher, int mode) throws IOException {
    need(launcher);
    mode(folder, mode);
    Ended alone = Ended.of(folder, refuses.command(SAMPLE));
    String said = mode == 1 ? alone.out() : alone.error();
    assertTrue(
        said.contains(
            List.of("", "from 9", "mu is", "index 1", "no more")
                .get(mode)
                .replace("index 1", "out of range")),
        alone.toString());
    for (int ranks : new int[] {2, 4}) {
      Ended shared = Ended.of(folder, launcher.words(ranks, refuses.command(SAMPLE)));
      assertEquals(alone.code() == 0, shared.code() == 0, shared.toString());
      assertEquals(timeless(alone.out()), timeless(shared.out()));
      assertTrue(shared.error().startsWith(alone.error()), shared.toString());
      if (alone.code() == 0) {
        assertEquals(alone.error(), shared.error());
      }
    }
  }

  private static List<String> timeless(String text) {
    return text.lines()
        .filter(l -> !l.matches(".* seconds.*|.*would take.*") && !l.startsWith("===="))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"OPEN_MPI, 0", "OPEN_MPI, 1", "OPEN_MPI, 2", "MPICH, 1"})
  void rankThatDiesEndsTheRunWithCompleteRows(Launcher launcher, int dies) throws IOException {
    need(launcher);
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "ranks are found in /proc");
    Files.writeString(folder.resolve("g.json"), ModelFile.groups(4000, 30, 1));
    String words =
        "sample num_samples=1000000 num_warmup=20 data file=g.json random seed=3"
            + " output file=o.csv refresh=0";
    Ended ended =
        Ended.of(
            folder,
            launcher.words(3, groups.command(words)),
            Map.of(),
            process -> {
              awaitRows(20);
              rank(process, dies).destroyForcibly();
            });
    assertNotEquals(0, ended.code(), ended.toString());
    assertNotEquals("", ended.error() + ended.out());
    String file = Files.readString(folder.resolve("o.csv"));
    List<String> rows = file.lines().filter(l -> !l.startsWith("#") && !l.isEmpty()).toList();
    assertTrue(rows.size() > 20, "rows: " + rows.size());
    for (String row : rows) {
      assertEquals(rows.get(0).split(",").length, row.split(",", -1).length, row);
    }
    assertTrue(file.endsWith("\n"));
  }

  private static void awaitRows(int rows) {
    Path file = folder.resolve("o.csv");
    for (int tries = 0; tries < 600; tries++) {
      try {
        Thread.sleep(100);
        if (Files.exists(file) && Files.readString(file).lines().count() > 60 + rows) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("no rows within a minute");
  }

  private static ProcessHandle rank(Process launcher, int rank) {
    return launcher
        .descendants()
        .filter(p -> p.info().command().orElse("").endsWith("java") && isRank(p, rank))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isRank(ProcessHandle process, int rank) {
    try {
      String environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
      return Stream.of(environment.split("\0"))
          .anyMatch(e -> e.matches("(OMPI_COMM_WORLD_RANK|PMI_RANK)=" + rank));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ranksThatDoNotFitAreNamed(Launcher launcher) throws IOException {
    need(launcher);
    Path other = Files.createDirectories(folder.resolve("other"));
    String text = Files.readString(folder.resolve("refuses.stan"));
    Path changed = other.resolve("refuses.stan");
    Files.writeString(changed, text.replace("normal(0, 1)", "normal(0, 2)"));
    List<String> model = refuses.command(SAMPLE);
    refused(
        launcher.words(List.of(model, ModelFile.of(changed).command(SAMPLE))),
        "rank 1 runs another program than rank 0");
    refused(
        launcher.words(List.of(model, model, refuses.command("id=2 " + SAMPLE))),
        "rank 2 was started with other arguments than rank 0: id=2 sample");
    mode(folder.resolve("there"), 1);
    List<String> there = List.of("sh", "-c", "cd there && exec \"$@\"", "sh");
    refused(
        launcher.words(List.of(model, Stream.of(there, model).flatMap(List::stream).toList())),
        "rank 1 could not bind the model: the file d.json has other contents than on rank 0");
    Files.delete(folder.resolve("there/d.json"));
    refused(
        launcher.words(List.of(model, Stream.of(there, model).flatMap(List::stream).toList())),
        "rank 1 could not bind the model: Cannot open specified file, \"d.json\"");
  }

  private static void refused(List<String> words, String message) {
    Ended ended = Ended.of(folder, words);
    assertEquals(1, ended.code(), ended.toString());
    assertTrue(ended.error().contains("Error: MPI, " + message), ended.toString());
    assertFalse(Files.exists(folder.resolve("o.csv")));
  }

  @ParameterizedTest
  @EnumSource
  void libraryThatIsNotThereIsToldAndMayBeDoneWithout(Launcher launcher) throws IOException {
    need(launcher);
    List<String> words = launcher.words(2, refuses.command(SAMPLE));
    Ended without =
        Ended.of(folder, words, Map.of("STANJ_MPI", "/nowhere/libmpi.so"), process -> {});
    assertNotEquals(0, without.code());
    assertTrue(
        without
            .error()
            .contains(
                "rank 0: the launcher has started several processes, but there"
                    + " is no MPI library"),
        without.toString());
    assertTrue(without.error().contains("/nowhere/libmpi.so"), without.toString());
    assertFalse(Files.exists(folder.resolve("o.csv")));
    Ended apart = Ended.of(folder, words, Map.of("STANJ_MPI", "none"), process -> {});
    assertEquals(0, apart.code(), apart.toString());
  }

  /** Wrong words and files are told once, by rank 0. */
  @ParameterizedTest
  @EnumSource
  void errorsOfTheCommandLineAreToldOnce(Launcher launcher) {
    need(launcher);
    for (String words : List.of("sample none=1", SAMPLE.replace("d.json", "none.json"))) {
      Ended alone = Ended.of(folder, refuses.command(words));
      Ended shared = Ended.of(folder, launcher.words(3, refuses.command(words)));
      assertEquals(1, shared.code(), shared.toString());
      assertTrue(shared.error().startsWith(alone.error()), shared.toString());
      assertEquals(
          shared.error().indexOf("none"),
          shared.error().lastIndexOf(alone.error().substring(alone.error().indexOf("none"))));
    }
    Ended alone = Ended.of(folder, refuses.command("info"));
    assertEquals(alone, Ended.of(folder, launcher.words(3, refuses.command("info"))));
  }
}
