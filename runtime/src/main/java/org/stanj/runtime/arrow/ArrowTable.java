package org.stanj.runtime.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of an Arrow file: first its schema, then batch by batch. Columns may be doubles,
 * floats, or signed integers of 32 or 64 bits; what is null becomes NaN.
 */
public final class ArrowTable {
  private final List<Column> columns;
  private final String head;

  /** How the values of a column lie in a body. */
  private enum Kind {
    DOUBLE,
    FLOAT,
    INT,
    LONG
  }

  private record Column(String name, Kind kind) {}

  private ArrowTable(List<Column> columns, String head) {
    this.columns = columns;
    this.head = head;
  }

  /**
   * What the prefix of a message says.
   *
   * @param prefix its first {@value ArrowMessage#PREFIX} bytes
   * @return the length of the metadata behind it; 0 if no message follows
   */
  public static int metadataLength(ByteBuffer prefix) throws ArrowException {
    ByteBuffer in = prefix.order(ByteOrder.LITTLE_ENDIAN);
    int mark = in.getInt();
    int length = in.getInt();
    if (mark != ArrowMessage.CONTINUATION || length < 0) {
      throw new ArrowException("there is no message where one should begin");
    }
    return length;
  }

  /** The length of the body that follows metadata. */
  public static long bodyLength(ByteBuffer metadata) throws ArrowException {
    long length = guarded(() -> Message.getRootAsMessage(metadata.duplicate()).bodyLength());
    if (length < 0) {
      throw new ArrowException("a message has a negative length");
    }
    return length;
  }

  /** Reads the schema, the first message of a file. */
  public static ArrowTable of(ByteBuffer metadata) throws ArrowException {
    return guarded(
        () -> {
          Message message = Message.getRootAsMessage(metadata.duplicate());
          if (message.headerType() != MessageHeader.Schema) {
            throw new ArrowException("it does not begin with a schema");
          }
          Schema schema = (Schema) some(message.header(new Schema()));
          List<Column> columns = new ArrayList<>();
          for (int c = 0; c < schema.fieldsLength(); c++) {
            columns.add(column(some(schema.fields(c))));
          }
          return new ArrowTable(columns, head(schema));
        });
  }

  private static String head(Schema schema) {
    for (int i = 0; i < schema.customMetadataLength(); i++) {
      @Nullable KeyValue entry = schema.customMetadata(i);
      if (entry != null && ArrowMessage.HEAD.equals(entry.key())) {
        return String.valueOf(entry.value());
      }
    }
    return "";
  }

  private static Column column(Field field) throws ArrowException {
    String name = String.valueOf(field.name());
    if (field.dictionary() == null && field.typeType() == Type.FloatingPoint) {
      FloatingPoint type = (FloatingPoint) some(field.type(new FloatingPoint()));
      if (type.precision() == Precision.DOUBLE || type.precision() == Precision.SINGLE) {
        return new Column(name, type.precision() == Precision.DOUBLE ? Kind.DOUBLE : Kind.FLOAT);
      }
    } else if (field.dictionary() == null && field.typeType() == Type.Int) {
      Int type = (Int) some(field.type(new Int()));
      if (type.isSigned() && type.bitWidth() >= Integer.SIZE) {
        return new Column(name, type.bitWidth() == Integer.SIZE ? Kind.INT : Kind.LONG);
      }
    }
    throw new ArrowException(
        "column \""
            + name
            + "\" is not of a type that is read: double, float, or integer of 32 or 64 bits");
  }

  /** Names of the columns. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** The text beside the schema; empty if there is none. */
  public String head() {
    return head;
  }

  /**
   * Reads a batch.
   *
   * @param metadata of the message
   * @param body of the message
   * @return empty for messages of other kinds, in which there are no rows
   */
  public List<Batch> batch(ByteBuffer metadata, ByteBuffer body) throws ArrowException {
    return guarded(
        () -> {
          Message message = Message.getRootAsMessage(metadata.duplicate());
          if (message.headerType() != MessageHeader.RecordBatch) {
            return List.of();
          }
          RecordBatch batch = (RecordBatch) some(message.header(new RecordBatch()));
          if (batch.compression() != null) {
            throw new ArrowException(
                "its values are compressed, which is not read: write it without compression");
          }
          return List.of(batch(batch, lines(message), body.order(ByteOrder.LITTLE_ENDIAN)));
        });
  }

  private static String lines(Message message) {
    for (int i = 0; i < message.customMetadataLength(); i++) {
      @Nullable KeyValue entry = message.customMetadata(i);
      if (entry != null && ArrowMessage.LINES.equals(entry.key())) {
        return String.valueOf(entry.value());
      }
    }
    return "";
  }

  private Batch batch(RecordBatch batch, String lines, ByteBuffer body) throws ArrowException {
    if (batch.length() < 0 || batch.length() * columns.size() * Float.BYTES > body.limit()) {
      throw new ArrowException("a batch has fewer values than it says");
    }
    int rows = Math.toIntExact(batch.length());
    double[][] values = new double[columns.size()][rows];
    for (int c = 0; c < values.length; c++) {
      Buffer valid = some(batch.buffers(2 * c));
      Buffer data = some(batch.buffers(2 * c + 1));
      read(columns.get(c).kind(), body, Math.toIntExact(data.offset()), values[c]);
      if (some(batch.nodes(c)).nullCount() > 0) {
        clear(body, Math.toIntExact(valid.offset()), values[c]);
      }
    }
    return new Batch(lines, rows, values);
  }

  private static void read(Kind kind, ByteBuffer body, int at, double[] out) {
    for (int r = 0; r < out.length; r++) {
      out[r] =
          switch (kind) {
            case DOUBLE -> body.getDouble(at + r * Double.BYTES);
            case FLOAT -> body.getFloat(at + r * Float.BYTES);
            case INT -> body.getInt(at + r * Integer.BYTES);
            case LONG -> body.getLong(at + r * Long.BYTES);
          };
    }
  }

  private static void clear(ByteBuffer body, int valid, double[] out) {
    for (int r = 0; r < out.length; r++) {
      if ((body.get(valid + r / Byte.SIZE) >> r % Byte.SIZE & 1) == 0) {
        out[r] = Double.NaN;
      }
    }
  }

  /**
   * Some rows.
   *
   * @param lines the text beside them; empty if there is none
   * @param rows their number
   * @param columns of values
   */
  public record Batch(String lines, int rows, double[][] columns) {}

  private static <T> T some(@Nullable T part) throws ArrowException {
    if (part == null) {
      throw new ArrowException("a part of a message is missing");
    }
    return part;
  }

  /** Reads something of bytes that may be damaged. */
  private interface Reading<T> {
    T read() throws ArrowException;
  }

  private static <T> T guarded(Reading<T> reading) throws ArrowException {
    try {
      return reading.read();
    } catch (RuntimeException e) {
      throw new ArrowException("a message is damaged");
    }
  }
}
