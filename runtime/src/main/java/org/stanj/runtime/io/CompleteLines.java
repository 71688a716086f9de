package org.stanj.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that have their end. A file may grow meanwhile: what is not there yet comes
 * later. A file that begins as gzip files do is unpacked.
 */
public final class CompleteLines implements AutoCloseable {
  /** No row of a program that fits in memory is longer. */
  private static final int LONGEST = 1 << 28;

  private static final int FIRST = 1 << 16;

  private final Path file;
  private final SeekableByteChannel in;
  private byte[] buffer = new byte[FIRST];
  private int start;
  private int scanned;
  private int end;
  private @Nullable Gunzip packed;

  /**
   * Opens a file.
   *
   * @throws IOException if that is not possible
   */
  public CompleteLines(Path file) throws IOException {
    this.file = file;
    this.in = Files.newByteChannel(file);
  }

  /**
   * The next line without its end, or null if there is no further one yet.
   *
   * @throws FileProblem if a line is too long to be one of a Stan CSV file
   */
  public @Nullable String next() throws IOException {
    while (true) {
      for (; scanned < end; scanned++) {
        if (buffer[scanned] == '\n') {
          String line = text(start, scanned);
          scanned++;
          start = scanned;
          return line;
        }
      }
      if (!fill()) {
        return null;
      }
    }
  }

  private String text(int from, int to) {
    int length = to > from && buffer[to - 1] == '\r' ? to - 1 - from : to - from;
    return new String(buffer, from, length, StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      scanned -= start;
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      if (end >= LONGEST) {
        throw new FileProblem(file + ": a line has more than " + LONGEST + " bytes: no Stan CSV");
      }
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    int count = readSome();
    end += Math.max(0, count);
    return count > 0;
  }

  private int readSome() throws IOException {
    if (packed == null && in.position() == 0 && isPacked()) {
      packed = new Gunzip(file.toString(), in);
    }
    return packed != null
        ? packed.read(buffer, end, buffer.length - end)
        : in.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
  }

  private boolean isPacked() throws IOException {
    ByteBuffer start = ByteBuffer.allocate(2);
    while (start.hasRemaining() && in.read(start) > 0) {}
    in.position(0);
    return !start.hasRemaining() && Gunzip.isStart(start.get(0) & 0xff, start.get(1) & 0xff);
  }

  /** Whether the file is packed and ends before its time. */
  boolean endsInsidePacked() {
    return packed != null && packed.endsInside();
  }

  /** What stands behind the end of the last line. */
  public String rest() {
    return text(start, end);
  }

  /** Whether the file has become shorter than what was read of it. */
  public boolean hasShrunk() throws IOException {
    return in.size() < in.position();
  }

  @Override
  public void close() throws IOException {
    if (packed != null) {
      packed.close();
    }
    in.close();
  }
}
