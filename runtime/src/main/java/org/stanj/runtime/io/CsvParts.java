package org.stanj.runtime.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes a Stan CSV file apart line by line. Rows are handed on and not kept, so that a file may be
 * larger than memory, or still grow.
 */
public final class CsvParts {
  private final String file;
  private final Consumer<double[]> rows;
  private final List<String> head = new ArrayList<>();
  private final Map<String, String> configuration = new LinkedHashMap<>();
  private final List<String> adaptation = new ArrayList<>();
  private final List<String> footer = new ArrayList<>();
  private List<String> columns = List.of();
  private double[] values = new double[0];
  private int count;
  private int warmupRows;
  private int line;

  /**
   * @param file its name, for messages
   * @param rows receives the values of each row in an array that is filled again for the next
   */
  public CsvParts(String file, Consumer<double[]> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * The next line, without its end.
   *
   * @throws FileProblem if it is a row of another length than the header, or has a value that is no
   *     number
   */
  public void line(String text) {
    line++;
    if (text.startsWith("#")) {
      comment(text.length() > 1 ? text.substring(2) : "");
    } else if (columns.isEmpty()) {
      columns = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
      values = new double[columns.size()];
    } else if (!text.isEmpty()) {
      row(text);
    }
  }

  private void comment(String text) {
    if (columns.isEmpty()) {
      setting(text);
    } else if (text.startsWith("Adaptation terminated")) {
      warmupRows = count;
      adaptation.add(text);
    } else if (inAdaptation() && !text.isEmpty()) {
      adaptation.add(text);
    } else {
      footer.add(text);
    }
  }

  private boolean inAdaptation() {
    return !adaptation.isEmpty() && count == warmupRows && footer.isEmpty();
  }

  private void setting(String text) {
    head.add(text);
    int equals = text.indexOf(" = ");
    if (equals > 0) {
      String value = text.substring(equals + 3).replaceFirst(" \\(Default\\)$", "").strip();
      configuration.putIfAbsent(text.substring(0, equals).trim(), value);
    }
  }

  private void row(String text) {
    int start = 0;
    for (int i = 0; i < values.length; i++) {
      int comma = text.indexOf(',', start);
      boolean last = i == values.length - 1;
      if (last ? comma >= 0 : comma < 0) {
        throw new FileProblem(file + ", line " + line + ": expected " + values.length + " values");
      }
      values[i] = number(text.substring(start, last ? text.length() : comma).trim());
      start = comma + 1;
    }
    count++;
    rows.accept(values);
  }

  private double number(String text) {
    return switch (text) {
      case "nan", "-nan", "NaN" -> Double.NaN;
      case "inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-inf", "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> parse(text);
    };
  }

  private double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new FileProblem(file + ", line " + line + ": not a number: " + text);
    }
  }

  /** The comment lines above the header, without {@code # }. */
  public List<String> head() {
    return Collections.unmodifiableList(head);
  }

  /** The {@code key = value} lines of the head, see {@link CsvDraws#configuration}. */
  public Map<String, String> configuration() {
    return Collections.unmodifiableMap(configuration);
  }

  /** Header names; none before the header has come. */
  public List<String> columns() {
    return columns;
  }

  /** How many rows have come. */
  public int rows() {
    return count;
  }

  /** How many of them stand before the adaptation block. */
  public int warmupRows() {
    return warmupRows;
  }

  /** The lines of the adaptation block, without {@code # }. */
  public List<String> adaptation() {
    return Collections.unmodifiableList(adaptation);
  }

  /** Comment lines behind the last row, without {@code # }. */
  public List<String> footer() {
    return Collections.unmodifiableList(footer);
  }
}
