package org.stanj.runtime.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Console and files of what the tests of the single methods do not record. */
final class TranscriptsTest {
  @TempDir private Path directory;
  private String tail = "";
  private String out = "";

  @BeforeEach
  void data() {
    String data = CommandLine.file(directory, "d.json", "{\"N\":3,\"y\":[1.5,2,-0.25]}");
    out = directory.resolve("o.csv").toString();
    tail = " data file=" + data + " init=0 random seed=4 output file=" + out + " refresh=1";
  }

  @ParameterizedTest
  @CsvSource({
    "fixed_param, sample algorithm=fixed_param num_samples=3",
    "dense_e, sample num_samples=2 num_warmup=0 adapt engaged=0 algorithm=hmc metric=dense_e",
    "unit_e, sample num_samples=2 num_warmup=2 save_warmup=1 algorithm=hmc metric=unit_e",
    "bfgs, optimize algorithm=bfgs iter=3",
    "newton, optimize algorithm=newton save_iterations=1 iter=3",
    "fullrank, variational algorithm=fullrank iter=200 output_samples=2 adapt iter=5",
    "single_path, pathfinder num_paths=1 num_draws=3 num_elbo_draws=2 max_lbfgs_iters=3",
  })
  void consoleAndFile(String name, String words) {
    CommandLine result = CommandLine.run(words + tail);
    CommandLine shown = new CommandLine(result.code(), result.afterEcho(), result.err());
    assertTrue(Files.exists(Path.of(out)), result.err());
    Transcript.check(name, words + " ...", shown, out);
  }

  @ParameterizedTest
  @CsvSource({
    "info, info",
    "help, help",
    "help-all, help-all",
    "help-sample, sample algorithm=hmc metric=diag_e help",
    "misplaced, optimize stepsize=1 foo iter=0",
    "invalid, sample num_samples=-1",
    "nothing, ''",
  })
  void console(String name, String words) {
    CommandLine result = CommandLine.run(words);
    String text = result.out().replaceAll("(Usage:|See) [^<]* <arg1>", "$1 model <arg1>");
    Transcript.check("words-" + name, words, new CommandLine(result.code(), text, result.err()));
  }

  @Test
  void failedInitsLeaveEmptyFiles() {
    CommandLine result = CommandLine.run("optimize" + tail.replace("init=0", "init=none.json"));
    CommandLine shown = new CommandLine(result.code(), result.afterEcho(), result.err());
    Transcript.check("failed-inits", "optimize init=none.json ...", shown, out);
  }
}
