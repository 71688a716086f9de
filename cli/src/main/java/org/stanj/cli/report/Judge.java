package org.stanj.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stanj.cli.draws.Run;
import org.stanj.cli.report.Verdict.Finding;
import org.stanj.cli.report.Verdict.Level;

/** Finds what is wrong with a run, and says what to think of it. */
final class Judge {
  private static final int SEVERAL = 3;

  private final Run run;
  private final List<Quantity> quantities;
  private final List<Finding> findings = new ArrayList<>();

  private Judge(Run run, List<Quantity> quantities) {
    this.run = run;
    this.quantities = quantities;
  }

  static Verdict verdict(Run run, Transitions transitions, List<Quantity> quantities) {
    return new Judge(run, quantities).verdict(transitions);
  }

  private Verdict verdict(Transitions transitions) {
    run.notes().forEach(note -> add(Level.CARE, note, ""));
    boolean varies = quantities.stream().anyMatch(q -> q.state() == Quantity.State.VARYING);
    if (run.isFixed()) {
      add(Level.NOTE, "The parameters were fixed: there is no convergence to judge", "");
    } else if (varies) {
      findings.addAll(ConvergenceFindings.of(transitions, quantities));
    } else {
      add(Level.CARE, "There is nothing to judge: no quantity varies, or there are few draws", "");
    }
    if (!run.isFixed()) {
      findings.addAll(SamplerFindings.of(run, transitions, quantities));
    }
    undefined();
    constant();
    findings.sort(Comparator.comparing(Finding::level).reversed());
    Level level = level();
    return new Verdict(level, headline(level, varies && !run.isFixed()), findings);
  }

  /** The worst; but what has several faults cannot be used with care any more. */
  private Level level() {
    Level worst = findings.stream().map(Finding::level).reduce(Level.GOOD, Level::or);
    long faults = findings.stream().filter(f -> f.level() == Level.CARE).count();
    return faults >= SEVERAL ? Level.BAD : worst;
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

  private void undefined() {
    List<Quantity> strange =
        Words.sorted(quantities, q -> q.state() == Quantity.State.NOT_FINITE, q -> 0);
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
              Words.names(strange)));
    }
  }

  private void constant() {
    List<Quantity> constant =
        Words.sorted(quantities, q -> q.state() == Quantity.State.CONSTANT, q -> 0);
    if (!constant.isEmpty() && !run.isFixed()) {
      findings.add(
          new Finding(
              Level.NOTE,
              constant.size() + " of " + quantities.size() + " quantities are constant",
              "They are not judged. For elements that are fixed by definition this is as it"
                  + " should be.",
              Words.names(constant)));
    }
  }
}
