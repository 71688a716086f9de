package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.pathfinder.PathLog;
import org.stanj.stdlib.abi.RejectException;

/** The console lines of one path of {@code pathfinder}. */
final class PathConsole implements PathLog {
  private static final String HEAD =
      " Iter      log prob        ||dx||      ||grad||     alpha      alpha0"
          + "      # evals       ELBO    Best ELBO        Notes ";

  private final Console console;
  private final String prefix;
  private final int refresh;
  private final List<String> rejections = new ArrayList<>();

  /**
   * @param id of the path
   * @param refresh steps between rows; 0 for none
   */
  PathConsole(Console console, int id, int refresh) {
    this.console = console;
    this.prefix = "Path [" + id + "] :";
    this.refresh = refresh;
  }

  @Override
  public void start(Point point) {
    if (refresh > 0) {
      String density = String.format(Locale.ROOT, "%f", point.logDensity());
      console.line(prefix + "Initial log joint density = " + density);
    }
  }

  @Override
  public void step(Step step, int evaluations, double elbo, double best) {
    boolean due = (step.iteration() + 1) % Math.max(1, refresh) == 0;
    if (refresh > 0 && (due || step.end().isPresent() || !step.note().isEmpty())) {
      console.line(prefix + HEAD + "\n" + row(step, evaluations, elbo, best));
    }
    if (!rejections.isEmpty()) {
      console.line(String.join("\n", rejections) + "\n");
      rejections.clear();
    }
  }

  private static String row(Step step, int evaluations, double elbo, double best) {
    double square = 0;
    for (double d : step.point().gradient()) {
      square += d * d;
    }
    return String.format(
        Locale.ROOT,
        "%15d%16s%15s%12s%13s%11s%10d%11s%11s%18s",
        step.iteration(),
        text(step.point().logDensity()),
        text(step.length()),
        text(Math.sqrt(square)),
        text(step.alpha()),
        text(step.firstAlpha()),
        evaluations,
        text(elbo),
        text(best),
        step.note());
  }

  private static String text(double value) {
    return Double.isInfinite(value)
        ? value > 0 ? "inf" : "-inf"
        : String.format(Locale.ROOT, "%.3e", value);
  }

  @Override
  public void rejected(RejectException reason) {
    rejections.add("Exception: " + reason.getMessage());
  }

  @Override
  public void best(int iteration, double elbo, int evaluations) {
    if (refresh > 0) {
      console.line(
          String.format(
              Locale.ROOT,
              "%sBest Iter: [%d] ELBO (%f) evaluations: (%d)",
              prefix,
              iteration,
              elbo,
              evaluations));
    }
  }
}
