package org.stanj.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.stanj.cli.draws.Run;
import org.stanj.cli.report.Verdict.Finding;
import org.stanj.cli.report.Verdict.Level;

/**
 * Finds what is wrong with a run.
 *
 * <p>Limits: R-hat 1.01 and 100 effective draws for each chain, Vehtari et al. 2021,
 * doi:10.1214/20-BA1221, section 4; E-BFMI 0.3, Betancourt 2016, arXiv:1604.00695.
 */
final class Judge {
  private static final double VERY_HIGH_R_HAT = 1.05;
  private static final double LOW_BFMI = 0.3;

  /** Above this share of divergent transitions a region of the posterior is likely missed. */
  private static final double MANY_DIVERGENCES = 0.01;

  private static final double SEPARATE = 0.3;

  private final Run run;
  private final Transitions transitions;
  private final List<Quantity> quantities;
  private final List<Finding> findings = new ArrayList<>();

  private Judge(Run run, Transitions transitions, List<Quantity> quantities) {
    this.run = run;
    this.transitions = transitions;
    this.quantities = quantities;
  }

  static Verdict verdict(Run run, Transitions transitions, List<Quantity> quantities) {
    return new Judge(run, transitions, quantities).verdict();
  }

  private Verdict verdict() {
    run.notes().forEach(note -> add(Level.CARE, note, ""));
    boolean judged = quantities.stream().anyMatch(q -> q.state() == Quantity.State.VARYING);
    if (run.isFixed()) {
      add(Level.NOTE, "The parameters were fixed: there is no convergence to judge", "");
    } else if (!judged) {
      add(Level.CARE, "There is nothing to judge: no quantity varies, or there are few draws", "");
    } else {
      stuck();
      singleChain();
      agreement();
      sizes();
    }
    if (!run.isFixed()) {
      divergences();
      depth();
      energy();
    }
    undefined();
    findings.sort(Comparator.comparing(Finding::level).reversed());
    Level level = findings.stream().map(Finding::level).reduce(Level.GOOD, Level::or);
    return new Verdict(level, headline(level, judged && !run.isFixed()), findings);
  }

  private static String headline(Level level, boolean judged) {
    return switch (level) {
      case BAD -> "Do not rely on these draws yet";
      case CARE -> judged ? "Usable with care" : "Not enough to judge";
      case NOTE, GOOD -> judged ? "Converged: no problems found" : "Nothing to judge";
    };
  }

  private void add(Level level, String title, String advice) {
    findings.add(new Finding(level, title, advice, List.of()));
  }

  private void stuck() {
    List<Integer> still = transitions.where(chain -> !chain.moves());
    if (!still.isEmpty()) {
      add(
          Level.BAD,
          chainNames(still) + " did not move at all",
          "Its step size may be far too small, or its start lies where the density is infinite"
              + " or not differentiable. Look at the program's constraints, and try other inits.");
    }
  }

  private void singleChain() {
    if (run.chains().size() == 1) {
      add(
          Level.CARE,
          "There is one chain only",
          "R-hat compares its two halves, which cannot show whether it has missed a part of the"
              + " posterior. Run at least four chains.");
    }
  }

  private void agreement() {
    List<Quantity> apart = worst(Quantity::highRHat, q -> -q.summary().rHat());
    if (apart.isEmpty()) {
      Quantity most = extreme(q -> -q.summary().rHat());
      String value = fixed(most.summary().rHat(), 3);
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
                    fixed(most, 2)),
            "Run longer, warmup too (num_warmup, num_samples). If that does not help, the chains"
                + " may sit in different modes, or data and priors leave these quantities"
                + " undetermined: their traces show which.",
            names(apart)));
  }

  private void sizes() {
    int chains = run.chains().size();
    double enough = Quantity.enough(chains);
    List<Quantity> few = worst(q -> q.lowEss(chains), Quantity::ess);
    if (few.isEmpty()) {
      Quantity least = extreme(Quantity::ess);
      add(
          Level.GOOD,
          "There are enough effective draws: at least " + fixed(least.ess(), 0) + name(least),
          "");
      return;
    }
    double least = few.get(0).ess();
    findings.add(
        new Finding(
            Level.CARE,
            "Effective draws are few: below %s (100 for each chain) for %d of %d quantities, at"
                    .formatted(fixed(enough, 0), few.size(), quantities.size())
                + " least "
                + fixed(least, 0),
            "Means and quantiles of these are uncertain by more than their MCSE says. Take about"
                + " %d times as many draws, or find a parameterisation with less correlation."
                    .formatted((long) Math.ceil(enough / Math.max(1, least))),
            names(few)));
  }

  private void divergences() {
    if (!transitions.isNuts()) {
      return;
    }
    long count = transitions.divergences();
    long total = (long) run.draws() * run.chains().size();
    if (count == 0) {
      add(Level.GOOD, "No transition diverged", "");
      return;
    }
    double delta = run.head().number("delta", 0.8);
    String advice =
        delta < 0.99
            ? "Means and intervals may be biased. Try adapt delta=%s; if divergences remain,"
                    .formatted(delta < 0.95 ? "0.95, then 0.99" : "0.99")
                + " change the parameterisation (a non-centred one for hierarchical effects) or"
                + " use tighter priors."
            : "Means and intervals may be biased. delta is %s already: change the parameterisation"
                    .formatted(fixed(delta, 3).replaceFirst("0+$", ""))
                + " (a non-centred one for hierarchical effects) or use tighter priors.";
    List<Quantity> where =
        worst(
            q -> Math.abs(q.separation()) > SEPARATE && !q.name().equals("lp__"),
            q -> -Math.abs(q.separation()));
    String place = where.isEmpty() ? "" : " Divergent draws lie apart from the others in:";
    findings.add(
        new Finding(
            count > MANY_DIVERGENCES * total ? Level.BAD : Level.CARE,
            "%d of %d transitions diverged (%s %%)"
                .formatted(count, total, fixed(100.0 * count / total, 2)),
            advice + place,
            names(where)));
  }

  private void depth() {
    if (!transitions.isNuts()) {
      return;
    }
    long count = transitions.deepest();
    int depth = transitions.maxDepth();
    if (count == 0) {
      add(Level.GOOD, "No trajectory was cut short at the maximum tree depth of " + depth, "");
      return;
    }
    add(
        Level.CARE,
        "%d of %d trajectories were cut short at the maximum tree depth of %d"
            .formatted(count, (long) run.draws() * run.chains().size(), depth),
        "This costs time, and draws are more correlated than they could be; they are not biased."
            + " Try max_depth=%d, rescale the parameters, or use metric=dense_e."
                .formatted(depth + 2));
  }

  private void energy() {
    if (!run.has("energy__")) {
      return;
    }
    List<Integer> low = transitions.where(chain -> chain.bfmi() < LOW_BFMI);
    double least =
        transitions.chains().stream().mapToDouble(Transitions.Chain::bfmi).min().orElseThrow();
    if (low.isEmpty() && !Double.isNaN(least)) {
      add(Level.GOOD, "E-BFMI is satisfactory: at least " + fixed(least, 2), "");
    } else if (!low.isEmpty()) {
      add(
          Level.CARE,
          "E-BFMI is low (%s, below 0.3) in %s"
              .formatted(fixed(least, 2), chainNames(low).replaceFirst("^C", "c")),
          "The sampler moves slowly between energies: tails may be missed. Reparameterise heavy"
              + " tails, and look for parameters that correlate with energy__.");
    }
  }

  private void undefined() {
    List<Quantity> strange = worst(q -> q.state() == Quantity.State.NOT_FINITE, q -> 0);
    if (!strange.isEmpty()) {
      findings.add(
          new Finding(
              Level.CARE,
              strange.size()
                  + " of "
                  + quantities.size()
                  + " quantities have draws that are NaN"
                  + " or infinite",
              "They have no figures. Look at how the program computes them.",
              names(strange)));
    }
    List<Quantity> constant = worst(q -> q.state() == Quantity.State.CONSTANT, q -> 0);
    if (!constant.isEmpty() && !run.isFixed()) {
      findings.add(
          new Finding(
              Level.NOTE,
              constant.size() + " of " + quantities.size() + " quantities are constant",
              "They are not judged. For elements that are fixed by definition this is as it"
                  + " should be.",
              names(constant)));
    }
  }

  private List<Quantity> worst(Predicate<Quantity> which, ToDoubleFunction<Quantity> order) {
    return quantities.stream().filter(which).sorted(Comparator.comparingDouble(order)).toList();
  }

  private Quantity extreme(ToDoubleFunction<Quantity> order) {
    return quantities.stream()
        .filter(q -> q.state() == Quantity.State.VARYING)
        .min(Comparator.comparingDouble(order))
        .orElseThrow();
  }

  private static List<String> names(List<Quantity> some) {
    return some.stream().map(Quantity::name).toList();
  }

  private static String name(Quantity quantity) {
    return " (" + quantity.name() + ")";
  }

  private static String chainNames(List<Integer> chains) {
    String numbers =
        chains.stream().map(c -> String.valueOf(c + 1)).collect(Collectors.joining(", "));
    return (chains.size() == 1 ? "Chain " : "Chains ") + numbers;
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
