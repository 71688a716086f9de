package org.stanj.runtime.slices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.PrintSink;

/**
 * What the chunks of one work print and throw. It is rare, so it takes a lock. It comes out as if
 * the chunks had run one after the other and had ended with the first that throws.
 */
final class Outcome {
  private static final int NONE = Integer.MAX_VALUE;

  private record Line(int chunk, String text) {}

  private final List<Line> lines = new ArrayList<>();
  private volatile int failed = NONE;
  private volatile boolean eventful;
  private @Nullable Throwable thrown;

  /** The first chunk known to have thrown; above all chunks if there is none. */
  int failed() {
    return failed;
  }

  /** Whether anything has been printed or thrown. */
  boolean isEventful() {
    return eventful;
  }

  /** A chunk has thrown. */
  synchronized void fail(int chunk, Throwable reason) {
    if (chunk < failed) {
      thrown = reason;
      failed = chunk;
      eventful = true;
    }
  }

  /** A chunk prints a line. */
  synchronized void print(int chunk, String text) {
    lines.add(new Line(chunk, text));
    eventful = true;
  }

  /**
   * Prints what has been printed and throws what has been thrown, in the order of the chunks, and
   * forgets it. All chunks have come to their end.
   */
  synchronized void settle(PrintSink sink) {
    Throwable reason = thrown;
    List<Line> printed = new ArrayList<>(lines);
    printed.sort(Comparator.comparingInt(Line::chunk));
    printed.removeIf(line -> line.chunk > failed);
    lines.clear();
    failed = NONE;
    thrown = null;
    eventful = false;
    printed.forEach(line -> sink.line(line.text));
    if (reason instanceof RuntimeException e) {
      throw e;
    }
    if (reason instanceof Error e) {
      throw e;
    }
  }
}
