package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.io.FileDraws;

/** Console and file of {@code optimize}. */
final class OptimizeTest {
  @TempDir private Path directory;
  private String out = "";
  private String tail = "";

  @BeforeEach
  void writeInputs() {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    String init = CommandLine.file(directory, "i.json", "{\"mu\":0.5,\"sigma\":2}");
    out = directory.resolve("o.csv").toString();
    tail = " data file=" + data + " init=" + init + " random seed=1 output file=" + out;
  }

  @Test
  void consoleAndFile() {
    CommandLine result = CommandLine.run("optimize" + tail + " refresh=4");
    Transcript.check("optimize", "optimize ... refresh=4", result, out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lbfgs", "bfgs", "newton"})
  void allAlgorithmsFindTheMode(String algorithm) {
    String tight = algorithm.equals("newton") ? "" : " tol_rel_obj=1e-3 tol_rel_grad=1e-3";
    String words = "optimize algorithm=" + algorithm + tight + tail + " refresh=0 sig_figs=10";
    assertEquals(0, CommandLine.run(words).code());
    FileDraws file = FileDraws.read(out);
    assertEquals(1, file.rows().size());
    // mean and standard deviation solve: sum (y - mu) = v mu / 100, sum (y - mu)^2 = v (3 + s)
    double mu = file.column("mu")[0];
    double s = file.column("sigma")[0];
    assertEquals(mu * s * s / 100, 3.25 - 3 * mu, 1e-5);
    double squares = Math.pow(1.5 - mu, 2) + Math.pow(2 - mu, 2) + Math.pow(-0.25 - mu, 2);
    assertEquals(squares, s * s * (3 + s), 1e-5);
  }

  @Test
  void jacobianMovesTheMode() {
    assertEquals(
        0,
        CommandLine.run(
                "optimize algorithm=lbfgs tol_rel_obj=1e-3 tol_rel_grad=1e-3 jacobian=1"
                    + tail
                    + " sig_figs=10")
            .code());
    FileDraws file = FileDraws.read(out);
    double mu = file.column("mu")[0];
    double s = file.column("sigma")[0];
    double squares = Math.pow(1.5 - mu, 2) + Math.pow(2 - mu, 2) + Math.pow(-0.25 - mu, 2);
    assertEquals(squares, s * s * (2 + s), 1e-5);
  }

  @Test
  void savesIterations() {
    CommandLine result = CommandLine.run("optimize iter=3 save_iterations=1" + tail);
    assertEquals(0, result.code());
    assertTrue(
        result
            .out()
            .endsWith(
                "Optimization terminated normally: \n"
                    + "  Maximum number of iterations hit, may not be at an optima\n"));
    FileDraws file = FileDraws.read(out);
    assertEquals(4, file.rows().size());
    assertEquals(2, file.column("sigma")[0]);
    double[] lp = file.column("lp__");
    assertTrue(lp[0] < lp[1] && lp[1] < lp[2] && lp[2] < lp[3]);
  }

  @Test
  void theDiagnosticFileIsAHead() {
    String file = directory.resolve("diagnostics.csv").toString();
    assertEquals(0, CommandLine.run("optimize" + tail + " diagnostic_file=" + file).code());
    String text = CommandLine.masked(file);
    assertTrue(text.startsWith("# stan_version_major = 2\n"), text);
    assertTrue(text.endsWith("\n# num_threads = 1 (Default)\n"), text);
  }

  @Test
  void newtonTellsEachStep() {
    CommandLine result = CommandLine.run("optimize algorithm=newton iter=2" + tail);
    assertEquals(0, result.code());
    assertEquals(
        """

        Initial log joint probability = -4.55725
        Iteration  1. Log joint probability =   -2.98438. Improved by 1.57287.
        Iteration  2. Log joint probability =   -2.37974. Improved by 0.604642.
        """,
        result.afterEcho());
  }

  @Test
  void failsWhereItCannotStart() {
    String bad = CommandLine.file(directory, "bad.json", "{\"mu\":0.5,\"sigma\":-2}");
    CommandLine result = CommandLine.run("optimize" + tail.replaceAll("init=\\S+", "init=" + bad));
    assertEquals(1, result.code());
    assertTrue(result.out().contains("Rejecting initial value:\n"));
    assertTrue(result.err().endsWith("Initialization failed.\n"));
  }
}
