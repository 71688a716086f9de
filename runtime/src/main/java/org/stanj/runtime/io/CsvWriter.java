package org.stanj.runtime.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one Stan CSV file: comment lines, a header, rows. A row allocates nothing. Complete lines
 * reach the file at {@link #flush} and when the buffer is full, so that an interrupted run leaves
 * whole rows; where the disk is full, what is left of a row is taken away again. Not thread-safe.
 */
public final class CsvWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final Set<OpenOption> CREATE =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
  private static final Set<OpenOption> GO_ON = Set.of(StandardOpenOption.WRITE);

  private final String file;
  private final FileChannel out;
  private final RealFormat format;
  private final byte[] separator;
  private byte[] buffer = new byte[BUFFER];
  private int used;
  private int lineStart;
  private long length;
  private @Nullable UncheckedIOException broken;

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
    this(file, significantFigures, separator, 0);
  }

  private CsvWriter(String file, int significantFigures, String separator, long length) {
    this.file = file;
    this.separator = separator.getBytes(StandardCharsets.UTF_8);
    this.format = new RealFormat(significantFigures);
    this.length = length;
    try {
      this.out = FileChannel.open(Path.of(file), length == 0 ? CREATE : GO_ON);
    } catch (IOException | IllegalArgumentException e) {
      throw new FileProblem("Error: cannot write to output file " + file + ": " + reason(file));
    }
  }

  /**
   * Goes on with a file that was written before: what stands behind {@code length} bytes goes.
   *
   * @param head writes again what the file began with, and flushes it
   * @throws FileProblem if it is shorter or cannot be written
   */
  public static CsvWriter resume(
      String file, int significantFigures, long length, Consumer<CsvWriter> head) {
    CsvWriter csv = new CsvWriter(file, significantFigures, ",", length);
    try {
      if (csv.out.size() < length) {
        csv.out.close();
        throw new FileProblem(
            "Error: cannot go on with output file " + file + ": it is shorter than it was");
      }
      csv.out.truncate(length);
      head.accept(csv);
      csv.out.position(length);
      csv.length = length;
      return csv;
    } catch (IOException e) {
      throw csv.failed(e);
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
    if (!Files.exists(path)) {
      return "it is not there, or there is no permission";
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
    if (broken != null) {
      throw broken;
    }
    ByteBuffer lines = ByteBuffer.wrap(buffer, 0, lineStart);
    try {
      while (lines.hasRemaining()) {
        out.write(lines);
      }
    } catch (IOException e) {
      cut(lines.position());
      broken = failed(e);
      throw broken;
    }
    length += lineStart;
    System.arraycopy(buffer, lineStart, buffer, 0, used - lineStart);
    used -= lineStart;
    lineStart = 0;
  }

  /** Of the bytes that a failed flush has written, leaves whole lines. */
  private void cut(int written) {
    int end = written;
    while (end > 0 && buffer[end - 1] != '\n') {
      end--;
    }
    try {
      out.truncate(length + end);
    } catch (IOException e) {
      // a pipe or a device: nothing can be taken back
      length += end;
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
  }

  /**
   * Hands the complete lines to the disk.
   *
   * @return the length of the file in bytes
   */
  public long force() {
    flush();
    try {
      out.force(false);
    } catch (IOException e) {
      throw failed(e);
    }
    return length;
  }

  /** Flushes the complete lines and closes the file. */
  @Override
  public void close() {
    try (out) {
      if (broken == null) {
        flush();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Closes all files, also if one cannot be completed.
   *
   * @throws UncheckedIOException that of the first which could not
   */
  public static void closeAll(List<CsvWriter> files) {
    UncheckedIOException first = null;
    for (CsvWriter file : files) {
      try {
        file.close();
      } catch (UncheckedIOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
