package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.Tasks;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.PathJson;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.pathfinder.Draw;
import org.stanj.runtime.pathfinder.ParetoSmoothing;
import org.stanj.runtime.pathfinder.Pathfinder;
import org.stanj.runtime.pathfinder.Resampling;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The method {@code pathfinder}: one path, or several whose draws are resampled. */
final class PathfinderMethod {
  private static final String PATH = "pathfinder.";
  private static final String SEPARATOR = ", ";
  private static final String INDENT = " ".repeat("Elapsed Time: ".length());
  private static final List<String> COLUMNS = List.of("lp_approx__", "lp__", "path__");

  private final Run run;
  private final Configuration configuration;
  private final Console console;
  private final int paths;

  PathfinderMethod(Run run) {
    this.run = run;
    this.configuration = run.configuration();
    this.console = run.console();
    this.paths = configuration.integer(PATH + "num_paths");
  }

  /** Runs the paths; returns the exit code. */
  int run() {
    try (OneRun one = OneRun.begin(run, SEPARATOR)) {
      List<Inits> inits = one.inits(paths);
      if (one.model().unconstrainedSize() == 0) {
        throw new CommandFailure("Model has 0 parameters, cannot run Pathfinder.");
      }
      warnOfFewDraws();
      RowFile csv = one.csv();
      one.header(csv, COLUMNS);
      long begin = System.nanoTime();
      List<Draw> draws = draws(one, inits);
      long middle = System.nanoTime();
      if (draws.isEmpty()) {
        console.error("No pathfinders ran successfully.");
        return 1;
      }
      boolean resamples = paths > 1 && flag("psis_resample") && flag("calculate_lp");
      List<Draw> result = resamples ? resample(draws) : draws;
      long end = System.nanoTime();
      write(one, csv, result);
      writeTimes(csv, middle - begin, resamples ? end - middle : 0);
    }
    return 0;
  }

  private boolean flag(String name) {
    return configuration.flag(PATH + name);
  }

  private int integer(String name) {
    return configuration.integer(PATH + name);
  }

  private void warnOfFewDraws() {
    if (integer("num_psis_draws") > (long) paths * integer("num_draws")) {
      console.line(
          "Warning: Number of PSIS draws is larger than the total number of draws returned by the"
              + " single Pathfinders. This is likely unintentional and leads to re-sampling from"
              + " the same draws.");
    }
  }

  private List<Draw> draws(OneRun one, List<Inits> inits) {
    List<List<Draw>> found = new ArrayList<>();
    List<Tasks.Task> tasks = new ArrayList<>();
    for (int i = 0; i < paths; i++) {
      int path = i;
      found.add(List.of());
      tasks.add(s -> found.set(path, path(one, run.id() + path, inits.get(path), path)));
    }
    Tasks.run("paths", tasks, threads(), run.threads().cores());
    return found.stream().flatMap(List::stream).toList();
  }

  /** One path, from its start to its files; no draws if it fails. */
  private List<Draw> path(OneRun one, int id, Inits inits, int index) {
    Optional<double[]> start = one.start(id, inits);
    if (start.isEmpty()) {
      console.error("Pathfinder iteration: " + index + " failed.");
      return List.of();
    }
    Pathfinder.Target target = new Pathfinder.Target(one.density(true), one.fullDensity());
    PathConsole lines = new PathConsole(console, id, configuration.integer("output.refresh"));
    PathJson points = new PathJson(lines, run.significantFigures());
    RandomStream random = Streams.open(StreamKey.sampler(run.seed(), id));
    Pathfinder.Path path = new Pathfinder.Path(id, saves() ? points : lines);
    long begin = System.nanoTime();
    Pathfinder.Result result = Pathfinder.run(target, start.get(), settings(), random, path);
    if (result.draws().isEmpty()) {
      console.error(
          "Optimization terminated with error: "
              + result.end().message()
              + " Optimization failed to start, pathfinder cannot be run.\nPathfinder iteration: "
              + index
              + " failed.");
    }
    if (saves()) {
      save(one, id, result.draws(), points, System.nanoTime() - begin);
    }
    return result.draws();
  }

  private Pathfinder.Settings settings() {
    QuasiNewton.Settings climb =
        LineSearchArguments.settings(
            configuration, PATH, integer("max_lbfgs_iters"), integer("history_size"));
    return new Pathfinder.Settings(
        climb, integer("num_elbo_draws"), integer("num_draws"), flag("calculate_lp"));
  }

  /** Paths at a time: as asked for, or as many as there are processors. */
  private int threads() {
    int asked = configuration.integer("num_threads");
    return asked == -1 ? Runtime.getRuntime().availableProcessors() : asked;
  }

  /** A diagnostic file asks for the single paths as well. */
  private boolean saves() {
    return flag("save_single_paths") || !diagnosticFile().isEmpty();
  }

  private String diagnosticFile() {
    return configuration.text("output.diagnostic_file");
  }

  private void save(OneRun one, int id, List<Draw> draws, PathJson points, long nanos) {
    String file = one.file();
    String csvFile = FileNames.withEnd(file, "_path_" + id);
    if (paths > 1) {
      CsvHead head = CsvHead.now(run.compiled().info(), configuration);
      try (RowFile csv = run.open(csvFile, head, SEPARATOR)) {
        one.header(csv, COLUMNS);
        write(one.again(), csv, draws);
        writeTime(csv, nanos, "Pathfinder");
        writeTotal(csv, nanos);
      }
    }
    String json = paths > 1 ? "_path_" + id + ".json" : ".json";
    String base = diagnosticFile().isEmpty() ? file : diagnosticFile();
    CsvHead.writeFile(FileNames.beside(base, json), points.text());
  }

  private List<Draw> resample(List<Draw> draws) {
    ParetoSmoothing smoothing = ParetoSmoothing.of(Resampling.logRatios(draws));
    if (smoothing.k() > 0.7) {
      console.line(
          "Pareto k value ("
              + new RealFormat(2).text(smoothing.k())
              + ") is greater than 0.7. Importance resampling was not able to improve the"
              + " approximation, which may indicate that the approximation itself is poor.");
    }
    RandomStream random = Streams.open(StreamKey.sampler(run.seed(), run.id() + paths));
    int count = integer("num_psis_draws");
    return Resampling.resample(draws, smoothing.weights(), count, random);
  }

  private static void write(OneRun one, RowFile csv, List<Draw> draws) {
    for (int i = 0; i < draws.size(); i++) {
      Draw d = draws.get(i);
      one.row(csv, i, d.position(), d.logApproximate(), d.logDensity(), d.path());
    }
  }

  /** A time of 0 is that of no resampling. */
  private void writeTimes(RowFile csv, long pathNanos, long psisNanos) {
    writeTime(csv, pathNanos, paths > 1 ? "Pathfinders" : "Pathfinder");
    if (psisNanos > 0) {
      csv.comment(INDENT + seconds(psisNanos) + " (PSIS)");
    }
    writeTotal(csv, pathNanos + psisNanos);
  }

  private static void writeTime(RowFile csv, long nanos, String what) {
    csv.comment("");
    csv.comment("Elapsed Time: " + seconds(nanos) + " (" + what + ")");
  }

  private static void writeTotal(RowFile csv, long nanos) {
    csv.comment(INDENT + seconds(nanos) + " (Total)");
    csv.comment("");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.6f seconds", Math.round(nanos * 1e-6) / 1000.0);
  }
}
