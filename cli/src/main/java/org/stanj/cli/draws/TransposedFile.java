package org.stanj.cli.draws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows go in, columns come out: a temporary file of blocks, each of which has the values of some
 * rows column by column. Memory is that of one block, whatever the number of rows.
 */
final class TransposedFile implements AutoCloseable {
  private static final int BLOCK_VALUES = 1 << 21;
  private static final int PIECE = 1 << 17;

  private final int columns;
  private final int blockRows;
  private final FileChannel file;
  private double[] block;
  private int rows;

  /**
   * @param columns of each row
   */
  TransposedFile(int columns) throws IOException {
    this.columns = columns;
    this.blockRows = Math.max(1, BLOCK_VALUES / columns);
    this.block = new double[columns * blockRows];
    Path path = Files.createTempFile("stanj-draws", ".tmp");
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Adds a row, which the caller keeps. */
  void add(double[] row) {
    int at = rows % blockRows;
    for (int c = 0; c < columns; c++) {
      block[c * blockRows + at] = row[c];
    }
    rows++;
    if (at == blockRows - 1) {
      write(blockRows);
    }
  }

  /** Forgets all rows. */
  void clear() {
    rows = 0;
  }

  /** No rows follow: the block is written and its memory given back. */
  void finish() {
    int left = rows % blockRows;
    if (left > 0) {
      write(left);
    }
    block = new double[0];
  }

  int rows() {
    return rows;
  }

  private void write(int count) {
    long at = offset((rows - 1) / blockRows);
    ByteBuffer bytes = ByteBuffer.allocate(PIECE * Double.BYTES);
    DoubleBuffer values = bytes.asDoubleBuffer();
    for (int c = 0; c < columns; c++) {
      int done = 0;
      while (done < count) {
        int piece = Math.min(count - done, values.remaining());
        values.put(block, c * blockRows + done, piece);
        done += piece;
        if (!values.hasRemaining()) {
          at += flush(bytes, values, at);
        }
      }
    }
    flush(bytes, values, at);
  }

  private int flush(ByteBuffer bytes, DoubleBuffer values, long at) {
    bytes.position(0).limit(values.position() * Double.BYTES);
    int length = bytes.remaining();
    try {
      for (long to = at; bytes.hasRemaining(); ) {
        to += file.write(bytes, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.clear();
    values.clear();
    return length;
  }

  private long offset(int ofBlock) {
    return (long) ofBlock * columns * blockRows * Double.BYTES;
  }

  /** The first {@code count} values of a column. */
  double[] column(int column, int count) {
    double[] out = new double[count];
    try {
      for (int from = 0; from < count; from += blockRows) {
        int inBlock = Math.min(blockRows, rows - from);
        int wanted = Math.min(inBlock, count - from);
        long at = offset(from / blockRows) + (long) column * inBlock * Double.BYTES;
        read(at, out, from, wanted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private void read(long at, double[] out, int from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.min(count, PIECE) * Double.BYTES);
    for (int done = 0; done < count; ) {
      int piece = Math.min(PIECE, count - done);
      bytes.clear().limit(piece * Double.BYTES);
      while (bytes.hasRemaining()) {
        if (file.read(bytes, at + (long) done * Double.BYTES + bytes.position()) < 0) {
          throw new IOException("the temporary file of draws has become shorter");
        }
      }
      bytes.flip();
      bytes.asDoubleBuffer().get(out, from + done, piece);
      done += piece;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
