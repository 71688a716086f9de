package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.io.FileDraws;

/** What is left of runs that are ended from outside: by signals, full disks and closed pipes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class InterruptionTest {
  private static final long FOR_EVER = 1_000_000_000L;

  @TempDir private Path directory;
  private String data = "";

  @BeforeEach
  void writeData() {
    data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
  }

  private Path log() {
    return directory.resolve("log");
  }

  private String words(long samples, String more) {
    return "sample num_samples="
        + samples
        + " num_warmup=100 data file="
        + data
        + " random seed=1 output refresh=1000 "
        + more;
  }

  /** The file has all its parts, and its head counts the rows there are. */
  private static void assertComplete(Path csv, boolean adapted) throws IOException {
    FileDraws draws = FileDraws.read(csv.toString());
    int warmup = draws.warmupRows();
    assertEquals(
        Integer.toString(draws.rows().size() - warmup), draws.configuration().get("num_samples"));
    if (draws.configuration().get("save_warmup").startsWith("true")) {
      assertEquals(Integer.toString(warmup), draws.configuration().get("num_warmup"));
    }
    assertTrue(Files.readString(csv).endsWith(" seconds (Total)\n# \n"));
    assertEquals(!adapted, draws.adaptation().isEmpty());
    assertTrue(draws.rows().size() > 0);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143, 100", "INT, 130, 100", "TERM, 143, 1000000000"})
  void signalsLeaveCompleteFiles(String signal, int code, int warmup) throws Exception {
    Path csv = directory.resolve("o.csv");
    String words =
        words(FOR_EVER, "file=" + csv)
            .replace("num_warmup=100", "save_warmup=1 num_warmup=" + warmup);
    Process process = ModelProcess.start(log(), List.of(words.split(" ")));
    ModelProcess.await(csv, 100_000, process);
    String kill =
        "kill -" + signal + " " + process.pid(); // of the shell: a program is not everywhere
    new ProcessBuilder("sh", "-c", kill).start().waitFor();
    assertEquals(code, ModelProcess.exit(process), Files.readString(log()));
    assertComplete(csv, true);
    assertTrue(Files.readString(log()).endsWith("Error: interrupted\n"), Files.readString(log()));
  }

  /** Also the files of chains that had not begun, and resume undoes what the signal did. */
  @Test
  void aRunEndedBySignalGoesOn() throws Exception {
    String words =
        words(40_000, "checkpoint_interval=0.01 file=FILE checkpoint=" + directory + "/c")
            .replace("num_warmup=100", "num_chains=3 num_warmup=100 thin=2");
    Path whole = Files.createDirectory(directory.resolve("whole")).resolve("o.csv");
    assertEquals(0, CommandLine.run(words.replace("FILE", whole.toString())).code());
    Files.delete(directory.resolve("c"));
    Path csv = directory.resolve("o.csv");
    String file = words.replace("FILE", csv.toString());
    Process process = ModelProcess.start(log(), List.of(file.split(" ")));
    ModelProcess.await(directory.resolve("o_1.csv"), 100_000, process);
    process.destroy();
    assertEquals(143, ModelProcess.exit(process), Files.readString(log()));
    assertTrue(Files.readString(log()).endsWith("Error: interrupted\n"), Files.readString(log()));
    for (int c = 1; c <= 3; c++) {
      Path chain = directory.resolve("o_" + c + ".csv");
      String samples = FileDraws.read(chain.toString()).configuration().get("num_samples");
      int rows = FileDraws.read(chain.toString()).rows().size();
      assertEquals(Integer.toString(Math.min(2 * rows, 40_000)), samples);
      assertTrue(Files.readString(chain).endsWith(" seconds (Total)\n# \n"));
    }
    assertEquals(0, CommandLine.run("sample resume=" + directory + "/c").code());
    for (int c = 1; c <= 3; c++) {
      assertEquals(
          CommandLine.masked(directory + "/whole/o_" + c + ".csv"),
          CommandLine.masked(directory + "/o_" + c + ".csv"));
    }
  }

  @Test
  void signalsLeaveWholeRowsOfOtherMethods() throws Exception {
    Path csv = directory.resolve("o.csv");
    String words =
        "optimize iter=1000000000 save_iterations=1 algorithm=newton data file="
            + data
            + " output file="
            + csv;
    Process process = ModelProcess.start(log(), List.of(words.split(" ")));
    ModelProcess.await(csv, 1, process);
    process.destroy();
    ModelProcess.exit(process);
    FileDraws.read(csv.toString());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskIsReported() throws IOException {
    Path csv = Files.createSymbolicLink(directory.resolve("o.csv"), Path.of("/dev/full"));
    assertEquals(1, ModelProcess.shell(log(), "MODEL", words(FOR_EVER, "file=" + csv)));
    String said = Files.readString(log());
    assertTrue(
        said.endsWith("Error: cannot write output: " + csv + ": No space left on device\n"), said);
    Files.delete(csv);
  }

  /** A limit on the size of files stands for a disk that gets full. */
  @Test
  void rowsBeforeTheDiskWasFullStay() throws IOException {
    Path csv = directory.resolve("o.csv");
    String line = "trap '' XFSZ; ulimit -f 200; MODEL";
    assertEquals(1, ModelProcess.shell(log(), line, words(FOR_EVER, "file=" + csv)));
    String said = Files.readString(log());
    assertTrue(said.contains("Error: cannot write output: " + csv + ": File too large"), said);
    assertTrue(FileDraws.read(csv.toString()).rows().size() > 100);
    assertTrue(Files.readString(csv).endsWith("\n"));
  }

  /** The file of draws is brought to its end all the same. */
  @ParameterizedTest
  @CsvSource({"checkpoint", "status"})
  @EnabledOnOs(OS.LINUX)
  void fullDiskForAnotherFileLeavesTheDraws(String file) throws IOException {
    Path csv = directory.resolve("o.csv");
    Path full = Files.createSymbolicLink(directory.resolve("x.csv"), Path.of("/dev/full"));
    Files.createSymbolicLink(directory.resolve("x.csv.new"), Path.of("/dev/full"));
    String words = words(FOR_EVER, "file=" + csv + " " + file + "=" + full);
    assertEquals(1, ModelProcess.shell(log(), "MODEL", words));
    String said = Files.readString(log());
    assertTrue(said.contains("Error: cannot write output: " + full + ": "), said);
    assertEquals(1, Files.readString(csv).split("# Adaptation terminated", -1).length - 1);
    assertTrue(Files.readString(csv).endsWith(" seconds (Total)\n# \n"));
    Files.deleteIfExists(full);
    Files.deleteIfExists(directory.resolve("x.csv.new"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskForTheMetricLeavesTheDraws() throws IOException {
    Path csv = directory.resolve("o.csv");
    Path metric = directory.resolve("o_metric.json");
    Files.createSymbolicLink(metric, Path.of("/dev/full"));
    String words = words(FOR_EVER, "file=" + csv).replace(" data", " adapt save_metric=1 data");
    assertEquals(1, ModelProcess.shell(log(), "MODEL", words));
    String said = Files.readString(log());
    String line = "Error: cannot write to output file " + metric + ": No space left on device\n";
    assertTrue(said.endsWith(line), said);
    assertEquals(1, Files.readString(csv).split("# Adaptation terminated", -1).length - 1);
    Files.delete(metric);
  }

  @Test
  void closedPipeEndsTheRunInGoodOrder() throws IOException {
    Path csv = directory.resolve("o.csv");
    Path error = directory.resolve("error");
    String line = "set -o pipefail; MODEL 2>" + error + " | head -n 60 >/dev/null";
    assertEquals(1, ModelProcess.shell(log(), line, words(FOR_EVER, "file=" + csv)));
    assertEquals(
        "Error: cannot write output: standard output: Broken pipe\n", Files.readString(error));
    assertComplete(csv, true);
  }
}
