package org.stanj.cli;

import java.io.Writer;
import java.util.function.Consumer;

/** A writer whose text goes to the console when it is flushed. */
final class ConsoleWriter extends Writer {
  private final StringBuilder pending = new StringBuilder();
  private final Consumer<String> target;

  ConsoleWriter(Consumer<String> target) {
    this.target = target;
  }

  @Override
  public void write(char[] text, int offset, int length) {
    pending.append(text, offset, length);
  }

  @Override
  public void flush() {
    if (pending.length() > 0) {
      target.accept(pending.toString());
      pending.setLength(0);
    }
  }

  @Override
  public void close() {
    flush();
  }
}
