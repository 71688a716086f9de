package org.stanj.mpi;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A command that has ended.
 *
 * @param code its exit code
 * @param out standard output
 * @param error standard error
 */
record Ended(int code, String out, String error) {
  private static final long PATIENCE_SECONDS = 150;

  /** Lets launchers start as root, and more ranks than there are cores. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "OMPI_ALLOW_RUN_AS_ROOT", "1",
          "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1",
          "OMPI_MCA_rmaps_base_oversubscribe", "1",
          "PRTE_MCA_rmaps_default_mapping_policy", ":oversubscribe");

  /** Runs a command in a folder. */
  static Ended of(Path folder, List<String> words) {
    return of(folder, words, Map.of(), process -> {});
  }

  /**
   * Runs a command in a folder; fails the test if it does not end.
   *
   * @param environment what it has besides ours
   * @param meanwhile is called when it has started
   */
  static Ended of(
      Path folder,
      List<String> words,
      Map<String, String> environment,
      Consumer<Process> meanwhile) {
    File out = folder.resolve("stdout.txt").toFile();
    File error = folder.resolve("stderr.txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(environment);
    try {
      Process process = builder.redirectOutput(out).redirectError(error).start();
      meanwhile.accept(process);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("it does not end: " + words);
      }
      return new Ended(
          process.exitValue(), Files.readString(out.toPath()), Files.readString(error.toPath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "exit code " + code + "\n" + out + "\n" + error;
  }
}
