package org.stanj.runtime.optimize;

import java.util.function.Consumer;
import org.stanj.runtime.hmc.Density;
import org.stanj.stdlib.abi.RejectException;

/** Evaluates points, counts them, and turns rejected ones into points of density 0. */
final class CountedDensity {
  private final Density density;
  private final Consumer<RejectException> rejected;
  private int evaluations;

  /**
   * @param rejected told of each point that the program rejects
   */
  CountedDensity(Density density, Consumer<RejectException> rejected) {
    this.density = density;
    this.rejected = rejected;
  }

  Point at(double[] position) {
    evaluations++;
    double[] gradient = new double[position.length];
    try {
      return new Point(position, density.evaluate(position, gradient), gradient);
    } catch (RejectException e) {
      if (e.kind() != RejectException.Kind.DOMAIN) {
        throw e;
      }
      rejected.accept(e);
      return new Point(position, Double.NEGATIVE_INFINITY, gradient);
    }
  }

  int evaluations() {
    return evaluations;
  }
}
