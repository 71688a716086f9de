package org.stanj.runtime.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes one Stan CSV file, packed or not. A row allocates nothing as long as it is not packed.
 * Complete lines reach the file at {@link #flush} and when the buffer is full; where the disk is
 * full, what is left of a row is taken away again.
 */
public final class CsvWriter implements RowFile {
  private static final long PLAIN_PATIENCE = 500_000_000;

  /** Small pieces cannot be packed well. */
  private static final long PACKED_PATIENCE = 5_000_000_000L;

  private final GrowingFile out;
  private final Packing packing;
  private final RealFormat format;
  private final byte[] separator;
  private byte[] buffer;
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
    this(GrowingFile.create(file), Packing.PLAIN, significantFigures, separator);
  }

  CsvWriter(GrowingFile out, Packing packing, int significantFigures, String separator) {
    this.out = out;
    this.packing = packing;
    this.separator = separator.getBytes(StandardCharsets.UTF_8);
    this.format = new RealFormat(significantFigures);
    this.buffer = new byte[packing.piece()];
  }

  @Override
  public void head(List<String> lines) {
    String text = lines.stream().map(line -> "# " + line + "\n").collect(Collectors.joining());
    byte[] head = packing.packHead(text.getBytes(StandardCharsets.UTF_8));
    if (out.length() == 0) {
      out.append(ByteBuffer.wrap(head), written -> packing.whole(head, written));
    } else {
      out.replaceStart(head);
    }
  }

  /** A line that starts with {@code # }. */
  @Override
  public void comment(String text) {
    text("# ");
    text(text);
    endLine();
  }

  @Override
  public void header(List<String> names) {
    text(String.join(",", names));
    endLine();
  }

  @Override
  public void value(double value) {
    room(RealFormat.MAX_LENGTH + separator.length);
    if (used > lineStart) {
      for (byte b : separator) {
        buffer[used++] = b;
      }
    }
    used = format.write(value, buffer, used);
  }

  @Override
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
  @Override
  public void flush() {
    if (lineStart > 0 || out.isBroken()) {
      out.append(packing.pack(buffer, lineStart), written -> packing.whole(buffer, written));
    }
    System.arraycopy(buffer, lineStart, buffer, 0, used - lineStart);
    used -= lineStart;
    lineStart = 0;
  }

  @Override
  public long patience() {
    return packing == Packing.PLAIN ? PLAIN_PATIENCE : PACKED_PATIENCE;
  }

  /** Hands the complete lines to the disk. */
  @Override
  public long force() {
    flush();
    out.force();
    return out.length();
  }

  /** Flushes the complete lines and closes the file. */
  @Override
  public void close() {
    try (out) {
      if (!out.isBroken()) {
        flush();
      }
    }
  }
}
