package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.check.Numbers;
import org.stanj.stdlib.solver.DoubleExponentialRule.Nodes;

/**
 * Integrals of several functions over one range at the same nodes: of an integrand, or of its
 * derivatives by parameters.
 *
 * <p>The step of the trapezoidal rule in t is halved until two estimates I of each component agree,
 * with what the ends may hold: |I₂ − I₁| + |ends| ≤ tolerance · ∫|f|. The ends are the terms at the
 * outermost nodes; where they are not negligible the range in t is too short for a tail or a
 * singularity. Where the integrand is not finite at the utmost nodes, which may lie on a singular
 * end to rounding, it is cut there.
 */
final class DoubleExponential {
  private static final int LAST_LEVEL = 14;

  /** A range on which the integrand seems to be zero is searched down to this level for a peak. */
  private static final int LAST_EMPTY_LEVEL = 8;

  /** From here on a search ends that cannot succeed. */
  private static final int LEVEL_OF_DESPAIR = 6;

  /** Terms of that size relative to the norm are left out. */
  private static final double NEGLIGIBLE = 1e-20;

  /** Differences relative to the norm that may be rounding. */
  private static final double ROUNDING = 1e-13;

  /** Only beyond this |t| may the integrand be infinite or undefined. */
  private static final double FIRST_CUT_T = 2.5;

  private final DoubleExponentialRule rule;
  private final double lower;
  private final double upper;
  private final boolean hasComplement;
  private final Integrand integrand;
  private final double[] sum;
  private final double[] absoluteSum;
  private final double[] ends;
  private final double[] value;
  private final double[] norm;
  private final double[] error;
  private final double[] y;
  private double firstT;
  private double lastT;

  /** Functions of one variable. */
  interface Integrand {
    /**
     * Evaluates all components.
     *
     * @param x where
     * @param complement upper − x or, in the lower half, lower − x, without cancellation; NaN where
     *     it was not asked for
     */
    void at(double x, double complement, double[] y);
  }

  /**
   * The result.
   *
   * @param value of the integrals
   * @param error estimates
   * @param norm ∫|f|
   */
  record Estimate(double[] value, double[] error, double[] norm) {
    /** The first component whose error is above the tolerance, or −1. */
    int unsettled(double tolerance) {
      for (int i = 0; i < value.length; i++) {
        if (!(error[i] <= tolerance * norm[i])) {
          return i;
        }
      }
      return -1;
    }
  }

  private DoubleExponential(
      double lower, double upper, boolean hasComplement, int components, Integrand integrand) {
    this.lower = lower;
    this.upper = upper;
    this.hasComplement = hasComplement;
    this.integrand = integrand;
    boolean below = Double.isInfinite(lower);
    boolean above = Double.isInfinite(upper);
    rule =
        below && above
            ? DoubleExponentialRule.SINH_SINH
            : below || above ? DoubleExponentialRule.EXP_SINH : DoubleExponentialRule.TANH_SINH;
    sum = new double[components];
    absoluteSum = new double[components];
    ends = new double[components];
    value = new double[components];
    norm = new double[components];
    error = new double[components];
    y = new double[components];
  }

  /**
   * Integrates.
   *
   * @param lower less than upper; either may be infinite
   * @param hasComplement whether the integrand wants the distance from the ends
   * @return estimates that may not have reached the tolerance
   * @throws RejectException if the integrand is not finite inside the range
   */
  static Estimate integrate(
      double lower,
      double upper,
      boolean hasComplement,
      double tolerance,
      int components,
      Integrand integrand) {
    return new DoubleExponential(lower, upper, hasComplement, components, integrand)
        .refine(tolerance);
  }

  private Estimate refine(double tolerance) {
    start();
    Estimate estimate = new Estimate(value, error, norm);
    double[] before = error.clone();
    for (int level = DoubleExponentialRule.FIRST_LEVEL + 1; level <= LAST_LEVEL; level++) {
      boolean empty = level <= LAST_EMPTY_LEVEL && Arrays.stream(norm).allMatch(x -> x == 0);
      if (!empty && estimate.unsettled(tolerance) < 0) {
        return estimate;
      }
      if (level > LEVEL_OF_DESPAIR && isHopeless(tolerance, before)) {
        return estimate;
      }
      System.arraycopy(error, 0, before, 0, error.length);
      halve(level);
    }
    return estimate;
  }

  /** Whether an error stays above the tolerance, since the ends hold it or rounding does. */
  private boolean isHopeless(double tolerance, double[] before) {
    for (int c = 0; c < value.length; c++) {
      boolean unsettled = !(error[c] <= tolerance * norm[c]);
      boolean rounding = error[c] <= ROUNDING * norm[c] && error[c] > before[c] / 2;
      if (unsettled && (rounding || ends[c] > tolerance * norm[c])) {
        return true;
      }
    }
    return false;
  }

  /** The first two estimates, and where the terms begin to matter. */
  private void start() {
    Nodes nodes = rule.nodes(DoubleExponentialRule.FIRST_LEVEL);
    double[][] terms = new double[nodes.t().length][value.length];
    for (int i = 0; i < terms.length; i++) {
      evaluate(nodes, i, terms[i]);
    }
    int first = firstFinite(nodes, terms, 0, 1);
    int last = firstFinite(nodes, terms, terms.length - 1, -1);
    double[] every = new double[value.length];
    for (int i = first; i <= last; i++) {
      requireFinite(terms[i]);
      add(terms[i]);
      for (int c = 0; i % 2 == 0 && c < every.length; c++) {
        every[c] += terms[i][c];
      }
    }
    double step = Math.scalb(1.0, -DoubleExponentialRule.FIRST_LEVEL);
    firstT = nodes.t()[Math.max(first, firstMatter(terms, first, 1) - 1)];
    lastT = nodes.t()[Math.min(last, firstMatter(terms, last, -1) + 1)];
    for (int c = 0; c < value.length; c++) {
      ends[c] = Math.abs(terms[first][c]) + Math.abs(terms[last][c]);
      value[c] = step * sum[c];
      norm[c] = step * absoluteSum[c];
      error[c] = Math.abs(value[c] - 2 * step * every[c]) + ends[c];
    }
  }

  private int firstFinite(Nodes nodes, double[][] terms, int from, int by) {
    int i = from;
    while (!isFinite(terms[i])) {
      if (Math.abs(nodes.t()[i]) < FIRST_CUT_T) {
        throw undefined(terms[i]);
      }
      i += by;
    }
    return i;
  }

  private RejectException undefined(double[] terms) {
    return rule == DoubleExponentialRule.TANH_SINH
        ? RejectException.domain(
            "Error in function tanh_sinh<double>::integrate: The tanh_sinh quadrature found your"
                + " function to be non-finite everywhere! Please check your function for"
                + " singularities.")
        : singular(terms);
  }

  private int firstMatter(double[][] terms, int from, int by) {
    int i = from;
    while (i >= 0 && i < terms.length && isNegligible(terms[i])) {
      i += by;
    }
    return i >= 0 && i < terms.length ? i : from;
  }

  private boolean isNegligible(double[] terms) {
    for (int c = 0; c < terms.length; c++) {
      if (Math.abs(terms[c]) > NEGLIGIBLE * absoluteSum[c]) {
        return false;
      }
    }
    return true;
  }

  private void halve(int level) {
    Nodes nodes = rule.nodes(level);
    double step = Math.scalb(1.0, -level);
    double[] terms = new double[value.length];
    int i = Math.max(0, (int) ((firstT / step + (DoubleExponentialRule.LAST_T << level)) / 2));
    for (; i < nodes.t().length && nodes.t()[i] < lastT; i++) {
      evaluate(nodes, i, terms);
      requireFinite(terms);
      add(terms);
    }
    for (int c = 0; c < value.length; c++) {
      double now = step * sum[c];
      error[c] = Math.abs(now - value[c]) + ends[c];
      value[c] = now;
      norm[c] = step * absoluteSum[c];
    }
  }

  private void add(double[] terms) {
    for (int c = 0; c < terms.length; c++) {
      sum[c] += terms[c];
      absoluteSum[c] += Math.abs(terms[c]);
    }
  }

  private void evaluate(Nodes nodes, int i, double[] terms) {
    double abscissa = nodes.abscissas()[i];
    double weight = nodes.weights()[i];
    if (rule == DoubleExponentialRule.TANH_SINH) {
      double half = upper / 2 - lower / 2;
      double distance = half * abscissa;
      boolean low = nodes.t()[i] < 0;
      double complement = low ? -distance : distance;
      evaluate(
          low ? lower + distance : upper - distance,
          hasComplement ? complement : Double.NaN,
          half * weight,
          terms);
    } else if (Double.isInfinite(lower)) {
      boolean line = rule == DoubleExponentialRule.SINH_SINH;
      evaluate(line ? abscissa : upper - abscissa, Double.NaN, weight, terms);
    } else {
      evaluate(lower + abscissa, Double.NaN, weight, terms);
    }
  }

  private void evaluate(double x, double complement, double weight, double[] terms) {
    integrand.at(x, complement, y);
    for (int c = 0; c < terms.length; c++) {
      terms[c] = weight * y[c];
    }
  }

  private static boolean isFinite(double[] terms) {
    for (double term : terms) {
      if (!Double.isFinite(term)) {
        return false;
      }
    }
    return true;
  }

  private void requireFinite(double[] terms) {
    if (!isFinite(terms)) {
      throw singular(terms);
    }
  }

  private RejectException singular(double[] terms) {
    double first = Arrays.stream(terms).filter(x -> !Double.isFinite(x)).findFirst().orElseThrow();
    return RejectException.domain(singular(Numbers.general(first)));
  }

  private String singular(String term) {
    return switch (rule) {
      case TANH_SINH ->
          "Error in function tanh_sinh<double>::integrate: The tanh_sinh quadrature evaluated your"
              + " function at a singular point and got "
              + term
              + ". Please narrow the bounds of integration or check your function for"
              + " singularities.";
      case EXP_SINH ->
          "Error in function boost::math::quadrature::exp_sinh<double>::integrate: The exp_sinh"
              + " quadrature evaluated your function at a singular point and returned "
              + term
              + ". Please ensure your function evaluates to a finite number over its entire"
              + " domain.";
      case SINH_SINH ->
          "Error in function boost::math::quadrature::sinh_sinh<double>::integrate: The sinh_sinh"
              + " quadrature evaluated your function at a singular point, leading to the value "
              + term
              + ".\nsinh_sinh quadrature cannot handle singularities in the domain.\n"
              + "If you are sure your function has no singularities, please submit a bug against"
              + " boost.math\n";
    };
  }
}
