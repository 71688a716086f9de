package org.stanj.runtime.files;

import java.util.List;
import java.util.function.Supplier;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.io.RowFile;

/** A file of rows: the names of its columns before the first, the times behind the last. */
final class HeadedFile {
  private final RowFile out;
  private final Supplier<List<String>> columns;
  private boolean headed;
  private long flushed;

  /**
   * @param out with the comments of its head written; the caller closes it
   * @param columns names of the columns, asked for once at most
   */
  HeadedFile(RowFile out, Supplier<List<String>> columns) {
    this.out = out;
    this.columns = columns;
  }

  /** Writes the names of the columns, unless they stand there. */
  void header() {
    if (!headed) {
      out.header(columns.get());
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
    if (System.nanoTime() - flushed > out.patience()) {
      out.flush();
      flushed = System.nanoTime();
    }
  }

  /** Hands all rows to the disk; returns the length of the file. */
  long force() {
    header();
    return out.force();
  }

  /** Writes the times at the end. */
  void finish(ElapsedTime time) {
    header();
    out.comment("");
    time.lines().forEach(out::comment);
    out.comment("");
    out.flush();
  }
}
