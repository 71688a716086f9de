package org.stanj.testmodels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables of the test resources: a name, a tab, what is to be said of it. */
final class Scope {
  private static final String IN = "in";

  private Scope() {}

  /** The programs that must agree with real Stan. */
  static List<String> programs() {
    return table("scope.tsv").entrySet().stream()
        .filter(e -> e.getValue().equals(IN))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Reads a table; lines that begin with {@code #} are comments. */
  static Map<String, String> table(String resource) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Scope.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      Map<String, String> table = new TreeMap<>();
      in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(cells -> table.put(cells[0], cells[1]));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
