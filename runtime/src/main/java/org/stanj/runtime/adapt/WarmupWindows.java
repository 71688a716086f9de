package org.stanj.runtime.adapt;

import java.util.BitSet;
import java.util.List;
import org.stanj.runtime.hmc.MetricForm;

/**
 * When the metric is learned. Warmup is a first fast interval, slow windows of doubling length, of
 * which the last takes what is left, and a last fast interval; only positions of slow windows count
 * for the metric, which changes at the end of each.
 *
 * <p>Source: Stan Reference Manual, "MCMC Sampling", section on automatic parameter tuning.
 */
public final class WarmupWindows {
  /** Shorter warmups learn no metric. */
  static final int SHORTEST = 20;

  private static final String LEARNED = "@";

  private final int slowBegin;
  private final int slowEnd;
  private final BitSet ends = new BitSet();
  private final List<String> warnings;

  private WarmupWindows(int slowBegin, int slowEnd, List<String> warnings) {
    this.slowBegin = slowBegin;
    this.slowEnd = slowEnd;
    this.warnings = warnings;
  }

  /** The windows of a warmup, reduced to 15 %, 75 % and 10 % of it if they do not fit. */
  public static WarmupWindows of(int numWarmup, AdaptSettings settings) {
    if (numWarmup < SHORTEST) {
      return new WarmupWindows(
          0,
          0,
          List.of(
              "WARNING: No " + LEARNED + " estimation is",
              "         performed for num_warmup < " + SHORTEST,
              ""));
    }
    int init = settings.initBuffer();
    int term = settings.termBuffer();
    int base = settings.window();
    List<String> warnings = List.of();
    if ((long) init + base + term > numWarmup) {
      init = (int) (0.15 * numWarmup);
      term = (int) (0.1 * numWarmup);
      base = numWarmup - (init + term);
      warnings = reduction(init, base, term);
    }
    WarmupWindows windows = new WarmupWindows(init, numWarmup - term, warnings);
    windows.fill(base);
    return windows;
  }

  /** The first window is as configured, the others stop where twice their length would not fit. */
  private void fill(int base) {
    long size = Math.max(base, 1);
    long end = slowBegin + size;
    while (end < slowEnd) {
      ends.set((int) end - 1);
      size *= 2;
      end = end + 3 * size <= slowEnd ? end + size : slowEnd;
    }
    if (slowBegin < slowEnd) {
      ends.set(slowEnd - 1);
    }
  }

  private static List<String> reduction(int init, int base, int term) {
    return List.of(
        "WARNING: There aren't enough warmup iterations to fit the",
        "         three stages of adaptation as currently configured.",
        "         Reducing each adaptation stage to 15%/75%/10% of",
        "         the given number of warmup iterations:",
        "           init_buffer = " + init,
        "           adapt_window = " + base,
        "           term_buffer = " + term,
        "");
  }

  /** Lines for the console when the schedule is not as configured; empty otherwise. */
  public List<String> warnings(MetricForm form) {
    String learned = form == MetricForm.DENSE_E ? "covariance" : "variance";
    return warnings.stream().map(line -> line.replace(LEARNED, learned)).toList();
  }

  /** The numbers of iterations after which a slow window has ended. */
  List<Integer> ends() {
    return ends.stream().mapToObj(m -> m + 1).toList();
  }

  /** The end of the last slow window. */
  int slowEnd() {
    return slowEnd;
  }

  /** Whether the position after iteration {@code m} (from 0) counts for the metric. */
  public boolean isSlow(long m) {
    return m >= slowBegin && m < slowEnd;
  }

  /** Whether a slow window ends with iteration {@code m}. */
  public boolean isEnd(long m) {
    return m < slowEnd && ends.get((int) m);
  }
}
