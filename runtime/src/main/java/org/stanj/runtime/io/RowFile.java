package org.stanj.runtime.io;

import java.io.UncheckedIOException;
import java.util.List;

/**
 * A file of numbers that is being written: a head of lines, the names of the columns, rows, and
 * lines of comment before, between and behind them. Complete rows reach the file at {@link #flush}
 * and at times before, so that an interrupted run leaves whole rows. Not thread-safe.
 */
public interface RowFile extends AutoCloseable {
  /**
   * What the file begins with. Given again, at any time, it replaces what stands there; it then has
   * as many characters as before.
   */
  void head(List<String> lines);

  /** A line of comment. */
  void comment(String text);

  /** The names of the columns. */
  void header(List<String> names);

  /** Appends a value to the current row. */
  void value(double value);

  /** Appends {@code row[order[0]], row[order[1]], ...} to the current row. */
  default void values(double[] row, int[] order) {
    for (int index : order) {
      value(row[index]);
    }
  }

  /** Ends the current row. */
  void endRow();

  /** Hands what is complete to the operating system. */
  void flush();

  /** How long rows should wait for others before they are flushed, in nanoseconds. */
  long patience();

  /**
   * Hands what is complete to the disk.
   *
   * @return the length of the file in bytes, at which it can be resumed
   */
  long force();

  /** Completes the file and closes it. */
  @Override
  void close();

  /**
   * Closes all files, also if one cannot be completed.
   *
   * @throws UncheckedIOException that of the first which could not
   */
  static void closeAll(List<? extends RowFile> files) {
    UncheckedIOException first = null;
    for (RowFile file : files) {
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
