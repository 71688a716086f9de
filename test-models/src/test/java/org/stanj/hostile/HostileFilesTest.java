package org.stanj.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stanj.compiler.CompileOptions;
import org.stanj.compiler.StanCompiler;
import org.stanj.compiler.jar.ModelLoader;
import org.stanj.runtime.model.CompiledModel;

/** Damaged data, starting points, metrics, draws, checkpoints and command lines. */
final class HostileFilesTest {
  private static final Duration LONGEST = Duration.ofSeconds(120);

  private static final String PROGRAM =
      """
      data {
        int<lower=0> N;
        int K;
        vector[N] x;
        matrix[2, 2] Q;
        array[N] int k;
        complex z;
        tuple(real, array[2] int) t;
      }
      transformed data {
        vector[K] w = rep_vector(1, K);
        matrix[K, K] A = rep_matrix(0, K, K);
        array[K, 2] int b = rep_array(k[N], K, 2);
        int quotient = N %/% K;
      }
      parameters {
        real<lower=0> sigma;
        vector[2] v;
        simplex[3] s;
        cov_matrix[2] S;
      }
      model {
        v ~ normal(w[K] * x[1], 1);
        sigma ~ gamma(2, 1);
        s ~ dirichlet([2, 2, 2]');
        S ~ wishart(4, identity_matrix(2));
      }
      generated quantities {
        real g = x[k[1]] + t.1 + get_real(z) + Q[2, 1];
      }
      """;

  private static final String DATA =
      "{\"N\": 3, \"K\": 2, \"x\": [1, 2, 3.5], \"Q\": [[1, 2], [3, 4]], \"k\": [1, 2, 3],"
          + " \"z\": [1.5, 2], \"t\": {\"1\": 0.5, \"2\": [1, 2]}}\n";

  private static final String DUMP =
      "N <- 3\nK <- 2L\nx <- c(1, 2, 3.5)\nQ <- structure(c(1, 3, 2, 4), .Dim = c(2L, 2L))\n"
          + "k <- 1:3\nz <- c(1.5, 2)\n`t` <- double(2)\n";

  private static final String INIT =
      "{\"sigma\": 1.5, \"v\": [1, 2], \"s\": [0.25, 0.25, 0.5], \"S\": [[2, 0.5], [0.5, 1]]}\n";

  private static final String METRIC = "{\"inv_metric\": [1, 2, 1, 0.5, 1, 1, 2, 1e-3]}\n";

  private static final String SAMPLE = "sample num_warmup=30 num_samples=10";

  /** Command lines over sound files. */
  private static final List<String> LINES =
      List.of(
          SAMPLE + " thin=2 save_warmup=1 adapt delta=0.9 window=10 data file=DATA output file=OUT",
          SAMPLE
              + " num_chains=2 algorithm=hmc engine=nuts max_depth=4 metric=diag_e stepsize=0.5"
              + " data file=DATA init=INIT random seed=1 output file=OUT refresh=5 sig_figs=8",
          SAMPLE
              + " algorithm=hmc engine=static int_time=1 metric=dense_e stepsize_jitter=0.5"
              + " data file=DATA output file=OUT save_cmdstan_config=1",
          "optimize algorithm=lbfgs init_alpha=0.001 tol_obj=1e-9 history_size=5 iter=30 data"
              + " file=DATA output file=OUT",
          "optimize algorithm=newton iter=5 jacobian=1 data file=DATA init=0 output file=OUT",
          "variational algorithm=meanfield iter=50 grad_samples=1 elbo_samples=5 eta=0.5 adapt"
              + " engaged=0 output_samples=5 data file=DATA output file=OUT",
          "pathfinder num_paths=2 num_draws=5 num_psis_draws=5 num_elbo_draws=5 max_lbfgs_iters=20"
              + " history_size=4 save_single_paths=1 data file=DATA output file=OUT",
          "laplace mode=MODE draws=5 jacobian=0 data file=DATA output file=OUT",
          "log_prob constrained_params=INIT jacobian=1 data file=DATA output file=OUT",
          "generate_quantities fitted_params=DRAWS data file=DATA output file=OUT",
          "diagnose test=gradient epsilon=1e-6 error=1e-6 data file=DATA output file=OUT");

  private static final List<String> READERS =
      List.of(
          "sample num_warmup=0 num_samples=2 data file=DATA output file=OUT",
          "sample num_warmup=0 num_samples=2 data file=DUMP output file=OUT",
          "optimize iter=3 data file=DATA init=INIT output file=OUT",
          "sample num_warmup=5 num_samples=2 algorithm=hmc metric_file=METRIC data file=DATA"
              + " output file=OUT",
          "log_prob constrained_params=DRAWS data file=DATA output file=OUT",
          "generate_quantities fitted_params=DRAWS data file=DATA output file=OUT",
          "laplace mode=MODE draws=3 data file=DATA output file=OUT",
          "sample resume=CHECKPOINT");

  @TempDir Path directory;
  private CompiledModel model;

  @BeforeEach
  void writeSoundFiles() throws IOException {
    Path program = write("hostile.stan", PROGRAM);
    model = ModelLoader.load(StanCompiler.compile(program, CompileOptions.DEFAULT, warning -> {}));
    write("data.json", DATA);
    write("data.R", DUMP);
    write("init.json", INIT);
    write("metric.json", METRIC);
    run(SAMPLE + " data file=DATA random seed=5 output file=DRAWS");
    run(
        SAMPLE
            + " data file=DATA random seed=5 output file=OUT checkpoint=CHECKPOINT"
            + " checkpoint_interval=0.001");
    run("optimize data file=DATA random seed=5 output file=MODE");
    for (String line : LINES) {
      HostileRun sound = run(line);
      assertEquals(0, sound.code(), () -> line + "\n" + sound.text());
    }
  }

  @Test
  void aFewDamagedFilesAreRefusedOrRead() throws IOException {
    files(20261129, 60);
  }

  @Test
  void aFewDamagedCommandLinesAreRefusedOrRun() throws IOException {
    lines(20261129, 60);
  }

  @Test
  @Tag("statistical")
  void damagedFilesAreRefusedOrRead() throws IOException {
    files(20261130, 5000);
  }

  @Test
  @Tag("statistical")
  void damagedCommandLinesAreRefusedOrRun() throws IOException {
    lines(20261130, 5000);
  }

  private void files(long seed, int runs) throws IOException {
    HostileTexts texts = new HostileTexts(seed);
    List<String> faults = new ArrayList<>();
    List<String> names =
        List.of(
            "data.json",
            "data.R",
            "init.json",
            "metric.json",
            "draws.csv",
            "mode.csv",
            "checkpoint");
    for (int i = 0; i < runs; i++) {
      String name = names.get(i % names.size());
      Path file = directory.resolve(name);
      byte[] sound = Files.readAllBytes(file);
      boolean text = !name.equals("checkpoint");
      byte[] damaged =
          text ? texts.file(string(sound)).getBytes(StandardCharsets.UTF_8) : texts.bytes(sound);
      Files.write(file, damaged);
      String mark = name.replaceFirst("data.R", "dump").replaceFirst("\\..*", "").toUpperCase();
      for (String reader : READERS) {
        if (reader.contains("=" + mark)) {
          judge(reader, string(damaged), faults);
        }
      }
      Files.write(file, sound);
    }
    assertEquals("", String.join("\n", faults));
  }

  private void lines(long seed, int runs) throws IOException {
    HostileTexts texts = new HostileTexts(seed);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      judge(texts.words(LINES.get(i % LINES.size())), "", faults);
    }
    assertEquals("", String.join("\n", faults));
  }

  private void judge(String line, String damaged, List<String> faults) throws IOException {
    HostileRun run =
        assertTimeoutPreemptively(
            LONGEST, () -> run(line), () -> "does not end: " + line + "\n" + damaged);
    run.fault()
        .ifPresent(
            what -> {
              String text = run.text();
              String end = text.substring(Math.max(0, text.length() - 500));
              faults.add(what + ": " + line + "\n" + damaged + "\n" + end);
            });
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("out")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private HostileRun run(String line) {
    String words =
        line.replace("DATA", place("data.json"))
            .replace("DUMP", place("data.R"))
            .replace("INIT", place("init.json"))
            .replace("METRIC", place("metric.json"))
            .replace("DRAWS", place("draws.csv"))
            .replace("MODE", place("mode.csv"))
            .replace("CHECKPOINT", place("checkpoint"))
            .replace("OUT", place("out.csv"));
    return HostileRun.of(model, words, directory);
  }

  private String place(String name) {
    return directory.resolve(name).toString();
  }
}
