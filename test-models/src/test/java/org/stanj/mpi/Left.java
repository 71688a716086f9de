package org.stanj.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a command that goes well leaves. */
final class Left {
  private Left() {}

  /** What a command leaves: its console and its CSV files, without times. */
  static Map<String, List<String>> by(Path folder, List<String> command, Map<String, String> more)
      throws IOException {
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.filter(f -> f.toString().endsWith(".csv")).toList()) {
        if (file.getFileName().toString().startsWith("o")) {
          Files.delete(file);
        }
      }
    }
    Ended ended = Ended.of(folder, command, more, process -> {});
    assertEquals(0, ended.code(), ended.toString());
    Map<String, List<String>> left = new TreeMap<>();
    left.put("console", timeless(ended.out().lines()));
    left.put("error", ended.error().lines().toList());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        left.put(file.getFileName().toString(), timeless(Files.readAllLines(file).stream()));
      }
    }
    return left;
  }

  private static List<String> timeless(Stream<String> lines) {
    return lines
        .filter(l -> !l.matches("(# )?.* seconds.*|.*(start_datetime|num_threads|would take).*"))
        .toList();
  }
}
