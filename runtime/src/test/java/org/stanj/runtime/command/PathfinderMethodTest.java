package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.io.FileDraws;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.ModelInfo;

/** Console and files of {@code pathfinder}. */
final class PathfinderMethodTest {
  @TempDir private Path directory;
  private String out = "";
  private String tail = "";

  @BeforeEach
  void writeInputs() {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    out = path("o.csv");
    tail = " random seed=1 data file=" + data + " output file=" + out;
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void consoleAndFiles() {
    String words =
        "pathfinder num_paths=2 num_draws=5 num_psis_draws=4 num_elbo_draws=3 max_lbfgs_iters=4"
            + " save_single_paths=1";
    CommandLine result = CommandLine.run(words + tail + " refresh=3");
    Transcript.check(
        "pathfinder", words + " ...", result, out, path("o_path_1.csv"), path("o_path_2.json"));
    assertTrue(Files.exists(Path.of(path("o_path_2.csv"))));
    assertTrue(Files.exists(Path.of(path("o_path_1.json"))));
  }

  @Test
  void onePathIsNotResampled() {
    String words = "pathfinder num_paths=1 num_draws=30 num_psis_draws=5 save_single_paths=1";
    CommandLine result = CommandLine.run(words + tail + " refresh=0");
    assertEquals(0, result.code());
    assertEquals("", result.afterEcho());
    FileDraws file = FileDraws.read(out);
    assertEquals(30, file.rows().size());
    assertTrue(
        CommandLine.masked(out)
            .endsWith("T seconds (Pathfinder)\n#               T seconds (Total)\n# \n"));
    assertTrue(Files.exists(Path.of(path("o.json"))));
    assertFalse(Files.exists(Path.of(path("o_path_1.csv"))));
  }

  @Test
  void theDiagnosticFileNamesThePaths() {
    String words = "pathfinder num_paths=2 num_draws=30" + tail;
    assertEquals(0, CommandLine.run(words + " diagnostic_file=" + path("d.json")).code());
    assertTrue(Files.exists(Path.of(path("d_path_2.json"))));
    assertTrue(Files.exists(Path.of(path("o_path_2.csv"))));
  }

  @Test
  void allDrawsWithoutResampling() {
    for (String off : new String[] {"psis_resample=0", "calculate_lp=0"}) {
      String words = "pathfinder num_paths=3 num_draws=40 num_psis_draws=5 " + off;
      assertEquals(0, CommandLine.run(words + tail).code());
      FileDraws file = FileDraws.read(out);
      assertEquals(120, file.rows().size());
      assertEquals(3, file.column("path__")[119]);
      assertEquals(off.equals("calculate_lp=0"), Double.isNaN(file.column("lp__")[119]));
      assertFalse(Double.isNaN(file.column("lp__")[24]));
    }
  }

  @Test
  void drawsDoNotDependOnTheNumberOfThreads() throws IOException {
    NormalModel threaded =
        new NormalModel(new ModelInfo("m_model", "", Set.of(BuildSetting.THREADS), true));
    String words = "pathfinder num_paths=5 num_draws=50 num_psis_draws=60" + tail;
    String[] rows = new String[3];
    for (int threads = 1; threads <= 3; threads++) {
      String command = words + " num_threads=" + threads;
      assertEquals(0, CommandLine.run(threaded, Map.of(), command).code());
      rows[threads - 1] = Files.readString(Path.of(out)).replaceAll("(?m)^#.*\n", "");
    }
    assertEquals(rows[0], rows[1]);
    assertEquals(rows[0], rows[2]);
  }

  @Test
  void warnsOfFewDraws() {
    CommandLine result = CommandLine.run("pathfinder num_paths=1 num_draws=2" + tail);
    assertTrue(
        result
            .afterEcho()
            .startsWith(
                "Warning: Number of PSIS draws is larger than the total number of draws returned by"
                    + " the single Pathfinders."));
  }

  @Test
  void failsIfNoPathStarts() {
    String bad = CommandLine.file(directory, "bad.json", "{\"mu\":0.5,\"sigma\":-2}");
    CommandLine result = CommandLine.run("pathfinder num_paths=2 init=" + bad + tail);
    assertEquals(1, result.code());
    assertTrue(result.err().contains("\nPathfinder iteration: 0 failed.\n"), result.err());
    assertTrue(result.err().endsWith("No pathfinders ran successfully.\n"), result.err());
  }
}
