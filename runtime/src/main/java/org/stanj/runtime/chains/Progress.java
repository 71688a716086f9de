package org.stanj.runtime.chains;

import java.util.Locale;

/**
 * One iteration is about to run.
 *
 * @param phase it belongs to
 * @param inPhase its number within the phase, from 1
 * @param iteration its number within the run, from 1
 * @param total iterations of the run
 */
public record Progress(Phase phase, int inPhase, int iteration, int total) {
  /**
   * Whether CmdStan prints a line for it: the first of a phase, each {@code refresh}-th, and the
   * last of the run; none if {@code refresh} is 0.
   */
  public boolean isDue(int refresh) {
    return refresh > 0 && (iteration == total || inPhase == 1 || inPhase % refresh == 0);
  }

  /** CmdStan's line, e.g. {@code Iteration: 10 / 50 [ 20%] (Warmup)}. */
  public String line() {
    int width = Math.max(1, (int) Math.ceil(Math.log10(total)));
    int percent = (int) (100L * iteration / total);
    String format = "Iteration: %" + width + "d / %d [%3d%%]  (%s)";
    return String.format(Locale.ROOT, format, iteration, total, percent, phase.title());
  }
}
