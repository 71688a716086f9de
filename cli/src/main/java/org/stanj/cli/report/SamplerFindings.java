package org.stanj.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.stanj.cli.draws.Run;
import org.stanj.cli.report.Verdict.Finding;
import org.stanj.cli.report.Verdict.Level;

/**
 * What the sampler's transitions tell: divergences, trajectories cut short, energies.
 *
 * <p>The limit of E-BFMI is that of Betancourt 2016, arXiv:1604.00695.
 */
final class SamplerFindings {
  private static final double LOW_BFMI = 0.3;

  /** Above this share of divergent transitions a region of the posterior is likely missed. */
  private static final double MANY_DIVERGENCES = 0.01;

  private static final double SEPARATE = 0.3;

  private final Run run;
  private final Transitions transitions;
  private final List<Quantity> quantities;
  private final List<Finding> findings = new ArrayList<>();

  private SamplerFindings(Run run, Transitions transitions, List<Quantity> quantities) {
    this.run = run;
    this.transitions = transitions;
    this.quantities = quantities;
  }

  /** All of them, good ones too; none of what the files do not tell. */
  static List<Finding> of(Run run, Transitions transitions, List<Quantity> quantities) {
    SamplerFindings found = new SamplerFindings(run, transitions, quantities);
    if (transitions.isNuts()) {
      found.divergences();
      found.depth();
    }
    if (run.has("energy__")) {
      found.energy();
    }
    return found.findings;
  }

  private void add(Level level, String title, String advice) {
    findings.add(new Finding(level, title, advice, List.of()));
  }

  private void divergences() {
    long count = transitions.divergences();
    long total = (long) run.draws() * run.chains().size();
    if (count == 0) {
      add(Level.GOOD, "No transition diverged", "");
      return;
    }
    List<Quantity> where =
        Words.sorted(
            quantities,
            q -> Math.abs(q.separation()) > SEPARATE && !q.name().equals("lp__"),
            q -> -Math.abs(q.separation()));
    String place = where.isEmpty() ? "" : " Divergent draws lie apart from the others in:";
    findings.add(
        new Finding(
            count > MANY_DIVERGENCES * total ? Level.BAD : Level.CARE,
            "%d of %d transitions diverged (%s %%)"
                .formatted(count, total, Words.fixed(100.0 * count / total, 2)),
            divergenceAdvice() + place,
            Words.names(where)));
  }

  private void depth() {
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
    List<Integer> low = transitions.where(chain -> chain.bfmi() < LOW_BFMI);
    double least =
        transitions.chains().stream().mapToDouble(Transitions.Chain::bfmi).min().orElseThrow();
    if (low.isEmpty() && !Double.isNaN(least)) {
      add(Level.GOOD, "E-BFMI is satisfactory: at least " + Words.fixed(least, 2), "");
    } else if (!low.isEmpty()) {
      add(
          Level.CARE,
          "E-BFMI is low (%s, below 0.3) in %s"
              .formatted(Words.fixed(least, 2), Words.chainNames(low).replaceFirst("^C", "c")),
          "The sampler moves slowly between energies: tails may be missed. Reparameterise heavy"
              + " tails, and look for parameters that correlate with energy__.");
    }
  }

  private String divergenceAdvice() {
    double delta = run.head().number("delta", 0.8);
    String said = Words.fixed(delta, 3).replaceFirst("0+$", "");
    String step =
        delta < 0.99
            ? "Try adapt delta=%s; if divergences remain,"
                .formatted(delta < 0.95 ? "0.95, then 0.99" : "0.99")
            : "delta is " + said + " already:";
    return "Means and intervals may be biased. "
        + step
        + " change the parameterisation (a non-centred one for hierarchical effects) or use"
        + " tighter priors.";
  }
}
