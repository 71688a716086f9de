package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.DataContext;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.model.ModelInfo;
import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.TooLargeException;

/** What can go wrong behind the parser, and log_prob. */
final class RunTest {
  private static final String STAGE = "; processing stage=data initialization; variable name=";
  private static final String N_PLACE = " (in 'normal.stan', line 1, column 7 to column 22)";
  private static final String Y_PLACE = " (in 'normal.stan', line 1, column 23 to column 35)";

  @TempDir private Path directory;
  private String data = "";

  @BeforeEach
  void writeData() {
    data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25],\"other\":[]}");
  }

  private String out() {
    return directory.resolve("o.csv").toString();
  }

  private void assertFails(String words, String... errors) {
    String output = words.contains("output file=") ? "" : " output file=" + out();
    CommandLine result = CommandLine.run(words + output);
    assertEquals(List.of(errors), result.errors());
    assertEquals(1, result.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"y\":[1]} | Exception: variable does not exist" + STAGE + "N; base type=int" + N_PLACE,
        "{\"N\":2} | Exception: mismatch in number dimensions declared and found in context"
            + STAGE
            + "y; dims declared=(2); dims found=()"
            + Y_PLACE,
        "{\"N\":1,\"y\":3} | Exception: mismatch in number dimensions declared and found in context"
            + STAGE
            + "y; dims declared=(1); dims found=()"
            + Y_PLACE,
        "{\"N\":3,\"y\":[1,2]} | Exception: mismatch in dimension declared and found in context"
            + STAGE
            + "y; position=0; dims declared=(3); dims found=(2)"
            + Y_PLACE,
        "{\"N\":2.0,\"y\":[1,2]} | Exception: int variable contained non-int values"
            + STAGE
            + "N; base type=int"
            + N_PLACE,
        "{\"N\":-3,\"y\":[]} | Exception: normal_model_namespace::normal_model: N is -3, but must"
            + " be greater than or equal to 0.000000"
            + N_PLACE,
        "{\"N\":1,\"y\":[null]} | Error: Variable: y, error: null values not allowed.",
        "{\"N\":1,\"y\":[1],\"z\":\"s\"} | Error: Variable: z, error: string values not allowed.",
        "{\"N\":1,\"y\":[[1],[2,3]]} | Error: Variable: y, error: non-rectangular array.",
        "[] | Error: Expecting JSON object, found array.",
      })
  void refusesBadData(String text, String error) {
    String file = CommandLine.file(directory, "bad.json", text);
    for (String method : List.of("sample", "log_prob", "benchmark")) {
      assertFails(method + " data file=" + file + " output file=" + out(), error);
    }
    assertFalse(Files.exists(Path.of(out())));
  }

  @Test
  void refusesSyntaxErrorsInData() {
    String file = CommandLine.file(directory, "bad.json", "{\"N\": 1,\n \"y\": oops}");
    assertFails(
        "sample data file=" + file,
        "Error in JSON parsing ",
        "at offset 20: ",
        "Invalid value.",
        "(line 2, column 12)");
  }

  @Test
  void takesSpecialNumbersAndUnknownNames() {
    String file =
        CommandLine.file(
            directory, "d2.json", "{\"N\":3,\"y\":[\"-Infinity\",NaN,1],\"unused\":[1,2]}");
    String point = CommandLine.file(directory, "u.json", "{\"params_r\":[0,0]}");
    CommandLine result =
        CommandLine.run(
            "log_prob unconstrained_params="
                + point
                + " data file="
                + file
                + " output file="
                + out());
    assertEquals(0, result.code());
    assertTrue(CommandLine.masked(out()).endsWith("\nnan,nan,nan\n"));
  }

  @Test
  void warnsOfRDump() {
    String file = CommandLine.file(directory, "d.R", "N <- 1\ny <- c(2)\n");
    CommandLine result = CommandLine.run("log_prob data file=" + file + " output file=" + out());
    assertEquals(
        "Warning: file '" + file + "' is being read as an 'RDump' file.", result.errors().get(0));
    assertEquals(4, result.errors().size());
  }

  @Test
  void refusesWhatCannotBeOpened() {
    assertFails("sample data file=none.json", "Error: Cannot open specified file, \"none.json\"");
    assertFails(
        "sample data file=" + data + " init=none.json",
        "Error: Cannot open specified file, \"none.json\"");
    assertFails(
        "sample num_chains=2 data file=" + data + " init=none.json",
        "Error: Cannot open some of the requested files: [none_1.json, none_2.json]",
        "Also failed to find base file none.json",
        "When cmdstan is given a file 'name' and there are multiple chains or pathfinders, cmdstan"
            + " will look for files 'name_{N..(N + num_processes)' where N is the id (typically,"
            + " 1). If these are not found, then it looks for the exact file name as passed. In"
            + " this case, neither option was found.");
  }

  @Test
  void refusesUnwritableOutputBeforeItSamples() {
    Path none = directory.resolve("none");
    String error =
        "Error: cannot write to output file "
            + none.resolve("o.csv")
            + ": there is no directory "
            + none;
    assertFails("sample data file=" + data + " output file=" + none.resolve("o.csv"), error);
    assertFails("sample output file=dir/", "Error: Ill-formed output filename dir/");
    assertFails(
        "sample num_chains=3 data file=" + data + " output file=a.csv,b.csv",
        "Error: Number of filenames does not match number of chains: got comma-separated list"
            + " 'a.csv,b.csv' of length 2 but expected 3 names");
  }

  @Test
  void refusesArgumentsThatDoNotGoTogether() {
    String tail = " data file=" + data + " output file=" + out();
    assertFails(
        "sample num_warmup=0" + tail,
        "Error: The number of warmup samples (num_warmup) must be greater than zero if adaptation"
            + " is enabled.");
    assertFails(
        "sample adapt engaged=0 save_metric=1" + tail,
        "Error: Saving the adapted metric (save_metric=1) can only be enabled when adaptation is"
            + " engaged (adapt engaged=1)");
    assertFails(
        "sample num_chains=2 algorithm=hmc engine=static" + tail,
        "Error: Argument 'num_chains' is unavailable for the 'static' HMC engine.");
    assertFails("sample init=-1" + tail, "Error: init=-1: the radius must not be negative");
    assertEquals("", CommandLine.masked(out()));
  }

  @Test
  void refusesMetricsThatDoNotFit() {
    String tail = " data file=" + data + " output file=" + out();
    String metric = CommandLine.file(directory, "metric.json", "{\"inv_metric\":[1,2,3]}");
    assertFails(
        "sample algorithm=hmc metric_file=" + metric + tail,
        "Error: Cannot get inverse Euclidean metric from input file.",
        "Caught exception: ",
        "mismatch in dimension declared and found in context; processing stage=read diag inv"
            + " metric; variable name=inv_metric; position=0; dims declared=(2); dims found=(3)",
        "Initialization failure");
    CommandLine.file(
        directory, "metric.json", "{\"metric_type\":\"diag_e\",\"inv_metric\":[1,-2]}");
    assertFails(
        "sample algorithm=hmc metric_file=" + metric + tail,
        "Error: Inverse Euclidean metric not positive definite.",
        "Initialization failure");
    for (String inverse : List.of("[[1,2],[2,1]]", "[[1,0.1],[0.2,1]]")) {
      CommandLine.file(directory, "metric.json", "{\"inv_metric\":" + inverse + "}");
      assertFails(
          "sample algorithm=hmc metric=dense_e metric_file=" + metric + tail,
          "Error: Inverse Euclidean metric not positive definite.",
          "Initialization failure");
    }
    String values = "{\"inv_metric\":[1,2],\"eigenvalues\":[3],\"eigenvectors\":";
    CommandLine.file(directory, "metric.json", values + "[[1,1]]}");
    assertFails(
        "sample algorithm=hmc metric=low_rank metric_file=" + metric + tail,
        "Error: The eigenvectors of the metric are not orthonormal.",
        "Initialization failure");
    CommandLine.file(directory, "metric.json", values + "[[1]]}");
    assertFails(
        "sample algorithm=hmc metric=low_rank metric_file=" + metric + tail,
        "Error: Cannot get inverse Euclidean metric from input file.",
        "Caught exception: ",
        "mismatch in dimension declared and found in context; processing stage=read low rank"
            + " inv metric; variable name=eigenvectors; position=1; dims declared=(1,2); dims"
            + " found=(1,1)",
        "Initialization failure");
    CommandLine.file(directory, "metric.json", "{\"inv_metric\":[1,2]}");
    assertFails(
        "sample algorithm=hmc metric=dense_e metric_file=" + metric + tail,
        "Error: Cannot get inverse metric from input file.",
        "Caught exception: ",
        "mismatch in number dimensions declared and found in context; processing stage=read dense"
            + " inv metric; variable name=inv_metric; dims declared=(2,2); dims found=(2)",
        "Initialization failure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stop_variables=mu | stop_variables means nothing without stop_ess or stop_rhat",
        "stop_ess=9 stop_variables=nu | stop_variables: the output has no variable \"nu\"",
        "adapt cross_chain=1 | adapt cross_chain=1 needs several chains (num_chains)",
        "num_chains=2 adapt cross_chain=1 engaged=0 | adapt cross_chain=1 needs engaged=1",
        "num_chains=2 algorithm=fixed_param adapt cross_chain=1"
            + " | adapt cross_chain=1 needs algorithm=hmc",
        "num_chains=2 algorithm=hmc metric=unit_e adapt cross_chain=1"
            + " | adapt cross_chain=1 needs another metric than unit_e",
      })
  void refusesMeetingsThatCannotBe(String words, String error) {
    assertFails(
        "sample " + words + " data file=" + data + " output file=" + out(), "Error: " + error);
  }

  @Test
  void refusesCheckpointsOfVeryManyJudgedDraws() {
    assertFails(
        "sample stop_ess=9 num_samples=10000000 data file="
            + data
            + " output file="
            + out()
            + " checkpoint="
            + directory.resolve("c"),
        "Error: stop_ess and stop_rhat with checkpoint keep up to 90000000 numbers in each"
            + " checkpoint, more than 67108864: choose fewer with stop_variables or num_samples");
  }

  @Test
  void checksTheNumberOfThreads() {
    NormalModel threaded =
        new NormalModel(new ModelInfo("m_model", "", Set.of(BuildSetting.THREADS), true));
    Map<String, String> two = Map.of("STAN_NUM_THREADS", "2");
    CommandLine differs = CommandLine.run(threaded, two, "log_prob num_threads=3");
    assertEquals(
        List.of(
            "Error: STAN_NUM_THREADS= 2 but argument num_threads= 3. Please either only set one or"
                + " make sure they are equal."),
        differs.errors());
    String words = "log_prob data file=" + data + " output file=" + out();
    CommandLine taken = CommandLine.run(threaded, two, words);
    assertTrue(taken.out().contains("\nnum_threads = 2\n"), taken.out());
    CommandLine ignored = CommandLine.run(new NormalModel(), two, words);
    assertTrue(ignored.out().contains("\nnum_threads = 1 (Default)\n"), ignored.out());
  }

  private String evaluation() {
    String point = CommandLine.file(directory, "u.json", "{\"params_r\":[0.1,0.2]}");
    return "log_prob unconstrained_params="
        + point
        + " data file="
        + data
        + " output file="
        + out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "two", "1.5", "1e1", " 2", "99999999999999999999"})
  void refusesWhatIsNoNumberOfThreads(String text) {
    NormalModel threaded =
        new NormalModel(new ModelInfo("m_model", "", Set.of(BuildSetting.THREADS), true));
    String words = evaluation();
    CommandLine refused = CommandLine.run(threaded, Map.of("STAN_NUM_THREADS", text), words);
    assertEquals(1, refused.code());
    assertEquals(
        List.of(
            "Error: STAN_NUM_THREADS= "
                + text
                + " but it must be positive or -1 (all processors)."),
        refused.errors());
    CommandLine plain = CommandLine.run(new NormalModel(), Map.of("STAN_NUM_THREADS", text), words);
    assertEquals(0, plain.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "two"})
  void refusesArgumentsThatAreNoNumberOfThreads(String text) {
    NormalModel threaded =
        new NormalModel(new ModelInfo("m_model", "", Set.of(BuildSetting.THREADS), true));
    CommandLine refused =
        CommandLine.run(threaded, Map.of(), "log_prob data file=" + data + " num_threads=" + text);
    assertEquals(1, refused.code());
    assertTrue(refused.err().startsWith(text + " is not a valid value for \"num_threads\""));
    assertTrue(refused.err().contains("num_threads > 0 || num_threads == -1"), refused.err());
  }

  @Test
  void showsAutomaticSlicingWhereItIsGiven() {
    String words = evaluation();
    CommandLine silent = CommandLine.run(words);
    assertFalse(silent.out().contains("auto_parallel"), silent.out());
    CommandLine given = CommandLine.run(words + " auto_parallel=0");
    assertEquals(0, given.code());
    String end = "\nnum_threads = 1 (Default)\nauto_parallel = false\n\n";
    assertTrue(given.out().contains(end), given.out());
    assertTrue(CommandLine.masked(out()).contains("\n# auto_parallel = false\n"));
  }

  @Test
  void onlyTheFirstProcessOfMpiSpeaks() {
    NormalModel model =
        new NormalModel(
            new ModelInfo("m_model", "", EnumSet.of(BuildSetting.THREADS, BuildSetting.MPI), true));
    String words = "log_prob data file=" + data + " output file=" + out();
    for (String variable : List.of("OMPI_COMM_WORLD_RANK", "PMI_RANK", "SLURM_PROCID")) {
      CommandLine second = CommandLine.run(model, Map.of(variable, "1"), words);
      assertEquals(0, second.code());
      assertEquals("", second.out() + second.err());
    }
    CommandLine first = CommandLine.run(model, Map.of("PMI_RANK", "0"), words);
    assertTrue(first.out().contains("(Default)\nmpi_enabled = 1\n\n"), first.out());
    CommandLine plain = CommandLine.run(new NormalModel(), Map.of("PMI_RANK", "1"), words);
    assertTrue(plain.out().startsWith("method = log_prob"), plain.out());
  }

  @Test
  void evaluatesTheDensity() {
    String points = CommandLine.file(directory, "u.json", "{\"params_r\":[[0.1,0.2],[0,1]]}");
    String tail = " data file=" + data + " random seed=1 output file=" + out();
    CommandLine result = CommandLine.run("log_prob unconstrained_params=" + points + tail);
    assertEquals("", result.err());
    assertEquals(0, result.code());
    assertEquals(
        """
        # stan_version_major = 2
        # stan_version_minor = 37
        # stan_version_patch = 0
        # model = normal_model
        # start_datetime = DATE
        # method = log_prob
        #   log_prob
        #     unconstrained_params = u.json
        #     constrained_params =  (Default)
        #     jacobian = true (Default)
        # id = 1 (Default)
        # data
        #   file = d.json
        # init = 2 (Default)
        # random
        #   seed = 1
        # output
        #   file = o.csv
        #   diagnostic_file =  (Default)
        #   refresh = 100 (Default)
        #   sig_figs = 8 (Default)
        #   profile_file = profile.csv (Default)
        #   save_cmdstan_config = false (Default)
        # num_threads = 1 (Default)
        # stanc_version = stanc3 v2.37.0
        # stancflags = --filename-in-msg=normal.stan
        lp__,g_mu,g_sigma
        -3.5293512,1.9764441,0.5943941
        -5.1454338,0.43983967,-3.8639779
        """,
        CommandLine.masked(out()));
  }

  @Test
  void evaluatesConstrainedParameters() {
    String tail = " jacobian=0 data file=" + data + " output file=" + out();
    String values = CommandLine.file(directory, "c.json", "{\"mu\":0.3,\"sigma\":2}");
    assertEquals(0, CommandLine.run("log_prob constrained_params=" + values + tail).code());
    String json = lastRow();
    String rows =
        CommandLine.file(directory, "c.csv", "lp__,stepsize__,mu,sigma,m.1.1\n0,0,0.3,2,7\n");
    assertEquals(0, CommandLine.run("log_prob constrained_params=" + rows + tail).code());
    assertEquals("-4.658954,0.5845,-3.841875", json);
    assertEquals(json, lastRow());
  }

  private String lastRow() {
    List<String> lines = CommandLine.masked(out()).lines().toList();
    return lines.get(lines.size() - 1);
  }

  @Test
  void refusesPointsThatDoNotFit() {
    String tail = " data file=" + data + " output file=" + out();
    String point = CommandLine.file(directory, "u.json", "{\"params_r\":[0]}");
    assertFails(
        "log_prob" + tail,
        "Error: No input parameter files provided, cannot calculate log probability density.");
    assertFails(
        "log_prob constrained_params=a.json unconstrained_params=b.json" + tail,
        "Error: Cannot specify both input files of both constrained and unconstrained parameter"
            + " values.");
    assertFails(
        "log_prob unconstrained_params=" + point + tail,
        "Error: Incorrect number of unconstrained parameters provided! Model has 2 parameters but 1"
            + " were found.");
    CommandLine.file(directory, "u.json", "{\"mu\":0}");
    assertFails(
        "log_prob unconstrained_params=" + point + tail,
        "Error: Unconstrained parameters file has no variable 'params_r' with unconstrained"
            + " parameter values!");
    assertFails(
        "log_prob constrained_params=" + point + tail,
        "Exception: variable does not exist; processing stage=parameter initialization; variable"
            + " name=sigma; base type=double",
        "Bad or missing parameter values, cannot unconstrain.");
  }

  /** A model whose data cannot be bound. */
  private record Failing(RuntimeException failure) implements CompiledModel {
    @Override
    public ModelInfo info() {
      return new NormalModel().info();
    }

    @Override
    public Model bind(DataContext data, long seed, PrintSink prints) {
      throw failure;
    }
  }

  private String failure(RuntimeException thrown) {
    String words = "sample data file=" + data + " output file=" + out();
    CommandLine result = CommandLine.run(new Failing(thrown), Map.of(), words);
    assertEquals(1, result.code());
    return result.err().strip();
  }

  @Test
  void sizesAreTheUsersOtherArithmeticIsOurs() {
    String told = "Error: a container has more elements than the 2147483647 that fit into one";
    assertEquals(told, failure(new TooLargeException(TooLargeException.CONTAINER)));
    assertEquals(told, failure(new NegativeArraySizeException("-5")));
    assertEquals(
        "Error: internal error of stanj, please report it: java.lang.ArithmeticException: by zero",
        failure(new ArithmeticException("by zero")));
  }
}
