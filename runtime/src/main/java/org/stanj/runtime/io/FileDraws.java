package org.stanj.runtime.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of rows in memory: Stan CSV, packed or not, or Arrow.
 *
 * @param configuration the {@code key = value} lines of the head, without {@code (Default)}; of
 *     repeated keys the first
 * @param columns header names
 * @param rows all rows in the order of the file, warmup first if it was saved
 * @param warmupRows how many of the rows stand before the adaptation block
 * @param adaptation the lines of the adaptation block, without {@code # }
 * @param footer comment lines behind the last row, without {@code # }
 */
public record FileDraws(
    Map<String, String> configuration,
    List<String> columns,
    List<double[]> rows,
    int warmupRows,
    List<String> adaptation,
    List<String> footer) {

  /**
   * Reads a file.
   *
   * @throws FileProblem if it cannot be opened, is cut off or damaged, or a row has another length
   *     than the header or a value that is no number
   */
  public static FileDraws read(String file) {
    List<double[]> rows = new ArrayList<>();
    FileParts parts = new FileParts(file, row -> rows.add(row.clone()));
    try (RowReader in = RowReader.open(Path.of(file), parts)) {
      in.read();
      if (in.rest() != RowReader.Rest.NONE) {
        in.readRest();
      }
      return new FileDraws(
          parts.configuration(),
          parts.columns(),
          rows,
          parts.warmupRows(),
          parts.adaptation(),
          parts.footer());
    } catch (IOException e) {
      throw new FileProblem("Cannot open specified file, \"" + file + "\"");
    }
  }

  /** Whether warmup rows were saved. */
  public boolean saveWarmup() {
    String text = configuration.getOrDefault("save_warmup", "false");
    return text.equals("true") || text.equals("1");
  }

  /** Period of the saved rows; 1 if the file does not say. */
  public int thin() {
    return whole("thin", 1);
  }

  /** Iterations of warmup; 0 if the file does not say. */
  public int warmup() {
    return whole("num_warmup", 0);
  }

  private int whole(String key, int otherwise) {
    String text = configuration.getOrDefault(key, String.valueOf(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new FileProblem("The head of the file has no number for " + key + ": " + text);
    }
  }

  /** The rows of the sampling phase. */
  public List<double[]> draws() {
    return rows.subList(warmupRows, rows.size());
  }

  /** One column of the sampling phase. */
  public double[] column(String name) {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + name);
    }
    return draws().stream().mapToDouble(row -> row[index]).toArray();
  }
}
