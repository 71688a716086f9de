package org.stanj.compiler.jar;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Adds entries behind those of an archive, whose bytes stay as they are. */
final class ArchiveAppender {
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LOCAL_SIZE = 30;
  private static final int CENTRAL_SIZE = 46;
  private static final int END_SIZE = 22;
  private static final short VERSION = 20;
  private static final short UTF8_NAMES = 1 << 11;
  private static final short DEFLATED = 8;

  /** 1 January 1980, the first day of zip time: equal programs give equal jars. */
  private static final int DATE = (1 << 21) | (1 << 16);

  private static final int MAX_ENTRIES = 0xfffe;

  private final ByteArrayOutputStream entries;
  private final ByteArrayOutputStream directory;
  private int count;

  /** Starts from the entries of {@code base}. */
  ArchiveAppender(Archive base) {
    entries = new ByteArrayOutputStream(base.entries().length + (1 << 16));
    entries.writeBytes(base.entries());
    directory = new ByteArrayOutputStream(base.directory().length + (1 << 12));
    directory.writeBytes(base.directory());
    count = base.count();
  }

  /** Adds an entry; {@code name} has slashes and is not in the archive yet. */
  void add(String name, byte[] content) {
    if (++count > MAX_ENTRIES) {
      throw new IllegalArgumentException("more than " + MAX_ENTRIES + " entries");
    }
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    byte[] packed = deflate(content);
    int offset = entries.size();
    ByteBuffer common = common(path, content, packed);
    entries.writeBytes(record(LOCAL_SIZE).putInt(LOCAL_SIGNATURE).put(common.duplicate()).array());
    entries.writeBytes(path);
    entries.writeBytes(packed);
    ByteBuffer central =
        record(CENTRAL_SIZE).putInt(CENTRAL_SIGNATURE).putShort(VERSION).put(common);
    directory.writeBytes(central.putInt(CENTRAL_SIZE - Integer.BYTES, offset).array());
    directory.writeBytes(path);
  }

  /** The whole archive. */
  byte[] toByteArray() {
    ByteBuffer end = record(END_SIZE).putInt(END_SIGNATURE).putInt(0);
    end.putShort((short) count).putShort((short) count);
    end.putInt(directory.size()).putInt(entries.size());
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(entries.size() + directory.size() + END_SIZE);
    out.writeBytes(entries.toByteArray());
    out.writeBytes(directory.toByteArray());
    out.writeBytes(end.array());
    return out.toByteArray();
  }

  /** The fields that a local header and a directory record share, from version to extra length. */
  private static ByteBuffer common(byte[] path, byte[] content, byte[] packed) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ByteBuffer fields = record(LOCAL_SIZE - Integer.BYTES);
    fields.putShort(VERSION).putShort(UTF8_NAMES).putShort(DEFLATED).putInt(DATE);
    fields.putInt((int) checksum.getValue()).putInt(packed.length).putInt(content.length);
    return fields.putShort((short) path.length).putShort((short) 0).flip();
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + 64);
      byte[] block = new byte[1 << 13];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static ByteBuffer record(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
