package org.stanj.runtime.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sorts what stands in a file of rows, as it comes. Rows are handed on and not kept, so that a file
 * may be larger than memory, or still grow.
 */
public final class FileParts {
  private final String file;
  private final Consumer<double[]> rows;
  private final Runnable headed;
  private final List<String> head = new ArrayList<>();
  private final Map<String, String> configuration = new LinkedHashMap<>();
  private final List<String> adaptation = new ArrayList<>();
  private final List<String> footer = new ArrayList<>();
  private List<String> columns = List.of();
  private int count;
  private int warmupRows;

  /**
   * @param file its name, for messages
   * @param rows receives the values of each row in an array that is filled again for the next
   */
  public FileParts(String file, Consumer<double[]> rows) {
    this(file, rows, () -> {});
  }

  /**
   * The same for one who wants to know when the header has come.
   *
   * @param headed runs then, before the first row
   */
  public FileParts(String file, Consumer<double[]> rows, Runnable headed) {
    this.file = file;
    this.rows = rows;
    this.headed = headed;
  }

  /** The name of the file. */
  String file() {
    return file;
  }

  /** A line of comment, without {@code # }. */
  void comment(String text) {
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

  /** The names of the columns. */
  void header(List<String> names) {
    columns = List.copyOf(names);
    headed.run();
  }

  /** A row, one value for each column. */
  void row(double[] values) {
    count++;
    rows.accept(values);
  }

  /** The comment lines above the header, without {@code # }. */
  public List<String> head() {
    return Collections.unmodifiableList(head);
  }

  /** The {@code key = value} lines of the head, see {@link FileDraws#configuration}. */
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
