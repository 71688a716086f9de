package org.stanj.runtime.chains;

import java.util.List;

/**
 * Wall time of a chain.
 *
 * @param warmup seconds
 * @param sampling seconds
 */
public record ElapsedTime(double warmup, double sampling) {
  private static final String INDENT = " ".repeat(15);

  /** The block of console and CSV, without its surrounding empty lines. */
  public List<String> lines() {
    return List.of(
        " Elapsed Time: " + seconds(warmup) + " (Warm-up)",
        INDENT + seconds(sampling) + " (Sampling)",
        INDENT + seconds(warmup + sampling) + " (Total)");
  }

  private static String seconds(double value) {
    return GeneralFormat.sixDigits(Math.round(value * 1000) / 1000.0) + " seconds";
  }
}
