package org.stanj.runtime.command;

import java.util.Locale;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.optimize.Step;

/**
 * The table of an optimisation: a row for every {@code refresh}-th step, the last, and those with a
 * note; the head of the table above each {@code refresh}-th.
 */
final class IterationTable {
  private static final String HEAD =
      "    Iter      log prob        ||dx||      ||grad||       alpha      alpha0  # evals  Notes ";

  private final Console console;
  private final int refresh;
  private final RealFormat six = new RealFormat(6);
  private final RealFormat four = new RealFormat(4);

  IterationTable(Console console, int refresh) {
    this.console = console;
    this.refresh = refresh;
  }

  /** Called before each step, with the number of those that were taken. */
  void before(int iteration) {
    if (refresh > 0 && (iteration == 0 || (iteration + 1) % refresh == 0)) {
      console.line(HEAD);
    }
  }

  /** Called after each step. */
  void after(Step step) {
    boolean due = (step.iteration() + 1) % Math.max(1, refresh) == 0;
    if (refresh > 0 && (due || step.end().isPresent() || !step.note().isEmpty())) {
      console.line(row(step));
    }
  }

  private String row(Step step) {
    double[] g = step.point().gradient();
    double square = 0;
    for (double d : g) {
      square += d * d;
    }
    return String.format(
        Locale.ROOT,
        " %7d  %12s  %12s  %12s  %10s  %10s  %7d  %s ",
        step.iteration(),
        six.text(step.point().logDensity()),
        six.text(step.length()),
        six.text(Math.sqrt(square)),
        four.text(step.alpha()),
        four.text(step.firstAlpha()),
        step.evaluations(),
        step.note());
  }
}
