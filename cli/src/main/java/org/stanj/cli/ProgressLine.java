package org.stanj.cli;

import java.io.PrintStream;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;

/** One line of a terminal that shows how far the chains are. Thread-safe. */
final class ProgressLine {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final String ERASE = "\r\033[K";

  /** More chains than this do not fit in a line: then only the slowest is shown. */
  private static final int MOST_CHAINS = 6;

  private final PrintStream terminal;
  private final boolean shown;
  private final AtomicLong lastShown = new AtomicLong(System.nanoTime());
  private AtomicReferenceArray<Progress> chains = new AtomicReferenceArray<>(0);
  private boolean dirty;

  /**
   * @param shown whether {@code terminal} is one
   */
  ProgressLine(PrintStream terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  /** Sets the number of chains. */
  void start(int count) {
    chains = new AtomicReferenceArray<>(count);
  }

  /** A chain got further; cheap unless it is time to show it. */
  void update(int chain, Progress at) {
    if (!shown) {
      return;
    }
    chains.lazySet(chain, at);
    long last = lastShown.get();
    long now = System.nanoTime();
    if (now - last > INTERVAL_NANOS && lastShown.compareAndSet(last, now)) {
      draw();
    }
  }

  /** Shows the line now. */
  synchronized void draw() {
    terminal.print(ERASE + line());
    terminal.flush();
    dirty = true;
  }

  /** Runs something that writes lines, with the progress out of their way. */
  synchronized void interrupt(Runnable writing) {
    clear();
    writing.run();
  }

  /** Takes the progress off the terminal. */
  synchronized void clear() {
    if (dirty) {
      terminal.print(ERASE);
      terminal.flush();
      dirty = false;
    }
  }

  /** For example {@code 1: 34 % warmup | 2: 52 % sampling}. */
  String line() {
    StringJoiner parts = new StringJoiner(" | ");
    int slowest = 100;
    for (int i = 0; i < chains.length(); i++) {
      Progress at = chains.get(i);
      int percent = at == null ? 0 : (int) (100L * at.iteration() / at.total());
      slowest = Math.min(slowest, percent);
      String phase = at == null ? "" : at.phase() == Phase.WARMUP ? " warmup" : " sampling";
      parts.add((i + 1) + ": " + percent + "%" + phase);
    }
    return chains.length() > MOST_CHAINS
        ? chains.length() + " chains, the slowest at " + slowest + "%"
        : parts.toString();
  }
}
