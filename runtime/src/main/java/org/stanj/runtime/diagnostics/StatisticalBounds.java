package org.stanj.runtime.diagnostics;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Judges a family of estimates against references so that, if all are right, the family fails with
 * probability α = 10⁻⁴ however many comparisons it makes (Šidák's correction):
 *
 * <p>|z| &lt; Φ⁻¹(1 − (1 − (1 − α)^(1/K))/2), z = (estimate − reference)/√(mcse² + mcseRef²).
 */
public final class StatisticalBounds {
  /** Probability that a family of right estimates fails. */
  public static final double ALPHA = 1e-4;

  private StatisticalBounds() {}

  /**
   * An estimate with Monte Carlo error and what it should be.
   *
   * @param name for the message
   * @param estimate from draws
   * @param mcse its standard error
   * @param reference the right value, or an estimate of it
   * @param mcseReference the reference's standard error; 0 if it is exact
   */
  public record Comparison(
      String name, double estimate, double mcse, double reference, double mcseReference) {
    /** The mean of a quantity against an exact reference. */
    public static Comparison ofMean(String name, double[][] chains, double reference) {
      return new Comparison(
          name, Sample.mean(chains), MonteCarloError.ofMean(chains), reference, 0);
    }

    /** The mean of the square of a quantity against an exact reference. */
    public static Comparison ofSecondMoment(String name, double[][] chains, double reference) {
      return ofMean(name + "^2", Sample.map(chains, x -> x * x), reference);
    }

    /** The difference in units of its standard error; NaN if an error is unknown. */
    public double z() {
      return (estimate - reference) / Math.hypot(mcse, mcseReference);
    }
  }

  /**
   * The outcome for a family.
   *
   * @param limit of |z|
   * @param comparisons number of comparisons
   * @param failures comparisons beyond the limit, or without a number
   * @param worst the comparison with the largest |z|, or without a number
   */
  public record Verdict(
      double limit, int comparisons, List<Comparison> failures, Comparison worst) {
    /** Whether all estimates may be right. */
    public boolean passes() {
      return failures.isEmpty();
    }

    @Override
    public String toString() {
      return (passes() ? "passes" : failures.size() + " fail")
          + ": K = "
          + comparisons
          + ", alpha = "
          + ALPHA
          + ", limit = "
          + limit
          + ", worst "
          + worst
          + ", z = "
          + worst.z();
    }
  }

  /** The limit of |z| for {@code k} two-sided comparisons. */
  public static double limit(int k) {
    double tail = -Math.expm1(Math.log1p(-ALPHA) / k) / 2;
    return -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(tail);
  }

  /** Judges all comparisons of one family; at least one. */
  public static Verdict judge(List<Comparison> family) {
    double limit = limit(family.size());
    List<Comparison> failures = family.stream().filter(c -> !(Math.abs(c.z()) < limit)).toList();
    Comparison worst =
        family.stream().max(Comparator.comparingDouble(c -> Math.abs(c.z()))).orElseThrow();
    return new Verdict(limit, family.size(), failures, worst);
  }
}
