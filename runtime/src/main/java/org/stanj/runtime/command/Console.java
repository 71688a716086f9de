package org.stanj.runtime.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes its lines. Each line is handed on at once: the reader may be a pipe.
 * Thread-safe. Where standard output is closed or full, writing to it throws, which ends the run;
 * what cannot be written to standard error is lost.
 */
public final class Console {
  private final OutputStream out;
  private final OutputStream err;

  /** Lines go to the two streams, which the caller closes. */
  public Console(OutputStream out, OutputStream err) {
    this.out = out;
    this.err = err;
  }

  /** The console of the process. */
  public static Console standard() {
    return new Console(
        new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
  }

  /** Says nothing. */
  public static Console silent() {
    return new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  /** A line for standard output. */
  public void line(String text) {
    text(text + "\n");
  }

  /** Text for standard output as it stands. */
  public void text(String text) {
    try {
      print(out, text);
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException("standard output: " + e.getMessage(), e));
    }
  }

  /** A line for standard error. */
  public void error(String text) {
    try {
      print(err, text + "\n");
    } catch (IOException ignored) {
      // nobody is left to be told
    }
  }

  private static void print(OutputStream stream, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    synchronized (stream) {
      stream.write(bytes, 0, bytes.length);
      stream.flush();
    }
  }
}
