package org.stanj.runtime.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.model.SourceLines;

/** Samples of gradients, by the line that each was at. */
public final class LineCounts {
  private final TreeMap<Integer, long[]> samples = new TreeMap<>();
  private final Map<Long, Long> latest = new HashMap<>();
  private final LongStream.Builder gaps = LongStream.builder();
  private long total;

  /**
   * A line with samples.
   *
   * @param number as {@link SourceLines} counts; 0 for code that belongs to no line
   * @param forward samples of forward sweeps, and of both sweeps where they run together
   * @param reverse samples of reverse sweeps
   */
  public record Line(int number, long forward, long reverse) {
    /** Of both sweeps. */
    public long samples() {
      return forward + reverse;
    }
  }

  /**
   * A sample.
   *
   * @param entry the line number in the class file; 0 or less if there is none
   * @param thread that was looked at
   * @param nanos when that was; not before earlier samples of the thread
   */
  void add(int entry, long thread, long nanos) {
    @Nullable Long before = latest.put(thread, nanos);
    if (before != null) {
      gaps.add(nanos - before);
    }
    boolean reverse = entry > SourceLines.REVERSE;
    int number = Math.max(0, reverse ? entry - SourceLines.REVERSE : entry);
    samples.computeIfAbsent(number, n -> new long[2])[reverse ? 1 : 0]++;
    total++;
  }

  /** Samples of all lines. */
  public long total() {
    return total;
  }

  /**
   * Nanoseconds between two looks at a thread at work: the median, since threads pause, and since
   * the recorder looks less often than it is told to. Call it once, when all samples are there.
   *
   * @return 0 if no thread was looked at twice
   */
  public double period() {
    long[] sorted = gaps.build().toArray();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** The lines, that with the most samples first. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    samples.forEach((number, both) -> lines.add(new Line(number, both[0], both[1])));
    lines.sort(Comparator.comparingLong(Line::samples).reversed());
    return lines;
  }
}
