package org.stanj;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.chains.Tasks;
import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.optimize.Tolerances;
import org.stanj.runtime.pathfinder.Draw;
import org.stanj.runtime.pathfinder.ParetoSmoothing;
import org.stanj.runtime.pathfinder.PathLog;
import org.stanj.runtime.pathfinder.Pathfinder;
import org.stanj.runtime.pathfinder.Resampling;
import org.stanj.runtime.slices.Cores;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/**
 * The method Pathfinder, being configured: several climbs to the mode, normal approximations along
 * them, and draws that are resampled by importance. Defaults as CmdStan's, but paths run on all
 * processors. For a seed and an id the draws are those of a compiled model's {@code pathfinder},
 * however many threads there are.
 */
public final class Pathfinding extends StartedRun<Pathfinding> {
  private static final double FIRST_STEP = 0.001;
  private static final double POOR = 0.7;
  private static final PathLog SILENT = new Silent();

  private int paths = 4;
  private int draws = 1000;
  private int elboDraws = 25;
  private int resampled = 1000;
  private boolean resamples = true;
  private int iterations = 1000;
  private int history = 5;
  private Tolerances tolerances = Tolerances.DEFAULT;
  private int threads = Runtime.getRuntime().availableProcessors();

  Pathfinding(Posterior posterior) {
    super(posterior);
  }

  @Override
  Pathfinding self() {
    return this;
  }

  /** Number of paths, at least 1; the draws of one path are not resampled. */
  public Pathfinding paths(int number) {
    paths = Sampling.atLeast("paths", number, 1);
    return this;
  }

  /** Draws of each path, at least 1. */
  public Pathfinding draws(int number) {
    draws = Sampling.atLeast("draws", number, 1);
    return this;
  }

  /** Draws for each value of the bound, at least 1. */
  public Pathfinding elboDraws(int number) {
    elboDraws = Sampling.atLeast("elboDraws", number, 1);
    return this;
  }

  /** Draws of the result, at least 1. */
  public Pathfinding resampled(int number) {
    resampled = Sampling.atLeast("resampled", number, 1);
    return this;
  }

  /** The result has the draws of all paths as they are. */
  public Pathfinding withoutResampling() {
    resamples = false;
    return this;
  }

  /** Most steps of a climb, at least 1. */
  public Pathfinding iterations(int most) {
    iterations = Sampling.atLeast("iterations", most, 1);
    return this;
  }

  /** Steps that a climb remembers, at least 1. */
  public Pathfinding history(int steps) {
    history = Sampling.atLeast("history", steps, 1);
    return this;
  }

  /** When a climb ends. */
  public Pathfinding tolerances(Tolerances when) {
    tolerances = when;
    return this;
  }

  /** Most paths at once, at least 1. */
  public Pathfinding threads(int number) {
    threads = Sampling.atLeast("threads", number, 1);
    return this;
  }

  /**
   * Runs the paths and waits for them.
   *
   * @return of the paths that came to an approximation
   * @throws InputException if initial values have another shape than declared
   * @throws RunException if the program has no parameters, or if no path comes to an approximation
   * @throws java.util.concurrent.CancellationException if it is cancelled
   */
  public ApproximateDraws run() {
    Posterior over = over();
    if (over.dimension() == 0) {
      throw new RunException("the program has no parameters", null);
    }
    List<Path> found = Failures.run(() -> paths(over));
    List<Draw> all = found.stream().flatMap(path -> path.draws().stream()).toList();
    if (all.isEmpty()) {
      throw new RunException("no path came to an approximation: " + found.get(0).reason(), null);
    }
    return paths > 1 && resamples
        ? resample(over, all)
        : result(over, all, new ApproximateDraws.Verdict(true, "", Double.NaN));
  }

  /** The draws of one path; none for a reason. */
  private record Path(List<Draw> draws, String reason) {}

  private List<Path> paths(Posterior over) {
    List<Path> found = new ArrayList<>();
    List<Tasks.Task> tasks = new ArrayList<>();
    for (int i = 0; i < paths; i++) {
      int path = i;
      found.add(new Path(List.of(), ""));
      tasks.add(stopped -> found.set(path, path(over, id() + path)));
    }
    int atOnce = Math.min(threads, paths);
    try {
      Tasks.run("paths", tasks, atOnce, new Cores(atOnce));
    } catch (IllegalStateException e) {
      throw ChainRunner.interrupted(e, "running paths");
    }
    return found;
  }

  private Path path(Posterior over, int number) {
    double[] start;
    try {
      start = start(over, number);
    } catch (RunException e) {
      return new Path(List.of(), String.valueOf(e.getMessage()));
    }
    Pathfinder.Target target =
        new Pathfinder.Target(density(over, Terms.SAMPLING), density(over, new Terms(true, false)));
    Pathfinder.Settings settings =
        new Pathfinder.Settings(
            new QuasiNewton.Settings(FIRST_STEP, tolerances, iterations, history),
            elboDraws,
            draws,
            true);
    RandomStream random = Streams.open(StreamKey.sampler(over.seed(), number));
    Pathfinder.Path who = new Pathfinder.Path(number, SILENT);
    Pathfinder.Result result = Pathfinder.run(target, start, settings, random, who);
    return new Path(result.draws(), result.end().message());
  }

  private ApproximateDraws resample(Posterior over, List<Draw> all) {
    ParetoSmoothing smoothing = ParetoSmoothing.of(Resampling.logRatios(all));
    RandomStream random = Streams.open(StreamKey.sampler(over.seed(), id() + paths));
    List<Draw> chosen = Resampling.resample(all, smoothing.weights(), resampled, random);
    String reason =
        smoothing.k() > POOR
            ? "Pareto k value is greater than 0.7. Importance resampling was not able to improve"
                + " the approximation, which may indicate that the approximation itself is poor."
            : "";
    return result(
        over, chosen, new ApproximateDraws.Verdict(reason.isEmpty(), reason, smoothing.k()));
  }

  private ApproximateDraws result(
      Posterior over, List<Draw> all, ApproximateDraws.Verdict verdict) {
    List<ApproximateDraws.Point> points =
        all.stream()
            .map(d -> new ApproximateDraws.Point(d.position(), d.logDensity(), d.logApproximate()))
            .toList();
    return new ApproximateDraws(over, id(), Optional.empty(), points, verdict);
  }

  /** Nobody follows the paths. */
  private static final class Silent implements PathLog {
    @Override
    public void start(Point point) {}

    @Override
    public void step(Step step, int evaluations, double elbo, double best) {}

    @Override
    public void rejected(RejectException reason) {}

    @Override
    public void best(int iteration, double elbo, int evaluations) {}
  }
}
