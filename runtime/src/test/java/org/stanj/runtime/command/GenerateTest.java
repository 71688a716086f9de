package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.io.FileDraws;

/** Console and files of {@code generate_quantities}. */
final class GenerateTest {
  @TempDir private Path directory;
  private String data = "";

  @BeforeEach
  void writeData() {
    data = " data file=" + CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private CommandLine run(String words) {
    return CommandLine.run(new NoisyModel(), Map.of(), words + data);
  }

  private void fit(String method, String name) {
    CommandLine result = run(method + " random seed=6 output file=" + file(name) + " refresh=0");
    assertEquals(0, result.code(), result.err());
  }

  private CommandLine generate(String fitted, String more) {
    return run(
        "generate_quantities fitted_params="
            + file(fitted)
            + more
            + " output file="
            + file("g.csv"));
  }

  @Test
  void consoleAndFile() {
    String fitted = CommandLine.file(directory, "f.csv", "lp__,mu,sigma\n-1,0.5,2\n-2,-3,1\n");
    assertEquals(file("f.csv"), fitted);
    CommandLine result = generate("f.csv", " random seed=6");
    Transcript.check(
        "generate_quantities",
        "generate_quantities fitted_params=f.csv random seed=6 ...",
        result,
        file("g.csv"));
  }

  /** A shortened warmup and an early stop are in the head, from which iterations follow. */
  @Test
  void repeatsAFitThatEndedEarly() {
    for (String saved : List.of("0", "1")) {
      fit(
          "sample num_chains=2 stop_ess=50 stop_variables=mu num_samples=1000 thin=2 save_warmup="
              + saved
              + " adapt cross_chain=1",
          "s.csv");
      FileDraws fit = FileDraws.read(file("s_2.csv"));
      assertTrue(fit.rows().size() < 500 + 500, "rows " + fit.rows().size());
      assertEquals(0, generate("s_2.csv", " random seed=6 id=2").code());
      FileDraws generated = FileDraws.read(file("g.csv"));
      assertEquals(fit.rows().size(), generated.rows().size());
      for (int r = 0; r < fit.rows().size(); r++) {
        // eight digits of values below 10 were read
        assertEquals(fit.rows().get(r)[9], generated.rows().get(r)[0], 1e-6);
      }
    }
  }

  /** The rule for random numbers: those of the draw's iteration. */
  @Test
  void repeatsTheFitOfTheSameSeed() {
    fit("sample num_samples=9 num_warmup=30 thin=2 save_warmup=1 id=4", "s.csv");
    assertEquals(0, generate("s.csv", " random seed=6 id=4").code());
    List<double[]> fitted = FileDraws.read(file("s.csv")).rows();
    FileDraws generated = FileDraws.read(file("g.csv"));
    assertEquals("m.1.1", generated.columns().get(0));
    assertEquals(20, generated.rows().size());
    for (int r = 0; r < 20; r++) {
      // eight digits of values below 10 were read
      assertEquals(fitted.get(r)[9], generated.rows().get(r)[0], 1e-6);
    }
    generate("s.csv", " random seed=7 id=4");
    assertNotEquals(fitted.get(0)[9], FileDraws.read(file("g.csv")).rows().get(0)[0], 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "optimize, 1",
    "variational output_samples=5, 6",
    "pathfinder num_paths=1 num_draws=7 num_psis_draws=7, 7",
    "sample algorithm=fixed_param num_samples=3, 3"
  })
  void readsWhatAnyMethodWrote(String method, int rows) {
    fit(method, "f.csv");
    assertEquals(0, generate("f.csv", "").code());
    assertEquals(rows, FileDraws.read(file("g.csv")).rows().size());
  }

  @Test
  void generatesForSeveralChains() {
    fit("sample num_samples=5 num_warmup=30 num_chains=2 id=3", "s.csv");
    String rest = " num_chains=2 random seed=6 id=3";
    assertEquals(0, generate("s.csv", rest).code());
    double[] second = FileDraws.read(file("g_4.csv")).rows().get(4);
    assertEquals(FileDraws.read(file("s_4.csv")).rows().get(4)[9], second[0], 1e-6);
    assertEquals(0, generate("s_3.csv," + file("s_4.csv"), rest).code());
    assertArrayEquals(second, FileDraws.read(file("g_4.csv")).rows().get(4));
  }

  @Test
  void failedRowsAreNan() {
    CommandLine.file(directory, "f.csv", "lp__,mu,sigma\n-1,2000000,2\n-2,-3,1\n");
    CommandLine result = generate("f.csv", "");
    assertEquals(0, result.code());
    assertTrue(result.out().contains("Exception: too far (in 'normal.stan')\n"), result.out());
    List<double[]> rows = FileDraws.read(file("g.csv")).rows();
    assertTrue(Double.isNaN(rows.get(0)[0]));
    assertEquals(21, rows.get(1)[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Missing fitted_params argument, cannot run generate_quantities without fitted"
            + " sample.",
        "fitted_params=none.csv | Cannot open specified file, \"none.csv\"",
        "fitted_params=a num_chains=2 | Cannot open specified file, \"a_1.csv\"",
        "fitted_params=a.json | Fitted params file must be a CSV file.",
        "fitted_params=a.csv,b.csv num_chains=3 | Number of filenames does not match number of"
            + " chains: got comma-separated list 'a.csv,b.csv' of length 2 but expected 3 names",
      })
  void refusesBadArguments(String words, String error) {
    CommandLine result =
        run(("generate_quantities " + words).trim() + " output file=" + file("g.csv"));
    assertEquals(1, result.code());
    assertEquals("Error: " + error, result.errors().get(0));
  }

  @Test
  void refusesFilesThatDoNotFit() {
    CommandLine.file(directory, "other.csv", "lp__,mu,tau\n-1,0.5,2\n");
    assertEquals(
        List.of(
            "Error: Mismatch between model and fitted_parameters csv file \""
                + file("other.csv")
                + "\""),
        generate("other.csv", "").errors());
    CommandLine.file(directory, "g.csv", "lp__,mu,sigma\n-1,0.5,2\n");
    assertEquals(
        List.of(
            "Error: Filename conflict, fitted_params file "
                + file("g.csv")
                + " and output file names are identical, must be different."),
        generate("g.csv", "").errors());
  }
}
