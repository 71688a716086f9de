package org.stanj.runtime.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** How lines of text become bytes of a file. */
enum Packing {
  /** As they are. */
  PLAIN(1 << 16),
  /**
   * Each piece is a whole gzip member (RFC 1952, section 2.2: a file may have several), so that
   * what a killed run leaves can be read to its end. It is packed as long as it is no head: a head
   * is only stored, so that one of the same length can take its place.
   */
  GZIP(1 << 20);

  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final short MAGIC = (short) 0x8b1f;
  private static final byte DEFLATED = 8;

  /** RFC 1952: 255 is an unknown system. */
  private static final byte SYSTEM = (byte) 255;

  private final int piece;

  Packing(int piece) {
    this.piece = piece;
  }

  /** Good size of a piece, in bytes before packing. */
  int piece() {
    return piece;
  }

  /** Packs the first {@code length} bytes. */
  ByteBuffer pack(byte[] bytes, int length) {
    return this == PLAIN
        ? ByteBuffer.wrap(bytes, 0, length)
        : member(bytes, length, Deflater.DEFAULT_COMPRESSION);
  }

  /** Packs a head; one with as many bytes becomes as many. */
  byte[] packHead(byte[] bytes) {
    return this == PLAIN ? bytes : member(bytes, bytes.length, Deflater.NO_COMPRESSION).array();
  }

  /** Of so many bytes that could be written of a piece, how many are of use. */
  int whole(byte[] bytes, int written) {
    if (this == GZIP) {
      return 0;
    }
    int end = written;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static ByteBuffer member(byte[] bytes, int length, int level) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      byte[] out = new byte[HEADER + length / 2 + 64];
      int used = HEADER;
      while (!deflater.finished()) {
        used += deflater.deflate(out, used, out.length - used);
        if (!deflater.finished()) {
          out = Arrays.copyOf(out, 2 * out.length);
        }
      }
      ByteBuffer member =
          ByteBuffer.wrap(Arrays.copyOf(out, used + TRAILER)).order(ByteOrder.LITTLE_ENDIAN);
      member.putShort(MAGIC).put(DEFLATED).put(HEADER - 1, SYSTEM);
      return member.position(used).putInt((int) sum.getValue()).putInt(length).flip();
    } finally {
      deflater.end();
    }
  }
}
