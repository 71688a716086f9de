package org.stanj.testmodels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.PassObserver;
import org.stanj.compiler.ReadOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.Main;
import org.stanj.runtime.model.BuildSetting;
import org.stanj.runtime.model.CompiledModel;
import org.stanj.runtime.model.Model;

/**
 * What we promise of sums in slices. The slices depend on sizes and grainsize only, so a seed gives
 * the same bytes for any number of threads; another grainsize adds the same terms in another order,
 * which is the same value and gradient up to rounding.
 */
final class SlicesTest {
  /**
   * Far above the rounding of some hundred terms, far below a term that is lost or counted twice.
   */
  private static final double ROUNDING = 1e-12;

  @TempDir private Path folder;

  private static CompiledModel threaded(String name) throws IOException {
    Path file = TestPrograms.program(name);
    ReadOptions reading = TestPrograms.beside(file).reading();
    CompileOptions options =
        new CompileOptions(
            Optional.empty(), "", Set.of(BuildSetting.THREADS), reading, PassObserver.NONE);
    return ModelLoader.load(StanCompiler.compile(file, options, warning -> {}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "formula_threads_slopes",
        "formula_threads_counts",
        "formula_threads_vectors",
        "formula_unnormalised_threads"
      })
  void drawsAreTheSameBytesForAnyNumberOfThreads(String name) throws IOException {
    CompiledModel program = threaded(name);
    List<String> one = together(program, name, "1", Map.of());
    assertEquals(2 * 20, one.stream().filter(SlicesTest::isDraw).count());
    for (String threads : List.of("2", "3", "4", "16")) {
      assertEquals(one, together(program, name, threads, Map.of()), "num_threads=" + threads);
      Map<String, String> environment = Map.of("STAN_NUM_THREADS", threads);
      assertEquals(one, together(program, name, "", environment), "STAN_NUM_THREADS=" + threads);
    }
    assertEquals(one, together(program, name, "", Map.of()), "without a number");
    assertEquals(one, together(program, name, "-1", Map.of()), "num_threads=-1");
  }

  /** CmdStanR's threads_per_chain: a process for each chain, told of its threads in both ways. */
  @ParameterizedTest
  @ValueSource(strings = {"formula_threads_slopes", "formula_unnormalised_threads"})
  void chainsOfTheirOwnWithThreadsEachGiveTheSameDraws(String name) throws IOException {
    CompiledModel program = threaded(name);
    List<String> both = draws(together(program, name, "1", Map.of()));
    for (String threads : List.of("1", "2", "5")) {
      Map<String, String> environment = Map.of("STAN_NUM_THREADS", threads);
      List<String> apart = new ArrayList<>();
      for (int id = 1; id <= 2; id++) {
        String file = folder.resolve("apart.csv").toString();
        run(program, words(name, file, " id=" + id) + " num_threads=" + threads, environment);
        apart.addAll(draws(lines(file)));
      }
      assertEquals(both, apart, threads + " threads per chain");
    }
  }

  /** The lines of the files of two chains that do not tell of threads, times or places. */
  private List<String> together(
      CompiledModel program, String name, String threads, Map<String, String> environment)
      throws IOException {
    String words = words(name, folder.resolve("o.csv").toString(), " num_chains=2");
    run(program, threads.isEmpty() ? words : words + " num_threads=" + threads, environment);
    List<String> lines = new ArrayList<>();
    for (String file : List.of("o_1.csv", "o_2.csv")) {
      lines.addAll(lines(folder.resolve(file).toString()));
    }
    return lines;
  }

  /** {@code num_chains} belongs to the method, whose arguments come first. */
  private static String words(String name, String file, String chains) {
    Path data = TestPrograms.root().resolve(name).resolve("data.json");
    String words =
        "sample num_samples=20 num_warmup=30%s data file=%s random seed=7 output file=%s";
    return words.formatted(chains, data, file);
  }

  private static void run(CompiledModel program, String words, Map<String, String> environment) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Console console = new Console(new ByteArrayOutputStream(), errors);
    int code = Main.run(words.split(" "), program, console, environment);
    assertEquals(0, code, errors.toString(StandardCharsets.UTF_8));
  }

  private static List<String> lines(String file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(file)));
    lines.removeIf(line -> line.matches("# (start_datetime|num_threads) .*|# .* seconds .*"));
    return lines;
  }

  private static List<String> draws(List<String> lines) {
    return lines.stream().filter(SlicesTest::isDraw).toList();
  }

  private static boolean isDraw(String line) {
    return !line.startsWith("#") && !line.startsWith("lp__");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "formula_threads_slopes",
        "formula_threads_counts",
        "formula_threads_vectors",
        "formula_unnormalised_threads"
      })
  void grainsizeChangesOnlyTheRounding(String name) throws IOException {
    CompiledModel program = TestPrograms.compile(TestPrograms.program(name));
    BoundProgram whole = withGrainsize(program, name, 1000);
    double[] q = OracleModels.numbers(OracleModels.of(name).points().get(1).get("unconstrained"));
    double density = whole.densityOfGradient(q, Model.PROPTO | Model.JACOBIAN);
    double[] gradient = whole.gradient(q, Model.PROPTO | Model.JACOBIAN);
    for (int grainsize : new int[] {1, 2, 7, 39, 59}) {
      BoundProgram cut = withGrainsize(program, name, grainsize);
      double found = cut.densityOfGradient(q, Model.PROPTO | Model.JACOBIAN);
      assertEquals(density, found, ROUNDING * Math.abs(density), "grainsize " + grainsize);
      double[] cutGradient = cut.gradient(q, Model.PROPTO | Model.JACOBIAN);
      assertArrayEquals(gradient, cutGradient, ROUNDING * largest(gradient));
    }
  }

  private static double largest(double[] values) {
    double largest = 1;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static BoundProgram withGrainsize(CompiledModel program, String name, int grainsize)
      throws IOException {
    String data = Files.readString(TestPrograms.root().resolve(name).resolve("data.json"));
    String given = "\"grainsize\": \\d+";
    assertTrue(data.matches("(?s).*" + given + ".*"));
    String other = data.replaceFirst(given, "\"grainsize\": " + grainsize);
    return BoundProgram.of(TestPrograms.bindText(program, other));
  }

  /** Each slice tells where it is: together they are all elements, each once. */
  @Test
  void slicesHaveTheLengthOfTheGrainsize() {
    String program =
        """
        functions {
          real part(array[] int s, int from, int to, real x) {
            print(from, " to ", to, ": ", s);
            return sum(s) * x;
          }
        }
        data { array[5] int s; int grainsize; }
        parameters { real x; }
        model { target += reduce_sum_static(part, s, grainsize, x); }
        """;
    CompiledModel compiled = TestPrograms.compileText(program);
    assertEquals("1 to 2: [10,20]|3 to 4: [30,40]|5 to 5: [50]", slices(compiled, 2));
    assertEquals("1 to 5: [10,20,30,40,50]", slices(compiled, 5));
    assertEquals("1 to 5: [10,20,30,40,50]", slices(compiled, 6));
    assertFalse(slices(compiled, 1).isEmpty());
  }

  private static String slices(CompiledModel program, int grainsize) {
    String data = "{\"s\": [10, 20, 30, 40, 50], \"grainsize\": " + grainsize + "}";
    BoundProgram bound = BoundProgram.of(TestPrograms.bindText(program, data));
    assertEquals(150 * 2.0, bound.model().logDensity(new double[] {2}, 0, bound.scratch()));
    return bound.takePrinted().lines().sorted().collect(Collectors.joining("|"));
  }
}
