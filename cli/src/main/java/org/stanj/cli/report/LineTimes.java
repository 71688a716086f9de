package org.stanj.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stanj.runtime.io.FileProblem;

/**
 * How long the gradients of a run spent in each line of the program.
 *
 * @param seconds by line of the program's own file, from 1; 0 for all that is of no such line
 */
public record LineTimes(Map<Integer, Double> seconds) {
  /** Nothing is known. */
  public static final LineTimes NONE = new LineTimes(Map.of());

  /** A comma with an even number of quotation marks behind it: it stands in no quoted cell. */
  private static final Pattern BETWEEN_CELLS = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private static final String LINE = "line";
  private static final String TIME = "total_time";
  private static final String FILE = "file";

  /** No name of a file. */
  private static final Set<String> OWN = Set.of("", "\"\"");

  public LineTimes {
    seconds = Map.copyOf(seconds);
  }

  /**
   * Reads a CSV file with a header: its columns {@code line} and {@code total_time} (seconds) are
   * used, rows of the same line are added up. Rows that name a {@code file}, which the program
   * includes, count for line 0.
   *
   * @throws FileProblem if it cannot be read or has no such columns
   */
  public static LineTimes read(Path times) {
    try {
      List<String> lines =
          Files.readAllLines(times).stream()
              .filter(l -> !l.startsWith("#") && !l.isBlank())
              .toList();
      List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0));
      int line = columns.indexOf(LINE);
      int time = columns.indexOf(TIME);
      int file = columns.indexOf(FILE);
      if (line < 0 || time < 0) {
        throw new FileProblem(
            times + ": has no columns line and total_time: it is no file of profile_lines");
      }
      Map<Integer, Double> seconds = new LinkedHashMap<>();
      for (String text : lines.subList(1, lines.size())) {
        List<String> row = cells(text);
        if (row.size() != columns.size()) {
          throw new FileProblem(
              "%s: a row has %d values, the header %d"
                  .formatted(times, row.size(), columns.size()));
        }
        boolean own = file < 0 || OWN.contains(row.get(file));
        int number = Integer.parseInt(row.get(line));
        seconds.merge(own ? number : 0, Double.parseDouble(row.get(time)), Double::sum);
      }
      return new LineTimes(seconds);
    } catch (IOException e) {
      throw new FileProblem(times + ": cannot be read");
    } catch (NumberFormatException e) {
      throw new FileProblem(times + ": not a number: " + e.getMessage());
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(BETWEEN_CELLS.split(line, -1)).map(String::strip).toList();
  }

  /** Of all lines. */
  public double total() {
    return seconds.values().stream().mapToDouble(s -> s).sum();
  }
}
