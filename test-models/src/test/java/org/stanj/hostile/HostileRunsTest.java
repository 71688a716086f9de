package org.stanj.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.diagnostic.DiagnosticException;
import org.stanj.compiler.diagnostic.DiagnosticRenderer;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.model.CompiledModel;

/**
 * Hostile programs under all methods, metrics and some wild arguments. Each run must end in time,
 * with complete rows and without a word about our insides.
 */
final class HostileRunsTest {
  private static final Duration LONGEST = Duration.ofSeconds(120);

  private static final String WARMUP = "sample num_warmup=150 num_samples=20 ";

  /** Short trajectories: the runs are many. */
  private static final String NUTS = "algorithm=hmc engine=nuts max_depth=6 ";

  /** In this order: some read what others have written. */
  private static final List<String> METHODS =
      List.of(
          WARMUP + "save_warmup=1 " + NUTS,
          WARMUP + NUTS + "metric=dense_e",
          WARMUP + NUTS + "metric=unit_e stepsize_jitter=1",
          WARMUP + "num_chains=3 " + NUTS,
          WARMUP + "adapt engaged=0 algorithm=hmc engine=static metric=dense_e stepsize=0.1",
          "sample num_warmup=0 num_samples=20 adapt engaged=0 algorithm=hmc stepsize=1e300",
          "sample num_warmup=0 num_samples=20 algorithm=hmc engine=nuts max_depth=3"
              + " stepsize=1e-300",
          "sample num_samples=20 algorithm=fixed_param",
          "optimize iter=200 save_iterations=1",
          "optimize algorithm=bfgs jacobian=1 iter=200",
          "optimize algorithm=newton iter=50",
          "laplace mode=FROM draws=20",
          "variational iter=200 output_samples=20",
          "variational algorithm=fullrank iter=200 output_samples=20",
          "variational adapt engaged=0 eta=1e10 iter=100 output_samples=20",
          "pathfinder num_paths=1 max_lbfgs_iters=100 num_draws=20 num_elbo_draws=5",
          "pathfinder num_paths=3 num_psis_draws=50 num_draws=20 num_elbo_draws=5",
          "pathfinder num_paths=2 psis_resample=0 calculate_lp=0 num_draws=20 num_elbo_draws=5",
          "log_prob constrained_params=FROM",
          "generate_quantities fitted_params=FROM",
          "diagnose");

  private static final List<String> STARTS = List.of("", "", " init=0", " init=1000", " init=1e-5");

  private static final int LEAST_ROWS = 4;

  @TempDir Path directory;

  @Test
  void aFewEndWithRowsOrAMessage() throws IOException {
    runs(20261129, 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "functions { real f(real x) { return f(x + 1) + 1; } } model { target += f(1); } @"
            + " stack overflow",
        "transformed data { int n = 100000; matrix[n, n] x; } model { print(x[1]); } @"
            + " more elements than",
      })
  void whatTheMachineLacksIsSaid(String program, String message) throws IOException {
    String words = "sample algorithm=fixed_param num_samples=1 output file=" + output(0);
    HostileRun run = HostileRun.of(compile(program), words, directory);
    assertEquals(1, run.code(), run::text);
    assertTrue(run.text().contains(message), run::text);
    assertEquals(Optional.empty(), run.fault(), run::text);
  }

  /** More than 5,000 runs. */
  @Test
  @Tag("statistical")
  void manyEndWithRowsOrAMessage() throws IOException {
    runs(20261130, 250);
  }

  private void runs(long seed, int programs) throws IOException {
    HostilePrograms source = new HostilePrograms(seed);
    List<String> faults = new ArrayList<>();
    int runs = 0;
    int well = 0;
    for (int i = 0; i < programs; i++) {
      String text = source.next();
      CompiledModel model = compile(text);
      for (int m = 0; m < METHODS.size(); m++) {
        String start = STARTS.get((i + m) % STARTS.size());
        Optional<HostileRun> run = run(model, m, seed + i, start, faults, text);
        runs++;
        well += run.filter(r -> r.code() == 0).isPresent() ? 1 : 0;
      }
      clear();
    }
    System.out.println(
        runs + " hostile runs of seed " + seed + ", " + well + " of them with code 0");
    assertEquals("", String.join("\n", faults));
    assertTrue(
        well > runs / LEAST_ROWS && well < runs, "the programs are not hostile, or too much");
  }

  private Optional<HostileRun> run(
      CompiledModel model, int method, long seed, String start, List<String> faults, String text)
      throws IOException {
    String words =
        METHODS.get(method).strip().replace("FROM", source(method).toString())
            + (METHODS.get(method).contains("FROM") ? "" : start)
            + (" random seed=" + seed + " output file=" + output(method));
    HostileRun run =
        assertTimeoutPreemptively(
            LONGEST,
            () -> HostileRun.of(model, words, directory),
            () -> "does not end: " + words + "\n" + text);
    run.fault().ifPresent(what -> faults.add(what + ": " + words + "\n" + text + tail(run.text())));
    return Optional.of(run);
  }

  private Path output(int method) {
    return directory.resolve("o" + method + ".csv");
  }

  /** Generated quantities follow the draws; a Laplace approximation follows its mode. */
  private Path source(int method) {
    String words = METHODS.get(method);
    return output(
        words.startsWith("laplace")
            ? METHODS.indexOf("optimize algorithm=bfgs jacobian=1 iter=200")
            : 0);
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 600));
  }

  private CompiledModel compile(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("hostile.stan"), text);
    try {
      return ModelLoader.load(StanCompiler.compile(file, CompileOptions.DEFAULT, warning -> {}));
    } catch (DiagnosticException e) {
      throw new AssertionError(DiagnosticRenderer.render(e.diagnostic()), e);
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
