package org.stanj.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stanj.runtime.arrow.ArrowMessage;

/**
 * Reads a file of rows, which may grow meanwhile. What it is written in, its first bytes say: its
 * name does not matter.
 */
public interface RowReader extends AutoCloseable {
  /**
   * Opens a file.
   *
   * @param parts receives what stands in it
   * @throws IOException if that is not possible
   */
  static RowReader open(Path file, FileParts parts) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(ArrowMessage.MAGIC.length());
    }
    return ArrowMessage.isStart(start) ? new ArrowReader(file, parts) : new CsvReader(file, parts);
  }

  /**
   * Hands on what is there and has not been handed on.
   *
   * @throws FileProblem if it is not as it must be; it names the file
   */
  void read() throws IOException;

  /** What stands behind that. */
  Rest rest();

  /**
   * Takes what stands behind the last end of a line for a line.
   *
   * @throws FileProblem if it is none, or if the file is one without lines that ends too early
   */
  void readRest();

  /** What stands at the end of a file and is not whole. */
  enum Rest {
    /** Nothing. */
    NONE,
    /** A comment without the end of its line. */
    COMMENT,
    /** A piece of something. */
    PIECE
  }

  /** Whether the file has become shorter than what was read of it. */
  boolean hasShrunk() throws IOException;

  @Override
  void close() throws IOException;
}
