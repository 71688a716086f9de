package org.stanj.runtime.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes one Stan CSV file: comment lines, a header, rows. A row allocates nothing. Complete lines
 * reach the file at {@link #flush} and when the buffer is full, so that an interrupted run leaves
 * whole rows. Not thread-safe.
 */
public final class CsvWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final RealFormat format;
  private final byte[] separator;
  private byte[] buffer = new byte[BUFFER];
  private int used;
  private int lineStart;

  /**
   * Creates the file, or empties it.
   *
   * @param significantFigures of the values, see {@link RealFormat}
   * @throws FileProblem if it cannot be created
   */
  public CsvWriter(String file, int significantFigures) {
    this(file, significantFigures, ",");
  }

  /**
   * As the other, with another text between the values of a row.
   *
   * @param separator such as {@code ", "}
   */
  public CsvWriter(String file, int significantFigures, String separator) {
    this.separator = separator.getBytes(StandardCharsets.UTF_8);
    this.format = new RealFormat(significantFigures);
    try {
      this.out = Files.newOutputStream(Path.of(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new FileProblem("Error: cannot write to output file " + file + ": " + reason(file));
    }
  }

  private static String reason(String file) {
    if (file.isEmpty()) {
      return "the name is empty";
    }
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      return "there is no directory " + folder;
    }
    return Files.isDirectory(path) ? "it is a directory" : "no permission";
  }

  /** A line that starts with {@code # }. */
  public void comment(String text) {
    text("# ");
    text(text);
    endLine();
  }

  /** The names of the columns. */
  public void header(List<String> names) {
    text(String.join(",", names));
    endLine();
  }

  /** Appends a value to the current row. */
  public void value(double value) {
    room(RealFormat.MAX_LENGTH + separator.length);
    if (used > lineStart) {
      for (byte b : separator) {
        buffer[used++] = b;
      }
    }
    used = format.write(value, buffer, used);
  }

  /** Appends {@code row[order[0]], row[order[1]], ...} to the current row. */
  public void values(double[] row, int[] order) {
    for (int index : order) {
      value(row[index]);
    }
  }

  /** Ends the current row. */
  public void endRow() {
    endLine();
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
  }

  private void endLine() {
    room(1);
    buffer[used++] = '\n';
    lineStart = used;
  }

  private void room(int bytes) {
    if (used + bytes <= buffer.length) {
      return;
    }
    flush();
    if (used + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, used + bytes));
    }
  }

  /** Hands the complete lines to the operating system. */
  public void flush() {
    try {
      out.write(buffer, 0, lineStart);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.arraycopy(buffer, lineStart, buffer, 0, used - lineStart);
    used -= lineStart;
    lineStart = 0;
  }

  /** Flushes the complete lines and closes the file. */
  @Override
  public void close() {
    flush();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
