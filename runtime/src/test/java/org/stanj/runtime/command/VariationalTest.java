package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.io.FileDraws;

/** Console and files of {@code variational}. */
final class VariationalTest {
  @TempDir private Path directory;
  private String out = "";
  private String tail = "";

  @BeforeEach
  void writeInputs() {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    out = directory.resolve("o.csv").toString();
    tail = " random seed=1 data file=" + data + " init=1 output file=" + out;
  }

  @Test
  void consoleAndFiles() {
    String diagnostics = directory.resolve("diagnostics.csv").toString();
    String words =
        "variational iter=1200 tol_rel_obj=0.05 eval_elbo=100 output_samples=4 adapt iter=20";
    CommandLine result = CommandLine.run(words + tail + " diagnostic_file=" + diagnostics);
    String course = CommandLine.masked(diagnostics).replaceAll("(?m)^([0-9]+),[^,]*,", "$1,T,");
    CommandLine.file(directory, "course.csv", course);
    Transcript.check(
        "variational", words + " ...", result, out, directory.resolve("course.csv").toString());
  }

  @Test
  void writesEtaAlsoIfItIsGiven() {
    String words =
        "variational algorithm=fullrank iter=200 eta=0.25 output_samples=3 adapt engaged=0";
    CommandLine result = CommandLine.run(words + tail);
    assertEquals("", result.err());
    assertEquals(0, result.code());
    assertTrue(!result.out().contains("Begin eta adaptation"));
    assertTrue(result.out().contains("The algorithm may not have converged."));
    String file = CommandLine.masked(out);
    assertTrue(file.contains("\n# Stepsize adaptation complete.\n# eta = 0.25\n0,0,0,"), file);
    FileDraws draws = FileDraws.read(out);
    assertEquals(4, draws.rows().size());
    assertEquals("lp__,log_p__,log_g__,mu", String.join(",", draws.columns().subList(0, 4)));
  }

  @Test
  void failsWhereTheDensityDoes() {
    String data = CommandLine.file(directory, "nan.json", "{\"N\":1,\"y\":[NaN]}");
    CommandLine result = CommandLine.run("variational data file=" + data + " output file=" + out);
    assertEquals(1, result.code());
  }
}
