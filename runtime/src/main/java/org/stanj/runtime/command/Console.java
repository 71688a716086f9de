package org.stanj.runtime.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes its lines. Each line is handed on at once: the reader may be a pipe.
 * Thread-safe.
 */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;

  /** Lines go to the two streams, which the caller closes. */
  public Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** The console of the process. */
  public static Console standard() {
    return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** A line for standard output. */
  public void line(String text) {
    print(out, text + "\n");
  }

  /** Text for standard output as it stands. */
  public void text(String text) {
    print(out, text);
  }

  /** A line for standard error. */
  public void error(String text) {
    print(err, text + "\n");
  }

  private static void print(PrintStream stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
