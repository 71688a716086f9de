package org.stanj.cli.draws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.io.FileParts;
import org.stanj.runtime.io.FileSuffix;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.io.RowFormat;
import org.stanj.runtime.io.RowReader;

/** Writes what a file of draws says in another format beside it, for tests. */
public final class OtherFormat {
  private OtherFormat() {}

  /** The copy, under the name of the file with another suffix. */
  public static Path of(Path file, RowFormat format) throws IOException {
    List<double[]> rows = new ArrayList<>();
    FileParts parts = new FileParts(file.toString(), row -> rows.add(row.clone()));
    try (RowReader in = RowReader.open(file, parts)) {
      in.read();
    }
    String name = file.toString();
    Path copy = Path.of(name.substring(0, FileSuffix.start(name)) + format.suffix());
    try (RowFile out = format.create(copy.toString(), 18, ",")) {
      out.head(parts.head());
      out.header(parts.columns());
      write(out, rows.subList(0, parts.warmupRows()));
      parts.adaptation().forEach(out::comment);
      write(out, rows.subList(parts.warmupRows(), rows.size()));
      parts.footer().forEach(out::comment);
    }
    return copy;
  }

  private static void write(RowFile out, List<double[]> rows) {
    for (double[] row : rows) {
      for (double value : row) {
        out.value(value);
      }
      out.endRow();
    }
  }
}
