package org.stanj.runtime.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip file of any number of members (RFC 1952), as far as it is there: unlike the JDK's
 * stream it can go on when the file has grown.
 */
final class Gunzip implements AutoCloseable {
  private static final int BLOCK = 1 << 16;
  private static final int MAGIC = 0x8b1f;
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final String file;
  private final SeekableByteChannel in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private ByteBuffer input = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private boolean inMember;

  Gunzip(String file, SeekableByteChannel in) {
    this.file = file;
    this.in = in;
  }

  /** Whether a file begins with these bytes. */
  static boolean isStart(int first, int second) {
    return first == (MAGIC & 0xff) && second == MAGIC >> Byte.SIZE;
  }

  /**
   * Unpacks some bytes.
   *
   * @return how many; 0 if there are no further ones yet
   * @throws FileProblem if the file is damaged
   */
  int read(byte[] out, int from, int length) throws IOException {
    while (true) {
      if (!inMember && !begin()) {
        return 0;
      }
      int count = inflate(out, from, length);
      if (count > 0) {
        sum.update(out, from, count);
        return count;
      }
      if (inflater.finished() ? !end() : !fill()) {
        return 0;
      }
    }
  }

  private int inflate(byte[] out, int from, int length) {
    if (inflater.finished()) {
      return 0;
    }
    try {
      inflater.setInput(input);
      return inflater.inflate(out, from, length);
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private FileProblem damaged() {
    return new FileProblem(file + ": its gzip data are damaged");
  }

  /** Reads the header of a member, if it is there. */
  private boolean begin() throws IOException {
    do {
      int size = headerSize();
      if (size > 0) {
        input.position(input.position() + size);
        inMember = true;
        inflater.reset();
        sum.reset();
        return true;
      }
    } while (fill());
    return false;
  }

  /** The size of the header at the start of the input; 0 if it is not all there. */
  private int headerSize() {
    int at = input.position();
    if (input.remaining() < HEADER) {
      return 0;
    }
    if ((input.getShort(at) & 0xffff) != MAGIC) {
      throw damaged();
    }
    int flags = input.get(at + 3);
    int end = at + HEADER;
    if ((flags & HAS_EXTRA) != 0) {
      end += end + 2 > input.limit() ? input.limit() : 2 + (input.getShort(end) & 0xffff);
    }
    for (int flag : new int[] {HAS_NAME, HAS_COMMENT}) {
      if ((flags & flag) != 0) {
        while (end < input.limit() && input.get(end) != 0) {
          end++;
        }
        end++;
      }
    }
    end += (flags & HAS_CHECKSUM) != 0 ? 2 : 0;
    return end > input.limit() ? 0 : end - at;
  }

  /** Reads the trailer of a member, if it is there. */
  private boolean end() throws IOException {
    while (input.remaining() < TRAILER) {
      if (!fill()) {
        return false;
      }
    }
    boolean right = input.getInt() == (int) sum.getValue();
    if (input.getInt() != (int) inflater.getBytesWritten() || !right) {
      throw damaged();
    }
    inMember = false;
    return true;
  }

  /** Reads more of the file; whether there was more. */
  private boolean fill() throws IOException {
    if (input.remaining() == input.capacity()) {
      input = ByteBuffer.allocate(2 * input.capacity()).order(input.order()).put(input);
    } else {
      input.compact();
    }
    int count = in.read(input);
    input.flip();
    return count > 0;
  }

  /** Whether what there is ends inside a member. */
  boolean endsInside() {
    return inMember || input.hasRemaining();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
