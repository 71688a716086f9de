package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.arguments.ConfigurationText;
import org.stanj.runtime.arguments.Parser;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.ModelInfo;

/** The texts are those of CmdStan 2.37. */
final class ParserTest {
  private static final String PERHAPS =
      "Perhaps you meant one of the following valid configurations?";
  private static final String NO_METHOD = "A method must be specified!";
  private static final String LAST = "Failed to parse command arguments, cannot run model.";

  private static void assertRefused(String words, List<String> errors) {
    CommandLine result = CommandLine.run(words);
    List<String> expected = new ArrayList<>(errors);
    expected.add(LAST);
    assertEquals(expected, result.errors());
    assertEquals("", result.out());
    assertEquals(1, result.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo",
        "foo=1 bar=2",
        "sample foo",
        "sample adapt foo=1",
        "sample num_samples=5 num_samples=7 foo=3",
        "sample foo help",
      })
  void refusesUnknownNames(String words) {
    String foo = words.contains("foo=1") ? "foo=1" : words.contains("foo=3") ? "foo=3" : "foo";
    List<String> expected = new ArrayList<>(List.of(foo + " is either mistyped or misplaced."));
    if (!words.startsWith("sample")) {
      expected.add(NO_METHOD);
    }
    assertRefused(words, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample metric=dense_e | metric=dense_e"
            + " | method=sample algorithm=hmc metric=<list_element>",
        "sample delta=0.9 num_samples=2 | delta=0.9 | method=sample adapt delta=<double>",
        "sample num_samples=5 id=2 num_warmup=5 | num_warmup=5 | method=sample num_warmup=<int>",
        "optimize algorithm=lbfgs iter=10 history_size=3 | history_size=3"
            + " | method=optimize algorithm=lbfgs history_size=<int>"
            + ";method=pathfinder history_size=<int>",
        "sample data file=d.json data file=d.json | data | data",
        "sample optimize | optimize | method=optimize",
        "sample method=sample | method=sample | method=<list_element>",
        "sample id=2 id=3 | id=3 | id=<int>",
        "sample file=d.json | file=d.json | data file=<string>;output file=<string>",
        "sample stepsize=0.1 | stepsize=0.1 | method=sample algorithm=hmc stepsize=<double>",
        "sample seed=1 | seed=1 | random seed=<x>",
        "sample hmc=3 | hmc=3 | method=sample algorithm=hmc",
        "sample newton | newton | method=optimize algorithm=newton",
        "sample nuts | nuts | method=sample algorithm=hmc engine=nuts",
        "optimize window=1 | window=1 | method=sample adapt window=<unsigned int>",
      })
  void tellsWhereAMisplacedNameBelongs(String words, String word, String places) {
    List<String> expected = new ArrayList<>();
    expected.add(word + " is either mistyped or misplaced.");
    expected.add(PERHAPS);
    Arrays.stream(places.split(";")).forEach(place -> expected.add("  " + place));
    assertRefused(words, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample num_samples=-1 | -1 | num_samples | 0 < num_samples",
        "sample num_samples=x | x | num_samples | 0 < num_samples",
        "sample num_samples=1e2 | 1e2 | num_samples | 0 < num_samples",
        "sample num_samples=99999999999 | 99999999999 | num_samples | 0 < num_samples",
        "sample thin=0 | 0 | thin | 0 < thin",
        "sample save_warmup=TRUE | TRUE | save_warmup | [0, 1, false, true]",
        "sample adapt delta=1.5 | 1.5 | delta | 0.100000 <= delta <= 1.000000",
        "sample adapt delta=1 | 1 | delta | 0.100000 <= delta <= 1.000000",
        "sample adapt delta=nan | nan | delta | 0.100000 <= delta <= 1.000000",
        "sample adapt gamma=0 | 0 | gamma | 0 < gamma",
        "sample adapt window=-1 | -1 | window | 0 < window",
        "sample algorithm=foo | foo | algorithm | hmc, fixed_param",
        "sample algorithm=hmc engine=foo | foo | engine | static, nuts",
        "sample random seed=-2 | -2 | seed"
            + " | non-negative integer < 4294967296  or -1 to generate seed from system time",
        "sample random seed=4294967296 | 4294967296 | seed"
            + " | non-negative integer < 4294967296  or -1 to generate seed from system time",
        "sample output sig_figs=19 | 19 | sig_figs | 0 <= sig_figs <= 18 OR sig_figs == -1",
        "sample output refresh=-1 | -1 | refresh | 0 <= refresh",
        "sample id=-1 | -1 | id | id >= 0",
        "sample num_threads=2 | 2 | num_threads | num_threads == 1",
      })
  void refusesValuesOutOfRange(String words, String value, String name, String range) {
    String shown = range.replace(" OR ", " || ");
    assertRefused(
        words,
        List.of(value + " is not a valid value for \"" + name + "\"", "  Valid values: " + shown));
  }

  @Test
  void refusesEmptyValues() {
    assertRefused(
        "sample num_samples=",
        List.of(" is not a valid value for \"num_samples\"", "  Valid values: 0 < num_samples"));
  }

  @Test
  void wantsAMethod() {
    assertRefused("id=2", List.of(NO_METHOD));
    assertRefused(
        "method=foo",
        List.of(
            "foo is not a valid value for \"method\"",
            "  Valid values: sample, optimize, variational, diagnose, generate_quantities,"
                + " pathfinder, log_prob, laplace"));
  }

  @Test
  void tellsThatOpenClIsNotBuiltIn() {
    assertRefused(
        "sample opencl device=1",
        List.of(
            "opencl is either mistyped or misplaced.",
            "Re-compile the model with STAN_OPENCL to use OpenCL CmdStan arguments."));
  }

  @Test
  void entersGroupsAgainAndKeepsTheLastValue() {
    Configuration configuration =
        parsed(
            "id=3 method=sample adapt delta=0.9 num_warmup=20 algorithm=hmc engine=nuts max_depth=5"
                + " stepsize=0.1 adapt gamma=0.1 delta=0.7 num_samples data file=d.json");
    assertEquals(3, configuration.integer("id"));
    assertEquals(0.7, configuration.real("sample.adapt.delta"));
    assertEquals(0.1, configuration.real("sample.adapt.gamma"));
    assertEquals(5, configuration.integer("sample.algorithm.hmc.engine.nuts.max_depth"));
    assertEquals(0.1, configuration.real("sample.algorithm.hmc.stepsize"));
    assertEquals(1000, configuration.integer("sample.num_samples"));
    assertEquals("d.json", configuration.text("data.file"));
  }

  private static Configuration parsed(String words) {
    Parser parser = new Parser("m", false, words.split(" "));
    return ((Parser.Outcome.Parsed) parser.parse()).configuration();
  }

  @Test
  void echoesEveryMethod() {
    assertEquals(
        List.of(
            "method = variational",
            "  variational",
            "    algorithm = fullrank",
            "      fullrank",
            "    iter = 10000 (Default)",
            "    grad_samples = 1 (Default)",
            "    elbo_samples = 100 (Default)",
            "    eta = 0.3",
            "    adapt",
            "      engaged = true (Default)",
            "      iter = 50 (Default)",
            "    tol_rel_obj = 0.01 (Default)",
            "    eval_elbo = 100 (Default)",
            "    output_samples = 1000 (Default)"),
        ConfigurationText.lines(parsed("variational algorithm=fullrank eta=0.3")).subList(0, 14));
    assertEquals(
        List.of(
            "method = sample (Default)",
            "  sample",
            "    num_samples = 1000 (Default)",
            "    num_warmup = 1000 (Default)",
            "    save_warmup = true",
            "    thin = 1 (Default)"),
        ConfigurationText.lines(parsed("sample save_warmup=1")).subList(0, 6));
  }

  @Test
  void showsHelp() {
    CommandLine help = CommandLine.run("sample adapt help");
    assertEquals(0, help.code());
    assertTrue(
        help.out()
            .startsWith(
                """
                adapt
                  Warmup Adaptation
                  Valid subarguments: engaged, gamma, delta, kappa, t0, init_buffer, term_buffer, \
                window, save_metric, cross_chain

                Usage:\s"""),
        help.out());
    CommandLine value = CommandLine.run("diagnose test=gradient epsilon help");
    assertTrue(
        value
            .out()
            .startsWith(
                """
                epsilon=<double>
                  Finite difference step size
                  Valid values: 0 < epsilon
                  Defaults to 1e-6

                Usage:\s"""),
        value.out());
    assertEquals("", help.err());
    CommandLine nothing = CommandLine.run("");
    assertEquals(1, nothing.code());
    assertEquals(CommandLine.run("help").out(), nothing.out());
    assertTrue(
        CommandLine.run("help-all").out().startsWith("  method=<list element>\n    Analysis"));
  }

  @Test
  void infoIsAnsweredWhereverItStandsBeforeAnError() {
    String info = CommandLine.run("info").out();
    assertEquals(info, CommandLine.run("sample num_samples=5 info").out());
    assertEquals(info, CommandLine.run("id=3 info help foo").out());
    assertEquals(1, CommandLine.run("foo info").code());
  }

  @Test
  void tellsWhatWasAskedForWhenItWasBuilt() {
    Set<BuildSetting> asked =
        EnumSet.of(BuildSetting.MPI, BuildSetting.NO_RANGE_CHECKS, BuildSetting.CPP_OPTIMS);
    ModelInfo info = new ModelInfo("m_model", "", asked, true);
    String out = CommandLine.run(new NormalModel(info), Map.of(), "info").out();
    assertEquals(
        """
        STAN_THREADS=false
        STAN_MPI=true
        STAN_OPENCL=false
        STAN_NO_RANGE_CHECKS=true
        STAN_CPP_OPTIMS=true
        """,
        out.substring(out.indexOf("STAN_THREADS")));
  }

  @Test
  void tellsWhatItIs() {
    ModelInfo info = new ModelInfo("m_model", "", Set.of(BuildSetting.THREADS), true);
    CommandLine result = CommandLine.run(new NormalModel(info), Map.of(), "info");
    assertEquals(0, result.code());
    assertEquals(
        """
        stan_version_major = 2
        stan_version_minor = 37
        stan_version_patch = 0
        STAN_THREADS=true
        STAN_MPI=false
        STAN_OPENCL=false
        STAN_NO_RANGE_CHECKS=false
        STAN_CPP_OPTIMS=false
        """,
        result.out());
  }
}
