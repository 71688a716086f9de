package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.io.FileDraws;

/** Console and files of {@code laplace}. */
final class LaplaceTest {
  private static final String ERROR = "Error: ";

  @TempDir private Path directory;
  private String out = "";
  private String mode = "";
  private String tail = "";

  @BeforeEach
  void writeInputs() {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    out = directory.resolve("o.csv").toString();
    mode = directory.resolve("mode.csv").toString();
    String common = " random seed=1 data file=" + data + " output file=";
    assertEquals(
        0, CommandLine.run("optimize jacobian=1 save_iterations=1" + common + mode).code());
    tail = common + out;
  }

  @Test
  void consoleAndFiles() {
    String json = CommandLine.file(directory, "mode.json", "{\"mu\":1.08,\"sigma\":0.95}");
    String diagnostics = directory.resolve("diagnostics.json").toString();
    CommandLine result =
        CommandLine.run(
            "laplace mode="
                + json
                + " draws=4"
                + tail
                + " refresh=2 diagnostic_file="
                + diagnostics);
    Transcript.check("laplace", "laplace mode=mode.json draws=4 ...", result, out, diagnostics);
  }

  /** The mode and the covariance of the normal model, by hand, on the unconstrained scale. */
  @Test
  void drawsFollowTheCurvatureAtTheMode() {
    assertEquals(0, CommandLine.run("laplace draws=20000 mode=" + mode + tail).code());
    FileDraws file = FileDraws.read(out);
    double[] optimum = FileDraws.read(mode).column("mu");
    double mu = optimum[optimum.length - 1];
    double[] sigmas = FileDraws.read(mode).column("sigma");
    double s = sigmas[sigmas.length - 1];
    double squares = Math.pow(1.5 - mu, 2) + Math.pow(2 - mu, 2) + Math.pow(-0.25 - mu, 2);
    double a = 3 / (s * s) + 0.01;
    double b = 2 * (3.25 - 3 * mu) / (s * s);
    double c = 2 * squares / (s * s) + s;
    double determinant = a * c - b * b;
    double[] draws = file.column("mu");
    double sum = 0;
    double sumOfSquares = 0;
    for (double d : draws) {
      sum += d - mu;
      sumOfSquares += (d - mu) * (d - mu);
    }
    double variance = c / determinant;
    // four standard errors
    assertEquals(0, sum / draws.length, 4 * Math.sqrt(variance / draws.length));
    assertEquals(1, sumOfSquares / draws.length / variance, 4 * Math.sqrt(2.0 / draws.length));
  }

  @Test
  void leavesOutTheLogDensity() {
    assertEquals(0, CommandLine.run("laplace draws=3 calculate_lp=0 mode=" + mode + tail).code());
    assertEquals(
        List.of(Double.NaN, Double.NaN, Double.NaN),
        Arrays.stream(FileDraws.read(out).column("log_p__")).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "laplace |"
            + " Missing mode argument, cannot get laplace sample without parameter"
            + " estimates theta-hat",
        "laplace mode=none.csv | Cannot open specified file, \"none.csv\"",
        "laplace mode=none.json | Cannot open specified file, \"none.json\"",
        "laplace mode=mode.txt | Mode file must be CSV or JSON, found mode.txt",
        "laplace draws=0 mode=mode.txt | Number of draws must be > 0; found draws = 0",
      })
  void refusesBadArguments(String words, String error) {
    CommandLine result = CommandLine.run(words + tail);
    assertEquals(1, result.code());
    assertEquals(List.of(ERROR + error), result.errors());
  }

  @Test
  void refusesWhatIsNoMode() throws IOException {
    String drawn = directory.resolve("drawn.csv").toString();
    Files.writeString(
        Path.of(drawn), Files.readString(Path.of(mode)).replace("optimize", "sample"));
    assertEquals(
        List.of(ERROR + "CSV file is not output from Stan optimization"),
        CommandLine.run("laplace mode=" + drawn + tail).errors());
    String bad = CommandLine.file(directory, "bad.json", "{\"mu\":1,\"sigma\":-0.5}");
    assertEquals(
        "Bad or missing parameter values, cannot unconstrain.",
        CommandLine.run("laplace mode=" + bad + tail).errors().get(1));
    String far = CommandLine.file(directory, "far.json", "{\"mu\":100,\"sigma\":0.01}");
    assertEquals(
        List.of(
            ERROR
                + "The Hessian is not negative definite at the mode given: it is no maximum of the"
                + " log density"),
        CommandLine.run("laplace mode=" + far + tail).errors());
  }
}
