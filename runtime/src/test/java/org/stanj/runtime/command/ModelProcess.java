package org.stanj.runtime.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Command lines as processes of their own, which can be killed. */
final class ModelProcess {
  private static final long PATIENCE_SECONDS = 120;

  private ModelProcess() {}

  /** Starts {@link NormalModel}; its standard output and error go to a file. */
  static Process start(Path log, List<String> words) {
    try {
      return new ProcessBuilder(command(words))
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words that start it. */
  static List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(NormalModel.class.getName());
    command.addAll(words);
    return command;
  }

  /** Runs a line of the shell; {@code MODEL} stands for the model's command. */
  static int shell(Path log, String line, String words) {
    String model = "'" + String.join("' '", command(List.of(words.split(" ")))) + "'";
    try {
      Process process =
          new ProcessBuilder("bash", "-c", line.replace("MODEL", model))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return exit(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end; returns the exit code. */
  static int exit(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the process does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a file is longer than so many bytes. */
  static void await(Path file, long bytes, Process process) {
    try {
      while (process.isAlive() && (!Files.exists(file) || Files.size(file) <= bytes)) {
        Thread.sleep(5);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
