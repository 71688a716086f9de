package org.stanj.cli.report;

import org.stanj.runtime.diagnostics.Summary;

/**
 * A quantity of the model, or {@code lp__}, with its figures.
 *
 * @param name as shown
 * @param column of the run
 * @param summary over all draws
 * @param state of its draws
 * @param separation how far the draws of divergent transitions lie from the others: the difference
 *     of their means in standard deviations; 0 where it may be by chance
 */
record Quantity(String name, int column, Summary summary, State state, double separation) {
  /** Vehtari et al. 2021, section 4. */
  static final double HIGH_R_HAT = 1.01;

  private static final double LOW_ESS_PER_CHAIN = 100;

  /** What the draws are like. */
  enum State {
    /** They vary. */
    VARYING,
    /** They are all equal. */
    CONSTANT,
    /** Some are NaN or infinite. */
    NOT_FINITE,
    /** There are too few to tell. */
    FEW
  }

  /** Whether chains disagree. */
  boolean highRHat() {
    return summary.rHat() > HIGH_R_HAT;
  }

  /** The smaller effective sample size. */
  double ess() {
    return Math.min(summary.essBulk(), summary.essTail());
  }

  /** Whether there are fewer than 100 effective draws for each of {@code chains}. */
  boolean lowEss(int chains) {
    return ess() < LOW_ESS_PER_CHAIN * chains;
  }

  /** The effective draws that a run should have. */
  static double enough(int chains) {
    return LOW_ESS_PER_CHAIN * chains;
  }

  /** What is to be said of it in a few words; empty if nothing is. */
  String remark(int chains) {
    return switch (state) {
      case CONSTANT -> "constant";
      case NOT_FINITE -> "not finite";
      case FEW -> "few draws";
      case VARYING ->
          highRHat() ? (lowEss(chains) ? "R-hat, ESS" : "R-hat") : lowEss(chains) ? "ESS" : "";
    };
  }
}
