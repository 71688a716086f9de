package org.stanj.runtime.chains;

import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;

/** Tells the user how long a gradient takes. */
public final class GradientTiming {
  private static final long BUDGET_NANOS = 2_000_000;
  private static final int MOST_RUNS = 20;
  private static final int LEAPFROGS = 10_000;

  private GradientTiming() {}

  /** Logs the time of a gradient at {@code q}: the fastest of a few, since the first are cold. */
  public static void report(Model model, double[] q, ChainLog log) {
    double seconds = fastest(model, q) * 1e-9;
    log.timing("");
    log.timing("Gradient evaluation took " + GeneralFormat.sixDigits(seconds) + " seconds");
    log.timing(
        "1000 transitions using 10 leapfrog steps per transition would take "
            + GeneralFormat.sixDigits(seconds * LEAPFROGS)
            + " seconds.");
    log.timing("Adjust your expectations accordingly!");
    log.timing("");
    log.timing("");
  }

  private static long fastest(Model model, double[] q) {
    Scratch scratch = model.newScratch();
    scratch.sink = text -> {};
    double[] gradient = new double[q.length];
    long begin = System.nanoTime();
    long last = begin;
    long best = Long.MAX_VALUE;
    for (int i = 0; i < MOST_RUNS && last - begin < BUDGET_NANOS; i++) {
      try {
        model.gradient(q, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
      } catch (RejectException e) {
        scratch.reset();
      }
      long now = System.nanoTime();
      best = Math.min(best, now - last);
      last = now;
    }
    return best;
  }
}
