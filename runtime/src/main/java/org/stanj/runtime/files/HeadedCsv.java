package org.stanj.runtime.files;

import java.util.List;
import java.util.function.Supplier;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.io.CsvWriter;

/** A file of rows: the names of its columns before the first, the times behind the last. */
final class HeadedCsv {
  private static final long FLUSH_NANOS = 500_000_000;

  private final CsvWriter csv;
  private final Supplier<List<String>> columns;
  private boolean headed;
  private long flushed;

  /**
   * @param csv with the comments of its head written; the caller closes it
   * @param columns names of the columns, asked for once at most
   */
  HeadedCsv(CsvWriter csv, Supplier<List<String>> columns) {
    this.csv = csv;
    this.columns = columns;
  }

  /** Writes the names of the columns, unless they stand there. */
  void header() {
    if (!headed) {
      csv.header(columns.get());
      skipHeader();
    }
  }

  /** The names of the columns stand in the file. */
  void skipHeader() {
    headed = true;
    flushed = System.nanoTime();
  }

  /** Lets readers see the rows, if it is some time since they last did. */
  void flushAtTimes() {
    if (System.nanoTime() - flushed > FLUSH_NANOS) {
      csv.flush();
      flushed = System.nanoTime();
    }
  }

  /** Hands all rows to the disk; returns the length of the file. */
  long force() {
    header();
    return csv.force();
  }

  /** Writes the times at the end. */
  void finish(ElapsedTime time) {
    header();
    csv.comment("");
    time.lines().forEach(csv::comment);
    csv.comment("");
    csv.flush();
  }
}
