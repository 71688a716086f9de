package org.stanj.runtime.pathfinder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.optimize.Point;
import org.stanj.runtime.optimize.QuasiNewton;
import org.stanj.runtime.optimize.Step;
import org.stanj.runtime.optimize.Termination;
import org.stanj.stdlib.abi.RandomStream;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StandardNormal;

/** One path: L-BFGS to a mode, and draws from the approximation on the way with the best ELBO. */
public final class Pathfinder {
  private final Target target;
  private final Settings settings;
  private final StandardNormal normal;
  private final int id;
  private final PathLog log;
  private final List<NormalApproximation.Pair> pairs = new ArrayList<>();
  private Optional<Best> best = Optional.empty();
  private int judged;

  /**
   * What is explored.
   *
   * @param climbed density that L-BFGS climbs: the target up to a constant
   * @param full the target with its constants, by which approximations are judged
   */
  public record Target(Density climbed, Density full) {}

  /**
   * How it is explored.
   *
   * @param climb of L-BFGS
   * @param elboDraws draws for each ELBO
   * @param draws of the result
   * @param calculates whether the log density of all draws is wanted
   */
  public record Settings(
      QuasiNewton.Settings climb, int elboDraws, int draws, boolean calculates) {}

  private record Best(
      NormalApproximation approximation, List<Draw> draws, double elbo, int iteration) {}

  /**
   * How a path ended.
   *
   * @param draws empty if there was no approximation
   * @param end of the climb
   */
  public record Result(List<Draw> draws, Termination end) {}

  private Pathfinder(Target target, Settings settings, RandomStream random, int id, PathLog log) {
    this.target = target;
    this.settings = settings;
    this.normal = new StandardNormal(random);
    this.id = id;
    this.log = log;
  }

  /**
   * Runs a path.
   *
   * @param start where the log density is finite; caller keeps
   * @param random of this path alone
   */
  public static Result run(
      Target target, double[] start, Settings settings, RandomStream random, Path path) {
    return new Pathfinder(target, settings, random, path.id, path.log).run(start);
  }

  /** Who a path is, and who follows it. */
  public record Path(int id, PathLog log) {}

  private Result run(double[] start) {
    QuasiNewton climb = new QuasiNewton(target.climbed, start, settings.climb(), log::rejected);
    InverseHessianDiagonal diagonal = new InverseHessianDiagonal(start.length);
    Point before = climb.point();
    log.start(before);
    Step step;
    do {
      step = climb.step();
      double elbo = Double.NEGATIVE_INFINITY;
      if (step.length() > 0) {
        learn(before, step.point(), diagonal);
        elbo = look(step, diagonal);
        before = step.point();
      }
      log.step(step, step.evaluations() + judged, elbo, bestElbo());
    } while (step.end().isEmpty());
    int evaluations = step.evaluations() + judged;
    best.ifPresent(b -> log.best(b.iteration, b.elbo, evaluations));
    return new Result(best.map(this::complete).orElse(List.of()), step.end().get());
  }

  private double bestElbo() {
    return best.map(Best::elbo).orElse(Double.NEGATIVE_INFINITY);
  }

  private void learn(Point before, Point after, InverseHessianDiagonal diagonal) {
    int n = before.position().length;
    double[] s = new double[n];
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      s[i] = after.position()[i] - before.position()[i];
      z[i] = before.gradient()[i] - after.gradient()[i];
    }
    if (diagonal.update(s, z)) {
      if (pairs.size() == settings.climb().history()) {
        pairs.remove(0);
      }
      pairs.add(new NormalApproximation.Pair(s, z));
    }
  }

  /** The ELBO of the approximation at a point, which is kept if it is the best. */
  private double look(Step step, InverseHessianDiagonal diagonal) {
    Point point = step.point();
    Optional<NormalApproximation> found =
        NormalApproximation.at(point.position(), point.gradient(), diagonal.alpha(), pairs);
    List<Draw> draws = new ArrayList<>();
    double elbo = Double.NEGATIVE_INFINITY;
    if (found.isPresent()) {
      double sum = 0;
      for (int i = 0; i < settings.elboDraws(); i++) {
        Draw draw = draw(found.get(), true);
        draws.add(draw);
        sum += draw.logDensity() - draw.logApproximate();
      }
      elbo = Double.isNaN(sum) ? elbo : sum / settings.elboDraws();
    }
    if (elbo > bestElbo()) {
      best = Optional.of(new Best(found.orElseThrow(), draws, elbo, step.iteration()));
    }
    judged += draws.size();
    return elbo;
  }

  /** The draws that judged the best approximation, and as many more as are missing. */
  private List<Draw> complete(Best b) {
    List<Draw> draws = new ArrayList<>(b.draws);
    while (draws.size() < settings.draws()) {
      draws.add(draw(b.approximation, settings.calculates()));
    }
    return List.copyOf(draws.subList(0, settings.draws()));
  }

  private Draw draw(NormalApproximation approximation, boolean calculates) {
    NormalApproximation.Place place = approximation.draw(normal);
    double logDensity = calculates ? logDensity(place.position()) : Double.NaN;
    return new Draw(place.position(), place.logDensity(), logDensity, id);
  }

  private double logDensity(double[] position) {
    try {
      return target.full.evaluate(position, new double[position.length]);
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.FATAL) {
        throw e;
      }
      return Double.NEGATIVE_INFINITY;
    }
  }
}
