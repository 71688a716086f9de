package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.optimize.Newton;
import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.optimize.Termination;

/** The method {@code optimize}: the mode of the density, by BFGS, L-BFGS or Newton's method. */
final class OptimizeMethod {
  private static final double NEWTON_TOLERANCE = 1e-8;

  private final Run run;
  private final Configuration configuration;
  private final Console console;
  private final boolean saves;
  private final List<String> rejections = new ArrayList<>();

  OptimizeMethod(Run run) {
    this.run = run;
    this.configuration = run.configuration();
    this.console = run.console();
    this.saves = configuration.flag("optimize.save_iterations");
  }

  /** Climbs; returns the exit code. */
  int run() {
    try (OneRun one = OneRun.begin(run)) {
      Optional<double[]> start = one.start();
      if (start.isEmpty()) {
        return 1;
      }
      RowFile csv = one.csv();
      one.header(csv, List.of("lp__"));
      Density density = one.density(configuration.flag("optimize.jacobian"));
      String algorithm = configuration.text("optimize.algorithm");
      if (!algorithm.equals("lbfgs")) {
        SquareMatrix.require(start.get().length, "algorithm=" + algorithm, "; use lbfgs");
      }
      return algorithm.equals("newton")
          ? newton(one, csv, density, start.get())
          : quasiNewton(one, csv, density, start.get());
    }
  }

  private int quasiNewton(OneRun one, RowFile csv, Density density, double[] start) {
    QuasiNewton climb = new QuasiNewton(density, start, settings(), e -> reject(e.getMessage()));
    console.line("Initial log joint probability = " + text(climb.point()));
    save(one, csv, 0, climb.point());
    IterationTable table = new IterationTable(console, configuration.integer("output.refresh"));
    Optional<Termination> end = Optional.empty();
    int iteration = 0;
    while (end.isEmpty()) {
      table.before(iteration);
      Step step = climb.step();
      iteration = step.iteration();
      end = step.end();
      table.after(step);
      showRejections();
      save(one, csv, iteration, step.point());
    }
    if (!saves) {
      write(one, csv, iteration, climb.point());
    }
    return conclude(end.get());
  }

  private int conclude(Termination end) {
    if (end.isSuccess()) {
      console.line("Optimization terminated normally: ");
      console.line("  " + end.message());
      return 0;
    }
    console.error("Optimization terminated with error: ");
    console.error("  " + end.message());
    return 1;
  }

  private QuasiNewton.Settings settings() {
    String algorithm = configuration.text("optimize.algorithm");
    String path = "optimize.algorithm." + algorithm + ".";
    int history = algorithm.equals("lbfgs") ? configuration.integer(path + "history_size") : 0;
    return LineSearchArguments.settings(
        configuration, path, configuration.integer("optimize.iter"), history);
  }

  private int newton(OneRun one, RowFile csv, Density density, double[] start) {
    Newton climb = new Newton(density, start, e -> reject(e.getMessage()));
    console.line("");
    console.line("Initial log joint probability = " + text(climb.point()));
    save(one, csv, 0, climb.point());
    int most = configuration.integer("optimize.iter");
    double gain = Double.POSITIVE_INFINITY;
    int iteration = 0;
    while (iteration < most && gain > NEWTON_TOLERANCE) {
      gain = climb.step();
      iteration++;
      RealFormat six = new RealFormat(6);
      console.line(
          String.format(
              Locale.ROOT,
              "Iteration %2d. Log joint probability = %10s. Improved by %s.",
              iteration,
              text(climb.point()),
              six.text(gain)));
      showRejections();
      save(one, csv, iteration, climb.point());
    }
    if (!saves) {
      write(one, csv, iteration, climb.point());
    }
    return 0;
  }

  private void save(OneRun one, RowFile csv, int iteration, Point point) {
    if (saves) {
      write(one, csv, iteration, point);
    }
  }

  private static void write(OneRun one, RowFile csv, int iteration, Point point) {
    one.row(csv, iteration, point.position(), point.logDensity());
  }

  private static String text(Point point) {
    return new RealFormat(6).text(point.logDensity());
  }

  private void reject(String message) {
    rejections.add("Exception: " + message);
  }

  /** What was rejected in a step stands behind the row of the step. */
  private void showRejections() {
    if (!rejections.isEmpty()) {
      console.line(String.join("\n", rejections) + "\n");
      rejections.clear();
    }
  }
}
