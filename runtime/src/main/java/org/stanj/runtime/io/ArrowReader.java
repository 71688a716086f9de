package org.stanj.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.arrow.ArrowException;
import org.stanj.runtime.arrow.ArrowMessage;
import org.stanj.runtime.arrow.ArrowTable;

/**
 * Reads an Arrow IPC file from its start, message by message, so that its end need not be there:
 * that of a killed run is missing.
 */
final class ArrowReader implements RowReader {
  /** A batch that is larger is not read into memory but mapped. */
  private static final int MAPPED = 1 << 26;

  private final Path file;
  private final FileParts parts;
  private final FileChannel in;
  private final List<ArrowMessage.Place> places = new ArrayList<>();
  private @Nullable ArrowTable table;
  private long position = ArrowMessage.START;
  private boolean ended;

  ArrowReader(Path file, FileParts parts) throws IOException {
    this.file = file;
    this.parts = parts;
    this.in = FileChannel.open(file);
  }

  @Override
  public void read() throws IOException {
    read(true);
  }

  /** Finds the messages without reading their rows. */
  void scan() throws IOException {
    read(false);
  }

  private void read(boolean rows) throws IOException {
    try {
      boolean more = true;
      while (more) {
        more = message(rows);
      }
    } catch (ArrowException e) {
      throw new FileProblem(file + ": is no Arrow file that can be read: " + e.getMessage());
    }
  }

  /** The next message; whether it is there. */
  private boolean message(boolean rows) throws IOException, ArrowException {
    long left = in.size() - position;
    if (left < ArrowMessage.PREFIX) {
      return false;
    }
    int length = ArrowTable.metadataLength(bytes(position, ArrowMessage.PREFIX));
    ended = length == 0;
    if (ended || length > left - ArrowMessage.PREFIX) {
      return false;
    }
    ByteBuffer metadata = bytes(position + ArrowMessage.PREFIX, length);
    long body = ArrowTable.bodyLength(metadata);
    ArrowMessage.Place place = new ArrowMessage.Place(position, ArrowMessage.PREFIX + length, body);
    if (body > left - place.metadata()) {
      return false;
    }
    take(metadata, place, rows);
    position = place.end();
    return true;
  }

  private void take(ByteBuffer metadata, ArrowMessage.Place place, boolean rows)
      throws IOException, ArrowException {
    ArrowTable schema = table;
    if (schema == null) {
      table = ArrowTable.of(metadata);
      comments(table.head());
      parts.header(table.names());
      return;
    }
    places.add(place);
    if (rows) {
      for (ArrowTable.Batch batch : schema.batch(metadata, body(place))) {
        comments(batch.lines());
        rows(batch);
      }
    }
  }

  private void comments(String lines) {
    if (!lines.isEmpty()) {
      Arrays.stream(lines.split("\n", -1)).forEach(parts::comment);
    }
  }

  private void rows(ArrowTable.Batch batch) {
    double[] row = new double[batch.columns().length];
    for (int r = 0; r < batch.rows(); r++) {
      for (int c = 0; c < row.length; c++) {
        row[c] = batch.columns()[c][r];
      }
      parts.row(row);
    }
  }

  private ByteBuffer body(ArrowMessage.Place place) throws IOException, ArrowException {
    long start = place.offset() + place.metadata();
    if (place.body() > Integer.MAX_VALUE) {
      throw new ArrowException("a batch has more than 2 GB: write it in smaller ones");
    }
    return place.body() <= MAPPED
        ? bytes(start, (int) place.body())
        : in.map(FileChannel.MapMode.READ_ONLY, start, place.body());
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (in.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the file has become shorter");
      }
    }
    return bytes.flip();
  }

  /** Where the batches lie that were found. */
  List<ArrowMessage.Place> places() {
    return places;
  }

  /** Names of the columns, if the schema was found. */
  List<String> names() {
    return parts.columns();
  }

  @Override
  public Rest rest() {
    try {
      return ended || in.size() <= position ? Rest.NONE : Rest.PIECE;
    } catch (IOException e) {
      return Rest.PIECE;
    }
  }

  @Override
  public void readRest() {
    throw new FileProblem(file + ": is cut off: it ends inside a batch of rows");
  }

  @Override
  public boolean hasShrunk() throws IOException {
    return in.size() < position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
