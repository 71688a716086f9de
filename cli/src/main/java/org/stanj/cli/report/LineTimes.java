package org.stanj.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stanj.runtime.io.FileProblem;

/**
 * How long the gradients of a run spent in each line of the program.
 *
 * @param seconds by line, from 1
 */
public record LineTimes(Map<Integer, Double> seconds) {
  /** Nothing is known. */
  public static final LineTimes NONE = new LineTimes(Map.of());

  private static final String LINE = "line";
  private static final String TIME = "total_time";

  public LineTimes {
    seconds = Map.copyOf(seconds);
  }

  /**
   * Reads a CSV file with a header: its columns {@code line} and {@code total_time} (seconds) are
   * used, rows of the same line are added up.
   *
   * @throws FileProblem if it cannot be read or has no such columns
   */
  public static LineTimes read(Path file) {
    try {
      List<String> lines =
          Files.readAllLines(file).stream()
              .filter(l -> !l.startsWith("#") && !l.isBlank())
              .toList();
      List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0));
      int line = columns.indexOf(LINE);
      int time = columns.indexOf(TIME);
      if (line < 0 || time < 0) {
        throw new FileProblem(
            file + ": has no columns line and total_time: it is no file of profile_lines");
      }
      Map<Integer, Double> seconds = new LinkedHashMap<>();
      for (String text : lines.subList(1, lines.size())) {
        List<String> row = cells(text);
        if (row.size() != columns.size()) {
          throw new FileProblem(
              "%s: a row has %d values, the header %d".formatted(file, row.size(), columns.size()));
        }
        seconds.merge(
            Integer.valueOf(row.get(line)), Double.parseDouble(row.get(time)), Double::sum);
      }
      return new LineTimes(seconds);
    } catch (IOException e) {
      throw new FileProblem(file + ": cannot be read");
    } catch (NumberFormatException e) {
      throw new FileProblem(file + ": not a number: " + e.getMessage());
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  /** Of all lines. */
  double total() {
    return seconds.values().stream().mapToDouble(s -> s).sum();
  }
}
