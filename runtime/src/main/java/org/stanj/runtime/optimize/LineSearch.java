package org.stanj.runtime.optimize;

import java.util.Optional;

/**
 * Finds a step along a descent direction of f = −log density that satisfies the strong Wolfe
 * conditions: Nocedal &amp; Wright algorithms 3.5 and 3.6, with cubic interpolation and Stan's
 * choice of lengths, so that a climb goes the way of CmdStan's. Points that the program rejects
 * count as walls.
 *
 * <p>Close to the minimum, where f is flat to rounding, the first condition is replaced by the
 * slopes (Hager &amp; Zhang 2005, doi:10.1137/030601880, equation 4.1), since differences of f mean
 * nothing there.
 */
final class LineSearch {
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final double FLAT = 1e-14;
  private static final double NEARLY_THERE = 1e-10;
  private static final int MOST_EXTRAPOLATIONS = 20;
  private static final int MOST_INTERPOLATIONS = 50;

  /** Every so many interpolations the interval is halved, whatever the cubic says. */
  private static final int BISECTION = 5;

  /** Share of the interval at each end where the cubic is not trusted. */
  private static final double MARGIN = 0.01;

  /** In units of the direction; a search that comes down to less has found nothing. */
  static final double LEAST_WIDTH = 1e-16;

  private final CountedDensity density;
  private final Point origin;
  private final double[] direction;
  private final Trial start;

  /**
   * A step along the direction.
   *
   * @param alpha its length in units of the direction
   * @param f −log density there
   * @param slope derivative of f by alpha
   */
  record Trial(double alpha, double f, double slope, Point point) {
    boolean isFinite() {
      return point.isFinite();
    }
  }

  LineSearch(CountedDensity density, Point origin, double[] direction) {
    this.density = density;
    this.origin = origin;
    this.direction = direction;
    start = trial(0, origin);
  }

  /** Derivative of f along the direction at the origin: negative for a descent direction. */
  double slope() {
    return start.slope;
  }

  /**
   * Searches from a first length.
   *
   * @param strict whether both conditions must hold; if not, any step that lowers f by more than
   *     rounding will do, should the search end without a better one
   * @return empty if there is no such step
   */
  Optional<Trial> from(double firstAlpha, boolean strict) {
    Trial previous = start;
    double alpha = firstAlpha;
    for (int i = 0; i < MOST_EXTRAPOLATIONS; i++) {
      Trial trial = at(alpha);
      if (isTooHigh(trial, previous) && !isFlatAndFine(trial)) {
        return zoom(previous, trial, strict);
      }
      if (Math.abs(trial.slope) <= -CURVATURE * start.slope) {
        return Optional.of(trial);
      }
      if (trial.slope >= 0) {
        return zoom(trial, previous, strict);
      }
      previous = trial;
      alpha *= 10;
    }
    return Optional.of(previous);
  }

  /** Between {@code low}, the best so far, and {@code high}, there are good points. */
  private Optional<Trial> zoom(Trial first, Trial second, boolean strict) {
    Trial low = first;
    Trial high = second;
    for (int i = 0; i < MOST_INTERPOLATIONS; i++) {
      double alpha = i % BISECTION == BISECTION - 1 ? middle(low, high) : between(low, high);
      if (Math.abs(high.alpha - low.alpha) < LEAST_WIDTH
          || alpha == low.alpha
          || alpha == high.alpha) {
        break;
      }
      Trial trial = at(alpha);
      if (isFlatAndFine(trial)) {
        return Optional.of(trial);
      }
      if (isTooHigh(trial, low)) {
        high = trial;
        continue;
      }
      if (Math.abs(trial.slope) <= -CURVATURE * start.slope) {
        return Optional.of(trial);
      }
      if (trial.slope * (high.alpha - low.alpha) >= 0) {
        high = low;
      }
      low = trial;
    }
    boolean gains = start.f - low.f > FLAT * Math.abs(start.f);
    return !strict && gains ? Optional.of(low) : Optional.empty();
  }

  private boolean isTooHigh(Trial trial, Trial best) {
    return !trial.isFinite()
        || trial.f > start.f + SUFFICIENT_DECREASE * trial.alpha * start.slope
        || best.alpha > 0 && trial.f >= best.f;
  }

  private boolean isFlatAndFine(Trial trial) {
    double size = Math.abs(start.f);
    return -start.slope <= NEARLY_THERE * Math.max(1, size)
        && trial.isFinite()
        && Math.abs(trial.f - start.f) <= FLAT * size
        && trial.slope <= (2 * SUFFICIENT_DECREASE - 1) * start.slope
        && trial.slope >= CURVATURE * start.slope;
  }

  /** The minimum of the cubic through both ends, or the middle if that is too close to one. */
  private static double between(Trial low, Trial high) {
    if (!high.isFinite()) {
      return middle(low, high);
    }
    double guess = cubicMinimum(low, high);
    double margin = MARGIN * Math.abs(high.alpha - low.alpha);
    boolean inside =
        guess >= Math.min(low.alpha, high.alpha) + margin
            && guess <= Math.max(low.alpha, high.alpha) - margin;
    return inside ? guess : middle(low, high);
  }

  private static double middle(Trial low, Trial high) {
    return (low.alpha + high.alpha) / 2;
  }

  /** Equation 3.59. */
  private static double cubicMinimum(Trial a, Trial b) {
    double d1 = a.slope + b.slope - 3 * (a.f - b.f) / (a.alpha - b.alpha);
    double square = d1 * d1 - a.slope * b.slope;
    double d2 = Math.signum(b.alpha - a.alpha) * Math.sqrt(square);
    return b.alpha - (b.alpha - a.alpha) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
  }

  private Trial at(double alpha) {
    double[] position = origin.position().clone();
    Vectors.add(alpha, direction, position);
    return trial(alpha, density.at(position));
  }

  private Trial trial(double alpha, Point point) {
    return new Trial(alpha, -point.logDensity(), -Vectors.dot(point.gradient(), direction), point);
  }
}
