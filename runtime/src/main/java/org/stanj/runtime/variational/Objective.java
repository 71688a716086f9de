package org.stanj.runtime.variational;

import java.util.Arrays;
import org.stanj.runtime.hmc.Density;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.random.StandardNormal;

/**
 * The evidence lower bound E[log p(q)] + entropy of a member of a family, and its gradient, by
 * Monte Carlo. A draw where log p is undefined is replaced by another one, but not for ever.
 */
final class Objective {
  private static final int DROPS_PER_GRADIENT = 10;

  private final Density density;
  private final Family family;
  private final StandardNormal normal;
  private final double[] z;
  private final double[] q;
  private final double[] gradient;

  Objective(Density density, Family family, StandardNormal normal) {
    this.density = density;
    this.family = family;
    this.normal = normal;
    z = new double[family.dimensions()];
    q = new double[z.length];
    gradient = new double[z.length];
  }

  /**
   * The bound by Monte Carlo.
   *
   * @param value in nats
   * @param error its standard error; 0 from one draw, which tells nothing of it
   */
  record Bound(double value, double error) {}

  /** The bound. */
  Bound bound(double[] member, int draws) {
    double sum = 0;
    double squares = 0;
    int drops = 0;
    for (int i = 0; i < draws; ) {
      double logDensity = evaluate(member);
      if (Double.isFinite(logDensity)) {
        i++;
        squares += squareAround(sum, logDensity, i);
        sum += logDensity;
      } else {
        refuse(++drops, draws);
      }
    }
    double variance = draws > 1 ? squares / (draws - 1) : 0;
    return new Bound(sum / draws + family.entropy(member), Math.sqrt(variance / draws));
  }

  /** What the n-th of several numbers adds to their sum of squares around the mean. */
  private static double squareAround(double sumBefore, double x, int n) {
    if (n == 1) {
      return 0;
    }
    double difference = x - sumBefore / (n - 1);
    return difference * difference * (n - 1) / n;
  }

  /** Fills in the gradient by the member's parameters (paper, equations 7, 8 and 9). */
  void gradient(double[] member, int draws, double[] out) {
    Arrays.fill(out, 0);
    int drops = 0;
    for (int i = 0; i < draws; ) {
      if (Double.isFinite(evaluate(member)) && Arrays.stream(gradient).allMatch(Double::isFinite)) {
        family.addPathwise(member, z, gradient, out);
        i++;
      } else {
        refuse(++drops, DROPS_PER_GRADIENT * draws);
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= draws;
    }
    family.addEntropy(member, out);
  }

  private static void refuse(int drops, int most) {
    if (drops >= most) {
      throw RejectException.domain(
          "variational: The number of dropped evaluations has reached its maximum amount ("
              + most
              + "). Your model may be either severely ill-conditioned or misspecified.");
    }
  }

  private double evaluate(double[] member) {
    for (int i = 0; i < z.length; i++) {
      z[i] = normal.next();
    }
    family.place(member, z, q);
    try {
      return density.evaluate(q, gradient);
    } catch (RejectException e) {
      if (e.kind() == RejectException.Kind.FATAL) {
        throw e;
      }
      return Double.NaN;
    }
  }
}
