package org.stanj.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stanj.runtime.arrow.ArrowMessage;

/**
 * Writes the same as an Arrow IPC file: one column of doubles for each name. The head is kept with
 * the schema, a comment with the batch that follows it; comments behind the last row are kept with
 * a batch that has no rows. The rows of a run that is killed are there batch by batch, without the
 * end of the file that lists them.
 */
final class ArrowWriter implements RowFile {
  private static final long PATIENCE = 5_000_000_000L;

  /** Values in a batch, where that is more than one row. */
  private static final int BATCH_VALUES = 1 << 17;

  private final GrowingFile out;
  private final List<ArrowMessage.Place> batches = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private List<String> head = List.of();
  private List<String> names = List.of();
  private boolean headed;
  private double[] values = new double[0];
  private int rowsInBatch;
  private int rows;
  private int used;

  ArrowWriter(GrowingFile out) {
    this.out = out;
  }

  /** Goes on behind the batches that a file has. */
  static ArrowWriter resume(String file, long length) {
    ArrowWriter writer = new ArrowWriter(GrowingFile.resume(file, length));
    try (ArrowReader reader = new ArrowReader(Path.of(file), new FileParts(file, row -> {}))) {
      reader.scan();
      writer.batches.addAll(reader.places());
      writer.columns(reader.names());
      return writer;
    } catch (IOException e) {
      throw writer.out.failed(e);
    }
  }

  @Override
  public void head(List<String> lines) {
    head = List.copyOf(lines);
    if (headed) {
      out.replaceStart(ArrowMessage.start(names, String.join("\n", head)));
    }
  }

  @Override
  public void comment(String text) {
    writeRows();
    comments.add(text);
  }

  @Override
  public void header(List<String> columns) {
    columns(columns);
    out.append(ByteBuffer.wrap(ArrowMessage.start(names, String.join("\n", head))), written -> 0);
  }

  private void columns(List<String> columns) {
    names = List.copyOf(columns);
    headed = true;
    rowsInBatch = Math.max(1, BATCH_VALUES / Math.max(1, names.size()));
    values = new double[rowsInBatch * names.size()];
  }

  @Override
  public void value(double value) {
    values[used * rowsInBatch + rows] = value;
    used++;
  }

  @Override
  public void endRow() {
    if (used != names.size()) {
      throw new IllegalStateException(used + " values in " + names.size() + " columns");
    }
    used = 0;
    rows++;
    if (rows == rowsInBatch) {
      writeRows();
    }
  }

  private void writeRows() {
    if (rows > 0) {
      writeBatch();
    }
  }

  private void writeBatch() {
    int columns = names.size();
    byte[] metadata = ArrowMessage.batch(columns, rows, String.join("\n", comments));
    long body = (long) columns * rows * Double.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(metadata.length + body));
    bytes.put(metadata).order(ByteOrder.LITTLE_ENDIAN);
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        bytes.putDouble(values[c * rowsInBatch + r]);
      }
    }
    long offset = out.length();
    out.append(bytes.flip(), written -> 0);
    batches.add(new ArrowMessage.Place(offset, metadata.length, body));
    comments.clear();
    for (int c = 0; c < used; c++) {
      values[c * rowsInBatch] = values[c * rowsInBatch + rows];
    }
    rows = 0;
  }

  /** Comments wait for rows. */
  @Override
  public void flush() {
    writeRows();
  }

  @Override
  public long patience() {
    return PATIENCE;
  }

  @Override
  public long force() {
    writePending();
    out.force();
    return out.length();
  }

  private void writePending() {
    if (rows > 0 || !comments.isEmpty()) {
      writeBatch();
    }
  }

  @Override
  public void close() {
    try (out) {
      if (out.isBroken() || !out.isOpen()) {
        return;
      }
      if (!headed) {
        header(List.of());
      }
      writePending();
      byte[] end = ArrowMessage.end(names, String.join("\n", head), batches);
      out.append(ByteBuffer.wrap(end), written -> 0);
    }
  }
}
