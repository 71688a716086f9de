package org.stanj.runtime.variational;

import java.util.Arrays;
import org.stanj.stdlib.random.StandardNormal;

/** A fitted normal distribution on the unconstrained scale. */
public final class Approximation {
  private final Family family;
  private final double[] member;

  /**
   * A draw.
   *
   * @param position unconstrained parameters
   * @param logDensity of the approximation, without its constants: −½ zᵀz
   */
  public record Draw(double[] position, double logDensity) {}

  Approximation(Family family, double[] member) {
    this.family = family;
    this.member = member;
  }

  /** The mean, also the mode. */
  public double[] mean() {
    return Arrays.copyOf(member, family.dimensions());
  }

  /** The next draw from a source of standard normal numbers. */
  public Draw draw(StandardNormal normal) {
    double[] z = new double[family.dimensions()];
    double squares = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] = normal.next();
      squares += z[i] * z[i];
    }
    double[] q = new double[z.length];
    family.place(member, z, q);
    return new Draw(q, -squares / 2);
  }
}
