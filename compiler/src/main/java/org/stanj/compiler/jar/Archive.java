package org.stanj.compiler.jar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A zip file as two runs of bytes: the entries, and the directory that lists them. Reading it so
 * lets entries be added without unpacking one.
 *
 * @param entries local headers and data of all entries
 * @param directory central directory records
 * @param count number of entries
 */
@SuppressWarnings("ArrayRecordComponent")
record Archive(byte[] entries, byte[] directory, int count) {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int MAX_COMMENT = 0xffff;

  /**
   * Reads a zip file without prefix, encryption or zip64 records.
   *
   * @throws IOException if the file cannot be read or is not such a file
   */
  static Archive read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int end = endRecord(zip, file);
    int count = Short.toUnsignedInt(zip.getShort(end + 10));
    int size = zip.getInt(end + 12);
    int start = zip.getInt(end + 16);
    if (start < 0 || size < 0 || start + size != end) {
      throw new IOException(file + " is not a jar that entries can be added to");
    }
    return new Archive(Arrays.copyOf(bytes, start), Arrays.copyOfRange(bytes, start, end), count);
  }

  private static int endRecord(ByteBuffer zip, Path file) throws IOException {
    int last = zip.limit() - END_SIZE;
    for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
      if (zip.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    throw new IOException(file + " is not a jar");
  }
}
