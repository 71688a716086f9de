package org.stanj.runtime.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/**
 * Writes the parts of an Arrow file whose columns are doubles without nulls: its start with the
 * schema, batches of rows, its end. One string stands beside the schema and beside each batch.
 */
public final class ArrowMessage {
  /** What an Arrow file begins and ends with. */
  public static final String MAGIC = "ARROW1";

  /** The key of the string that is kept with the schema, the head of the file. */
  public static final String HEAD = "stan.head";

  /** The key of the string that is kept with a batch: lines that stand before its rows. */
  public static final String LINES = "stan.lines";

  static final int ALIGNMENT = 8;
  static final int CONTINUATION = -1;

  /** Of the continuation mark and the length of the metadata. */
  public static final int PREFIX = 2 * Integer.BYTES;

  /** Where the first message begins, behind the mark. */
  public static final int START = ALIGNMENT;

  private ArrowMessage() {}

  /**
   * Where a batch lies in its file.
   *
   * @param offset of its prefix
   * @param metadata length of prefix and metadata
   * @param body length of its values
   */
  public record Place(long offset, int metadata, long body) {
    /** Where the next message begins. */
    public long end() {
      return offset + metadata + body;
    }
  }

  /** Whether a file that begins so is one of Arrow's. */
  public static boolean isStart(byte[] bytes) {
    return MAGIC.equals(new String(bytes, StandardCharsets.US_ASCII));
  }

  /** The first bytes of a file: the mark and the schema. Texts of one length give one length. */
  public static byte[] start(List<String> names, String head) {
    byte[] schema = framed(message(MessageHeader.Schema, b -> schema(b, names, head), "", "", 0));
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(START + schema.length)
        .put(magic)
        .position(START)
        .put(schema)
        .array();
  }

  /**
   * Prefix and metadata of a batch. Its body is the values, column by column, as little-endian
   * doubles.
   */
  public static byte[] batch(int columns, int rows, String lines) {
    long body = (long) columns * rows * Double.BYTES;
    return framed(
        message(MessageHeader.RecordBatch, b -> recordBatch(b, columns, rows), LINES, lines, body));
  }

  /** The last bytes of a file, which let readers find any batch at once. */
  public static byte[] end(List<String> names, String head, List<Place> batches) {
    FlatBufferBuilder b = new FlatBufferBuilder();
    int schema = schema(b, names, head);
    Footer.startDictionariesVector(b, 0);
    int dictionaries = b.endVector();
    Footer.startRecordBatchesVector(b, batches.size());
    for (int i = batches.size() - 1; i >= 0; i--) {
      Place place = batches.get(i);
      Block.createBlock(b, place.offset(), place.metadata(), place.body());
    }
    int blocks = b.endVector();
    Footer.startFooter(b);
    Footer.addVersion(b, MetadataVersion.V5);
    Footer.addSchema(b, schema);
    Footer.addDictionaries(b, dictionaries);
    Footer.addRecordBatches(b, blocks);
    Footer.finishFooterBuffer(b, Footer.endFooter(b));
    byte[] footer = b.sizedByteArray();
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    return littleEndian(PREFIX + footer.length + Integer.BYTES + magic.length)
        .putInt(CONTINUATION)
        .putInt(0)
        .put(footer)
        .putInt(footer.length)
        .put(magic)
        .array();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int schema(FlatBufferBuilder b, List<String> names, String head) {
    int[] fields = names.stream().mapToInt(name -> field(b, name)).toArray();
    int vector = Schema.createFieldsVector(b, fields);
    int metadata = Schema.createCustomMetadataVector(b, new int[] {entry(b, HEAD, head)});
    return Schema.createSchema(b, Endianness.Little, vector, metadata, 0);
  }

  private static int field(FlatBufferBuilder b, String name) {
    int text = b.createString(name);
    int type = FloatingPoint.createFloatingPoint(b, Precision.DOUBLE);
    int children = Field.createChildrenVector(b, new int[0]);
    return Field.createField(b, text, false, Type.FloatingPoint, type, 0, children, 0);
  }

  private static int entry(FlatBufferBuilder b, String key, String value) {
    return KeyValue.createKeyValue(b, b.createString(key), b.createString(value));
  }

  private static int recordBatch(FlatBufferBuilder b, int columns, int rows) {
    RecordBatch.startBuffersVector(b, 2 * columns);
    for (int c = columns - 1; c >= 0; c--) {
      long offset = (long) c * rows * Double.BYTES;
      Buffer.createBuffer(b, offset, (long) rows * Double.BYTES);
      Buffer.createBuffer(b, offset, 0); // no value is null
    }
    int buffers = b.endVector();
    RecordBatch.startNodesVector(b, columns);
    for (int c = 0; c < columns; c++) {
      FieldNode.createFieldNode(b, rows, 0);
    }
    int nodes = b.endVector();
    RecordBatch.startRecordBatch(b);
    RecordBatch.addLength(b, rows);
    RecordBatch.addNodes(b, nodes);
    RecordBatch.addBuffers(b, buffers);
    return RecordBatch.endRecordBatch(b);
  }

  private static byte[] message(
      byte type, ToIntFunction<FlatBufferBuilder> header, String key, String value, long body) {
    FlatBufferBuilder b = new FlatBufferBuilder();
    int content = header.applyAsInt(b);
    int metadata =
        value.isEmpty()
            ? 0
            : Message.createCustomMetadataVector(b, new int[] {entry(b, key, value)});
    Message.finishMessageBuffer(
        b, Message.createMessage(b, MetadataVersion.V5, type, content, body, metadata));
    return b.sizedByteArray();
  }

  /** Metadata behind their prefix, filled up so that what follows is aligned. */
  private static byte[] framed(byte[] metadata) {
    int length = (metadata.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return littleEndian(PREFIX + length).putInt(CONTINUATION).putInt(length).put(metadata).array();
  }
}
