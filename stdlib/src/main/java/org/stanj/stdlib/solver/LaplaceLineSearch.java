package org.stanj.stdlib.solver;

import java.util.Optional;

/**
 * Finds a step along an ascending direction that satisfies the strong Wolfe conditions: the
 * objective grows by 10⁻⁴ of what its slope promises at least, and the slope shrinks to 0.9 of it.
 *
 * <p>The full Newton step comes first, so that the search ends quadratically. After that a bracket
 * is widened or narrowed by cubic interpolation. Sources: Nocedal and Wright, Numerical
 * Optimization (2006), section 3.5; near the mode the approximate conditions of Hager and Zhang,
 * SIAM J. Optim. 16 (2005) 170, section 4.
 */
final class LaplaceLineSearch {
  private static final double SUFFICIENT_GROWTH = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final double MIN_STEP = 1e-8;
  private static final double MAX_STEP = 16;
  private static final double GUARD = 0.1;

  /** In the objective, relative to it. */
  private static final double ROUNDING = 1e-12;

  private final LatentLikelihood likelihood;
  private final LatentPoint origin;
  private final double[] direction;
  private final double[] directionInTheta;
  private final Trial start;
  private Trial best;

  /** A step along the direction. */
  private record Trial(double step, double slope, LatentPoint point) {
    double value() {
      return point.objective();
    }

    boolean isFinite() {
      return Double.isFinite(value()) && Double.isFinite(slope);
    }
  }

  /**
   * @param direction in which the objective grows
   * @param directionInTheta K times the direction
   */
  LaplaceLineSearch(
      LatentLikelihood likelihood,
      LatentPoint origin,
      double[] direction,
      double[] directionInTheta) {
    this.likelihood = likelihood;
    this.origin = origin;
    this.direction = direction;
    this.directionInTheta = directionInTheta;
    this.start = new Trial(0, origin.slope(directionInTheta), origin);
    this.best = start;
  }

  /**
   * A better place, or none where the evaluations did not suffice to find one.
   *
   * @param evaluations 0 for the full step, or what comes next where that cannot be evaluated
   */
  Optional<LatentPoint> search(int evaluations) {
    Trial trial = trial(1);
    while (!trial.isFinite() && trial.step > MIN_STEP) {
      trial = trial(0.5 * trial.step);
    }
    if (!trial.isFinite()) {
      return Optional.empty();
    }
    if (evaluations > 0) {
      bracket(trial, evaluations - 1);
    } else {
      best = trial;
    }
    return best == start ? Optional.empty() : Optional.of(best.point);
  }

  /** Leaves the best step in {@link #best}. */
  private void bracket(Trial first, int evaluations) {
    Trial low = start;
    Optional<Trial> high = Optional.empty();
    Trial trial = first;
    for (int left = evaluations; ; left--) {
      boolean grows = trial.isFinite() && growsEnough(trial);
      if (grows && trial.value() >= best.value()) {
        best = trial;
      }
      if (grows && Math.abs(trial.slope) <= CURVATURE * start.slope) {
        best = trial;
        return;
      }
      if (grows && trial.slope > 0 && trial.value() >= low.value()) {
        low = trial;
      } else {
        high = Optional.of(trial);
      }
      double step = high.isPresent() ? between(low, high.get()) : 2 * low.step;
      double width = high.isPresent() ? high.get().step - low.step : step;
      if (left <= 0 || step > MAX_STEP || width < MIN_STEP) {
        return;
      }
      trial = trial(step);
    }
  }

  private Trial trial(double step) {
    LatentPoint point = origin.moved(likelihood, step, direction, directionInTheta);
    return new Trial(step, point.slope(directionInTheta), point);
  }

  /** Where growth drowns in rounding the slopes decide. */
  private boolean growsEnough(Trial trial) {
    double growth = trial.value() - start.value();
    boolean flat = Math.abs(growth) <= ROUNDING * (1 + Math.abs(start.value()));
    return growth >= SUFFICIENT_GROWTH * trial.step * start.slope
        || (flat && Math.abs(trial.slope) <= CURVATURE * start.slope);
  }

  /**
   * The maximum of the cubic through values and slopes (Nocedal and Wright, equation 3.59), kept
   * off the ends; or the middle where there is none.
   */
  private static double between(Trial low, Trial high) {
    double width = high.step - low.step;
    double middle = low.step + 0.5 * width;
    if (!high.isFinite()) {
      return middle;
    }
    double d1 = low.slope + high.slope - 3 * (high.value() - low.value()) / width;
    double square = d1 * d1 - low.slope * high.slope;
    if (!(square >= 0)) {
      return middle;
    }
    double d2 = -Math.sqrt(square);
    double step = high.step - width * (high.slope + d2 - d1) / (high.slope - low.slope + 2 * d2);
    double guard = GUARD * width;
    return Double.isFinite(step)
        ? Math.min(Math.max(step, low.step + guard), high.step - guard)
        : middle;
  }
}
