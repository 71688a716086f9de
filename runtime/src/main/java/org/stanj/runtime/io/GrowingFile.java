package org.stanj.runtime.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows by pieces. Where the disk is full, what is left of a piece is taken away again,
 * and each further piece fails.
 */
final class GrowingFile implements AutoCloseable {
  private static final Set<OpenOption> CREATE =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
  private static final Set<OpenOption> GO_ON = Set.of(StandardOpenOption.WRITE);

  private final String name;
  private final FileChannel out;
  private long length;
  private @Nullable UncheckedIOException broken;

  private GrowingFile(String name, FileChannel out, long length) {
    this.name = name;
    this.out = out;
    this.length = length;
  }

  /**
   * Creates a file, or empties it.
   *
   * @throws FileProblem if that is not possible
   */
  static GrowingFile create(String name) {
    return new GrowingFile(name, open(name, CREATE), 0);
  }

  /**
   * Goes on with a file that was written before: what stands behind {@code length} bytes goes.
   *
   * @throws FileProblem if it is shorter or cannot be written
   */
  static GrowingFile resume(String name, long length) {
    GrowingFile file = new GrowingFile(name, open(name, GO_ON), length);
    try {
      if (file.out.size() < length) {
        file.out.close();
        throw new FileProblem(
            "Error: cannot go on with output file " + name + ": it is shorter than it was");
      }
      file.out.truncate(length);
      file.out.position(length);
      return file;
    } catch (IOException e) {
      throw file.failed(e);
    }
  }

  private static FileChannel open(String name, Set<OpenOption> options) {
    try {
      return FileChannel.open(Path.of(name), options);
    } catch (IOException | IllegalArgumentException e) {
      throw new FileProblem("Error: cannot write to output file " + name + ": " + reason(name));
    }
  }

  private static String reason(String file) {
    if (file.isEmpty()) {
      return "the name is empty";
    }
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      return "there is no directory " + folder;
    }
    if (!Files.exists(path)) {
      return "it is not there, or there is no permission";
    }
    return Files.isDirectory(path) ? "it is a directory" : "no permission";
  }

  String name() {
    return name;
  }

  /** How many bytes there are. */
  long length() {
    return length;
  }

  /**
   * Adds bytes at the end.
   *
   * @param whole of so many bytes that could be written, how many may stay
   */
  void append(ByteBuffer bytes, IntUnaryOperator whole) {
    if (broken != null) {
      throw broken;
    }
    int start = bytes.position();
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      length += whole.applyAsInt(bytes.position() - start);
      cut();
      broken = failed(e);
      throw broken;
    }
    length += bytes.position() - start;
  }

  private void cut() {
    try {
      out.truncate(length);
    } catch (IOException e) {
      // a pipe or a device: nothing can be taken back
    }
  }

  /** Replaces the first bytes. */
  void replaceStart(byte[] bytes) {
    try {
      ByteBuffer start = ByteBuffer.wrap(bytes);
      while (start.hasRemaining()) {
        out.write(start, start.position());
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Hands all bytes to the disk. */
  void force() {
    try {
      out.force(false);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Whether a piece could not be written. */
  boolean isBroken() {
    return broken != null;
  }

  boolean isOpen() {
    return out.isOpen();
  }

  UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(new IOException(name + ": " + e.getMessage(), e));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
