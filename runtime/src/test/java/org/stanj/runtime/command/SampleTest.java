package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.runtime.io.FileDraws;

/** Console and files of sample runs: their form byte for byte, not their draws. */
final class SampleTest {
  private static final String CONFIGURATION =
      """
      method = sample (Default)
        sample
          num_samples = 20
          num_warmup = 30
          save_warmup = false (Default)
          thin = 1 (Default)
          adapt
            engaged = true (Default)
            gamma = 0.05 (Default)
            delta = 0.8 (Default)
            kappa = 0.75 (Default)
            t0 = 10 (Default)
            init_buffer = 75 (Default)
            term_buffer = 50 (Default)
            window = 25 (Default)
            save_metric = false (Default)
          algorithm = hmc (Default)
            hmc
              engine = nuts (Default)
                nuts
                  max_depth = 10 (Default)
              metric = diag_e (Default)
              metric_file =  (Default)
              stepsize = 1 (Default)
              stepsize_jitter = 0 (Default)
          num_chains = 1 (Default)
      id = 1 (Default)
      data
        file = d.json
      init = 2 (Default)
      random
        seed = 123
      output
        file = o.csv
        diagnostic_file =  (Default)
        refresh = 10
        sig_figs = 8 (Default)
        profile_file = profile.csv (Default)
        save_cmdstan_config = false (Default)
      num_threads = 1 (Default)
      """;

  @TempDir private Path directory;
  private String data = "";

  @BeforeEach
  void writeData() {
    data = CommandLine.file(directory, "d.json", "{\"N\":6,\"y\":[1.5,2,-0.25,0.4,1.1,0.9]}");
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private CommandLine sample(String words) {
    CommandLine result =
        CommandLine.run(
            "sample "
                + words
                    .replace("DATA", "data file=" + data)
                    .replace("OUT", "output file=" + file("o.csv")));
    assertEquals("", result.err());
    assertEquals(0, result.code());
    return result;
  }

  @Test
  void writesConsoleAndCsvAsCmdStan() {
    CommandLine result = sample("num_samples=20 num_warmup=30 DATA random seed=123 OUT refresh=10");
    String console =
        CommandLine.mask(result.out())
            .replaceAll("took T seconds", "took T")
            .replaceAll("would take T seconds", "would take T");
    assertEquals(
        CONFIGURATION
            + """


            Gradient evaluation took T
            1000 transitions using 10 leapfrog steps per transition would take T.
            Adjust your expectations accordingly!


            WARNING: There aren't enough warmup iterations to fit the
                     three stages of adaptation as currently configured.
                     Reducing each adaptation stage to 15%/75%/10% of
                     the given number of warmup iterations:
                       init_buffer = 4
                       adapt_window = 23
                       term_buffer = 3

            Iteration:  1 / 50 [  2%]  (Warmup)
            Iteration: 10 / 50 [ 20%]  (Warmup)
            Iteration: 20 / 50 [ 40%]  (Warmup)
            Iteration: 30 / 50 [ 60%]  (Warmup)
            Iteration: 31 / 50 [ 62%]  (Sampling)
            Iteration: 40 / 50 [ 80%]  (Sampling)
            Iteration: 50 / 50 [100%]  (Sampling)

             Elapsed Time: T seconds (Warm-up)
                           T seconds (Sampling)
                           T seconds (Total)

            """,
        console);
    StringBuilder head = new StringBuilder();
    head.append("# stan_version_major = 2\n# stan_version_minor = 37\n");
    head.append("# stan_version_patch = 0\n# model = normal_model\n# start_datetime = DATE\n");
    CONFIGURATION.lines().forEach(line -> head.append("# ").append(line).append('\n'));
    head.append("# stanc_version = stanc3 v2.37.0\n# stancflags = --filename-in-msg=normal.stan\n");
    head.append("lp__,accept_stat__,stepsize__,treedepth__,n_leapfrog__,divergent__,energy__,");
    head.append("mu,sigma,m.1.1,m.2.1,m.1.2,m.2.2,m.1.3,m.2.3\n");
    head.append("# Adaptation terminated\n# Step size = X\n");
    head.append("# Diagonal elements of inverse mass matrix:\n# X, X\n");
    head.append("X,X,X,X,X,X,X,X,X,11,21,12,22,13,23\n".repeat(20));
    head.append("# \n#  Elapsed Time: T seconds (Warm-up)\n");
    head.append("#                T seconds (Sampling)\n#                T seconds (Total)\n# \n");
    assertEquals(head.toString(), withoutDraws(CommandLine.masked(file("o.csv"))));
  }

  private static String withoutDraws(String csv) {
    String number = "-?[0-9.]+(e[-+][0-9]+)?";
    return csv.replaceAll("(?m)^(" + number + ",){9}", "X,X,X,X,X,X,X,X,X,")
        .replaceAll("Step size = " + number, "Step size = X")
        .replaceAll("# " + number + ", " + number, "# X, X");
  }

  @Test
  void savesAndThinsBothPhases() {
    sample("num_samples=10 num_warmup=21 save_warmup=1 thin=4 DATA OUT refresh=0");
    FileDraws draws = FileDraws.read(file("o.csv"));
    assertEquals(6, draws.warmupRows());
    assertEquals(3, draws.draws().size());
    assertTrue(draws.saveWarmup());
    assertEquals(4, draws.thin());
  }

  @Test
  void writesFixedParameters() {
    CommandLine result = sample("algorithm=fixed_param num_samples=2 DATA init=0 OUT");
    assertTrue(
        result
            .afterEcho()
            .startsWith("Iteration: 1 / 2 [ 50%]  (Sampling)\nIteration: 2 / 2 [100%]"),
        result.afterEcho());
    String csv = CommandLine.masked(file("o.csv"));
    assertEquals(
        """
        lp__,accept_stat__,mu,sigma,m.1.1,m.2.1,m.1.2,m.2.2,m.1.3,m.2.3
        0,0,0,1,11,21,12,22,13,23
        0,0,0,1,11,21,12,22,13,23
        #\s
        #  Elapsed Time: T seconds (Warm-up)
        #                T seconds (Sampling)
        #                T seconds (Total)
        #\s
        """,
        csv.substring(csv.indexOf("lp__")));
  }

  @Test
  void writesTheUnitMetric() {
    sample("num_samples=1 num_warmup=20 adapt save_metric=1 algorithm=hmc metric=unit_e DATA OUT");
    assertEquals(
        "No free parameters for unit metric", FileDraws.read(file("o.csv")).adaptation().get(2));
    assertEquals(
        "{\n  \"stepsize\" : X,\n  \"metric_type\" : \"unit_e\",\n  \"inv_metric\" : [ 1, 1 ]\n}\n",
        CommandLine.masked(file("o_metric.json"))
            .replaceAll("\"stepsize\" : [0-9.]+", "\"stepsize\" : X"));
  }

  @Test
  void readsTheMetricThatItSaved() {
    sample("num_warmup=200 adapt save_metric=1 DATA random seed=4 OUT");
    List<String> saved = FileDraws.read(file("o.csv")).adaptation();
    sample(
        "num_warmup=1 adapt engaged=0 algorithm=hmc metric_file="
            + file("o_metric.json")
            + " DATA OUT");
    assertEquals(saved.get(3), FileDraws.read(file("o.csv")).adaptation().get(3));
  }

  @Test
  void runsEachChainAsIfItWereAlone() {
    String tail = " DATA random seed=9 output file=";
    CommandLine three =
        sample("num_chains=3 num_warmup=50 num_samples=30 id=4" + tail + file("c.csv"));
    assertTrue(three.out().contains("\nChain [6] Iteration: 80 / 80 [100%]  (Sampling)\n"));
    sample("num_warmup=50 num_samples=30 id=5" + tail + file("one.csv"));
    List<double[]> alone = FileDraws.read(file("one.csv")).draws();
    List<double[]> second = FileDraws.read(file("c_5.csv")).draws();
    for (int i = 0; i < 30; i++) {
      assertArrayEquals(alone.get(i), second.get(i));
    }
    assertTrue(Files.exists(Path.of(file("c_6.csv"))));
  }

  @Test
  void readsInitsForEachChain() {
    CommandLine.file(directory, "i_1.json", "{\"mu\":0.5,\"sigma\":2}");
    CommandLine.file(directory, "i_2.json", "{\"mu\":-7,\"sigma\":3}");
    sample("algorithm=fixed_param num_samples=1 num_chains=2 DATA init=" + file("i.json") + " OUT");
    assertEquals(0.5, FileDraws.read(file("o_1.csv")).column("mu")[0]);
    assertEquals(-7, FileDraws.read(file("o_2.csv")).column("mu")[0]);
  }

  @Test
  void leavesNoFileThatLooksCompleteWhenItCannotStart() {
    String init = CommandLine.file(directory, "i.json", "{\"mu\":0,\"sigma\":-1}");
    CommandLine result =
        CommandLine.run(
            "sample data file=" + data + " init=" + init + " output file=" + file("o.csv"));
    assertEquals(1, result.code());
    assertTrue(result.out().contains("Rejecting initial value:\n"), result.out());
    assertTrue(result.err().contains("Initialization failed."), result.err());
    String csv = CommandLine.masked(file("o.csv"));
    assertFalse(csv.contains("lp__"), csv);
    assertFalse(csv.contains("Elapsed"), csv);
  }

  @Test
  void savesItsConfiguration() {
    sample("num_samples=1 num_warmup=20 DATA random seed=3 OUT save_cmdstan_config=1");
    String json = CommandLine.masked(file("o_config.json"));
    assertTrue(json.contains("  \"method\" : {\n    \"value\" : \"sample\",\n"), json);
    assertTrue(json.contains("\"metric\" : {\n            \"value\" : \"diag_e\"\n"), json);
    assertTrue(json.contains("  \"random\" : {\n    \"seed\" : 3\n  },\n"), json);
    assertTrue(json.endsWith("\"stancflags\" : \"--filename-in-msg=normal.stan\"\n}\n"), json);
  }

  @Test
  void staticTrajectoriesAndTheirDiagnostics() {
    String diagnostics = file("d.csv");
    CommandLine result =
        sample(
            "num_samples=2 num_warmup=0 adapt engaged=0 algorithm=hmc engine=static int_time=0.5"
                + " stepsize=0.25 DATA random seed=3 init=0 OUT diagnostic_file="
                + diagnostics);
    Transcript.check("static", "sample num_samples=2 ...", result, file("o.csv"), diagnostics);
  }

  @Test
  void denseMetricIsWrittenAndReadAgain() {
    String dense = " algorithm=hmc metric=dense_e";
    sample("num_warmup=200 num_samples=1 adapt save_metric=1" + dense + " DATA OUT");
    List<String> saved = FileDraws.read(file("o.csv")).adaptation();
    assertEquals("Elements of inverse mass matrix:", saved.get(2));
    assertEquals(5, saved.size());
    String json = CommandLine.masked(file("o_metric.json"));
    assertTrue(json.contains("\"metric_type\" : \"dense_e\",\n  \"inv_metric\" : [ [ "), json);
    sample(
        "num_warmup=1 num_samples=1 adapt engaged=0"
            + dense
            + " metric_file="
            + file("o_metric.json")
            + " DATA OUT");
    List<String> read = FileDraws.read(file("o.csv")).adaptation();
    assertEquals(saved.subList(2, 5), read.subList(2, 5));
  }

  @Test
  void metricOfLowRankIsWrittenAndReadAgain() throws IOException {
    String words = " algorithm=hmc metric=low_rank";
    sample("num_warmup=200 num_samples=1 adapt save_metric=1" + words + " DATA OUT");
    List<String> saved = FileDraws.read(file("o.csv")).adaptation();
    assertEquals("Diagonal elements of inverse mass matrix:", saved.get(2));
    assertEquals(4, saved.size());
    String head = Files.readString(Path.of(file("o.csv")));
    assertTrue(head.contains(" metric = low_rank\n"), head);
    assertTrue(head.contains("\n# saved_metric = diag_e\n"), head);
    String json = CommandLine.masked(file("o_metric.json"));
    assertTrue(json.contains("\"metric_type\" : \"low_rank\",\n  \"inv_metric\" : [ "), json);
    String read = " metric_file=" + file("o_metric.json") + " DATA OUT";
    sample("num_warmup=1 num_samples=1 adapt engaged=0" + words + read);
    assertEquals(saved.subList(2, 4), FileDraws.read(file("o.csv")).adaptation().subList(2, 4));
    CommandLine.file(
        directory,
        "o_metric.json",
        "{\"inv_metric\":[4,1],\"eigenvalues\":[3],\"eigenvectors\":[[0.6,0.8]]}");
    sample("num_warmup=1 num_samples=1 adapt engaged=0" + words + read);
    assertEquals("6.88, 2.28", FileDraws.read(file("o.csv")).adaptation().get(3));
  }

  @Test
  void fisherMetricIsThatOfADiagonal() {
    String words = " algorithm=hmc metric=fisher_diag";
    sample("num_warmup=200 num_samples=1 adapt save_metric=1" + words + " DATA OUT");
    List<String> saved = FileDraws.read(file("o.csv")).adaptation();
    assertEquals("Diagonal elements of inverse mass matrix:", saved.get(2));
    String json = CommandLine.masked(file("o_metric.json"));
    assertTrue(json.contains("\"metric_type\" : \"diag_e\",\n  \"inv_metric\" : [ "), json);
    String read = " metric_file=" + file("o_metric.json") + " DATA OUT";
    for (String metric : List.of("fisher_diag", "low_rank", "diag_e")) {
      sample("num_warmup=1 num_samples=1 adapt engaged=0 algorithm=hmc metric=" + metric + read);
      assertEquals(saved.subList(2, 4), FileDraws.read(file("o.csv")).adaptation().subList(2, 4));
    }
  }

  /** All chains have the rows that their heads announce; the status file has come to its end. */
  @Test
  void filesOfAnEarlyStopAreWhole() throws IOException {
    String words =
        "num_chains=3 num_warmup=100 num_samples=100000 thin=3 stop_ess=200 stop_rhat=1.1 DATA"
            + " random seed=3 output refresh=0 status="
            + file("status")
            + " file=";
    CommandLine result = sample(words + file("o.csv"));
    assertTrue(
        result.out().contains(" iterations of sampling: ESS is at least 200 and R-hat is at most"),
        result.out());
    int rows = FileDraws.read(file("o_1.csv")).rows().size();
    assertTrue(rows == 100 || rows == 200 || rows == 400, "rows " + rows);
    for (int chain = 1; chain <= 3; chain++) {
      FileDraws draws = FileDraws.read(file("o_" + chain + ".csv"));
      assertEquals(rows, draws.rows().size());
      String text = Files.readString(Path.of(file("o_" + chain + ".csv")));
      assertTrue(text.contains("\n#     num_samples = " + 3 * rows + " "), text);
      assertTrue(text.contains("\n#     stop_ess = 200\n"), text);
    }
    List<String> lines = Files.readString(Path.of(file("status"))).lines().toList();
    String last = lines.get(lines.size() - 1);
    int iterations = 100 + 3 * rows;
    assertTrue(last.contains("\"iteration\":" + iterations + ",\"total\":" + iterations), last);
  }

  @Test
  void aLimitThatIsNotReachedChangesNothing() {
    sample("num_samples=150 num_warmup=30 DATA random seed=5 OUT");
    String usual = CommandLine.masked(file("o.csv"));
    sample("num_samples=150 num_warmup=30 stop_ess=1e9 DATA random seed=5 OUT");
    String limited = CommandLine.masked(file("o.csv"));
    assertEquals(usual, limited.replace("#     stop_ess = 1e+09\n", ""));
  }

  @Test
  void readsAMetricForEachChain() {
    CommandLine.file(directory, "m_1.json", "{\"inv_metric\":[1,2]}");
    CommandLine.file(directory, "m_2.json", "{\"inv_metric\":[3,4]}");
    String words = "num_chains=2 num_samples=1 num_warmup=1 adapt engaged=0 algorithm=hmc";
    for (String files : List.of("m.json", "m_1.json," + file("m_2.json"))) {
      sample(words + " metric_file=" + file(files) + " DATA OUT");
      assertEquals("3, 4", FileDraws.read(file("o_2.csv")).adaptation().get(3));
    }
  }

  @Test
  void namesTheMetricsOfSeveralChains() {
    sample(
        "num_chains=2 num_samples=1 num_warmup=20 adapt save_metric=1 id=3 DATA OUT"
            + " diagnostic_file="
            + file("d.csv"));
    for (String name : List.of("o_metric_3.json", "o_metric_4.json", "d_3.csv", "d_4.csv")) {
      assertTrue(Files.exists(Path.of(file(name))), name);
    }
  }

  @Test
  void diagnosticsOfFixedParametersAreEmpty() {
    sample("algorithm=fixed_param num_samples=1 DATA init=0 OUT diagnostic_file=" + file("d.csv"));
    String csv = CommandLine.masked(file("d.csv"));
    assertTrue(csv.contains("\nlp__,accept_stat__\n0,0\n# \n#  Elapsed"), csv);
  }

  @Test
  void readsInitsFromAList() {
    CommandLine.file(directory, "a.json", "{\"mu\":0.5,\"sigma\":2}");
    CommandLine.file(directory, "b.R", "mu <- -7\nsigma <- 3\n");
    CommandLine result =
        CommandLine.run(
            "sample algorithm=fixed_param num_samples=1 num_chains=2 data file="
                + data
                + " init="
                + file("a.json")
                + ","
                + file("b.R")
                + " output file="
                + file("x.csv,")
                + file("y.csv")
                + " save_cmdstan_config=1");
    assertTrue(Files.exists(Path.of(file("x_config.json"))));
    assertEquals(0, result.code(), result.err());
    assertTrue(result.err().contains("'RDump'"), result.err());
    assertEquals(0.5, FileDraws.read(file("x.csv")).column("mu")[0]);
    assertEquals(-7, FileDraws.read(file("y.csv")).column("mu")[0]);
  }

  @Test
  void consoleAndFilesOfTwoChains() {
    CommandLine result =
        sample(
            "num_samples=2 num_warmup=20 save_warmup=1 thin=10 num_chains=2 adapt save_metric=1"
                + " DATA random seed=3 num_threads=1 OUT refresh=10 save_cmdstan_config=1");
    Transcript.check(
        "sample",
        "sample num_samples=2 num_warmup=20 save_warmup=1 thin=10 num_chains=2 ...",
        new CommandLine(result.code(), result.afterEcho(), ""),
        file("o_1.csv"),
        file("o_metric_2.json"),
        file("o_config.json"));
  }
}
