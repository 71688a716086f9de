package org.stanj.runtime.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Stan CSV file in memory.
 *
 * @param configuration the {@code key = value} lines of the head, without {@code (Default)}; of
 *     repeated keys the first
 * @param columns header names
 * @param rows all rows in the order of the file, warmup first if it was saved
 * @param warmupRows how many of the rows stand before the adaptation block
 * @param adaptation the lines of the adaptation block, without {@code # }
 * @param footer comment lines behind the last row, without {@code # }
 */
public record CsvDraws(
    Map<String, String> configuration,
    List<String> columns,
    List<double[]> rows,
    int warmupRows,
    List<String> adaptation,
    List<String> footer) {

  /**
   * Reads a file.
   *
   * @throws FileProblem if it cannot be opened, or a row has another length than the header or a
   *     value that is no number
   */
  public static CsvDraws read(String file) {
    try (BufferedReader in = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      return new Reader(file).read(in);
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
      throw new FileProblem("The head of the CSV file has no number for " + key + ": " + text);
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

  /** The state of one reading. */
  private static final class Reader {
    private final String file;
    private final Map<String, String> configuration = new LinkedHashMap<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<String> adaptation = new ArrayList<>();
    private final List<String> footer = new ArrayList<>();
    private List<String> columns = List.of();
    private int warmupRows;
    private int line;

    Reader(String file) {
      this.file = file;
    }

    CsvDraws read(BufferedReader in) throws IOException {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        if (text.startsWith("#")) {
          comment(text.length() > 1 ? text.substring(2) : "");
        } else if (columns.isEmpty()) {
          columns = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        } else if (!text.isEmpty()) {
          row(text);
        }
      }
      return new CsvDraws(configuration, columns, rows, warmupRows, adaptation, footer);
    }

    private void comment(String text) {
      if (columns.isEmpty()) {
        int equals = text.indexOf(" = ");
        if (equals > 0) {
          String value = text.substring(equals + 3).replaceFirst(" \\(Default\\)$", "").strip();
          configuration.putIfAbsent(text.substring(0, equals).trim(), value);
        }
        return;
      }
      if (text.startsWith("Adaptation terminated")) {
        warmupRows = rows.size();
        adaptation.add(text);
      } else if (!adaptation.isEmpty() && rows.size() == warmupRows && !endsBlock(text)) {
        adaptation.add(text);
      } else {
        footer.add(text);
      }
    }

    private boolean endsBlock(String text) {
      return text.isEmpty() || !footer.isEmpty();
    }

    private void row(String text) {
      double[] values = new double[columns.size()];
      int start = 0;
      for (int i = 0; i < values.length; i++) {
        int comma = text.indexOf(',', start);
        boolean last = i == values.length - 1;
        if (last ? comma >= 0 : comma < 0) {
          throw new FileProblem(
              file + ", line " + line + ": expected " + values.length + " values");
        }
        values[i] = number(text.substring(start, last ? text.length() : comma).trim());
        start = comma + 1;
      }
      rows.add(values);
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
  }
}
