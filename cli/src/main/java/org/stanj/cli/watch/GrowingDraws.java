package org.stanj.cli.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.FileParts;
import org.stanj.runtime.io.RowReader;

/**
 * The draws of a file that is being written. When there are many, each second one is forgotten, and
 * again: memory does not grow with the run.
 */
final class GrowingDraws implements AutoCloseable {
  private static final int MOST_DRAWS = 1000;
  private static final int MOST_COLUMNS = 1000;

  private final RowReader reader;
  private final FileParts parts;
  private final List<double[]> kept = new ArrayList<>();
  private int[] columns = new int[0];
  private int count;
  private int step = 1;

  GrowingDraws(Path file) throws IOException {
    parts = new FileParts(file.toString(), this::row, this::choose);
    reader = RowReader.open(file, parts);
  }

  /** Reads what has come. */
  void read() throws IOException {
    reader.read();
  }

  /** The model's columns, and {@code lp__}. */
  private void choose() {
    List<String> all = parts.columns();
    columns =
        IntStream.range(0, all.size())
            .filter(c -> all.get(c).equals("lp__") || !all.get(c).endsWith("__"))
            .limit(MOST_COLUMNS)
            .toArray();
  }

  private void row(double[] values) {
    if (isWarmup()) {
      return;
    }
    if (count % step == 0) {
      kept.add(IntStream.of(columns).mapToDouble(c -> values[c]).toArray());
    }
    count++;
    if (kept.size() > MOST_DRAWS) {
      step *= 2;
      List<double[]> half = new ArrayList<>();
      for (int i = 0; i < kept.size(); i += 2) {
        half.add(kept.get(i));
      }
      kept.clear();
      kept.addAll(half);
    }
  }

  private boolean isWarmup() {
    String saved = parts.configuration().getOrDefault("save_warmup", "0");
    boolean adapts = parts.configuration().getOrDefault("algorithm", "").equals("hmc");
    return adapts && parts.adaptation().isEmpty() && (saved.equals("1") || saved.equals("true"));
  }

  /** Draws so far. */
  int count() {
    return count;
  }

  /** One of {@code step} draws is kept, a power of 2. */
  int step() {
    return step;
  }

  /** Names of the columns that are kept. */
  List<String> names() {
    return IntStream.of(columns).mapToObj(c -> ColumnName.shown(parts.columns().get(c))).toList();
  }

  /**
   * Draws of a column.
   *
   * @param column among the names
   * @param every distance of the draws, a multiple of {@link #step}
   */
  double[] column(int column, int every) {
    return IntStream.range(0, kept.size())
        .filter(i -> i % (every / step) == 0)
        .mapToDouble(i -> kept.get(i)[column])
        .toArray();
  }

  /** Whether the times stand at the end of the file. */
  boolean hasEnded() {
    return parts.footer().stream().anyMatch(line -> line.contains("Elapsed Time"));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
