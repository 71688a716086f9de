package org.stanj.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.stanj.cli.report.Verdict.Finding;
import org.stanj.cli.report.Verdict.Level;

/**
 * Whether chains agree, and whether their draws are enough.
 *
 * <p>Limits: R-hat 1.01 and 100 effective draws for each chain, Vehtari et al. 2021,
 * doi:10.1214/20-BA1221, section 4.
 */
final class ConvergenceFindings {
  private static final double VERY_HIGH_R_HAT = 1.05;

  /** Nobody waits for so many times as many draws. */
  private static final double MANY_TIMES = 10;

  private final Transitions transitions;
  private final List<Quantity> quantities;
  private final List<Finding> findings = new ArrayList<>();

  private ConvergenceFindings(Transitions transitions, List<Quantity> quantities) {
    this.transitions = transitions;
    this.quantities = quantities;
  }

  /** All of them, good ones too. At least one quantity varies. */
  static List<Finding> of(Transitions transitions, List<Quantity> quantities) {
    ConvergenceFindings found = new ConvergenceFindings(transitions, quantities);
    found.stuck();
    found.singleChain();
    found.agreement();
    found.sizes();
    return found.findings;
  }

  private void add(Level level, String title, String advice) {
    findings.add(new Finding(level, title, advice, List.of()));
  }

  private void stuck() {
    List<Integer> still = transitions.where(chain -> !chain.moves());
    if (!still.isEmpty()) {
      add(
          Level.BAD,
          Words.chainNames(still) + " did not move at all",
          "Its step size may be far too small, or its start lies where the density is infinite"
              + " or not differentiable. Look at the program's constraints, and try other inits.");
    }
  }

  private void singleChain() {
    if (transitions.chains().size() == 1) {
      add(
          Level.CARE,
          "There is one chain only",
          "R-hat compares its two halves, which cannot show whether it has missed a part of the"
              + " posterior. Run at least four chains.");
    }
  }

  private void agreement() {
    List<Quantity> apart = Words.sorted(quantities, Quantity::highRHat, q -> -q.summary().rHat());
    if (apart.isEmpty()) {
      Quantity most = extreme(q -> -q.summary().rHat());
      String value = Words.fixed(most.summary().rHat(), 3);
      add(Level.GOOD, "The chains agree: the largest R-hat is " + value + name(most), "");
      return;
    }
    double most = apart.get(0).summary().rHat();
    findings.add(
        new Finding(
            most > VERY_HIGH_R_HAT ? Level.BAD : Level.CARE,
            "%s: R-hat is above 1.01 for %d of %d quantities, at most %s"
                .formatted(
                    most > VERY_HIGH_R_HAT
                        ? "The chains have not converged"
                        : "The chains have almost converged",
                    apart.size(),
                    quantities.size(),
                    Words.fixed(most, 2)),
            "Run longer, warmup too (num_warmup, num_samples). If that does not help, the chains"
                + " may sit in different modes, or data and priors leave these quantities"
                + " undetermined: their traces show which.",
            Words.names(apart)));
  }

  private void sizes() {
    int chains = transitions.chains().size();
    double enough = Quantity.enough(chains);
    List<Quantity> few = Words.sorted(quantities, q -> q.lowEss(chains), Quantity::ess);
    if (few.isEmpty()) {
      Quantity least = extreme(Quantity::ess);
      add(
          Level.GOOD,
          "There are enough effective draws: at least " + Words.fixed(least.ess(), 0) + name(least),
          "");
      return;
    }
    double least = few.get(0).ess();
    findings.add(
        new Finding(
            Level.CARE,
            "Effective draws are few: below %s (100 for each chain) for %d of %d quantities, at"
                    .formatted(Words.fixed(enough, 0), few.size(), quantities.size())
                + " least "
                + Words.fixed(least, 0),
            "The figures of these, their MCSE too, are uncertain. " + remedy(enough / least),
            Words.names(few)));
  }

  private static String remedy(double times) {
    return times < MANY_TIMES
        ? "Take about %.0f times as many draws, or find a parameterisation with less correlation."
            .formatted(Math.ceil(times))
        : "They would need more than %.0f times as many draws: find a parameterisation with less"
                .formatted(MANY_TIMES)
            + " correlation.";
  }

  private Quantity extreme(ToDoubleFunction<Quantity> order) {
    return quantities.stream()
        .filter(q -> q.state() == Quantity.State.VARYING)
        .min(Comparator.comparingDouble(order))
        .orElseThrow();
  }

  private static String name(Quantity quantity) {
    return " (" + quantity.name() + ")";
  }
}
