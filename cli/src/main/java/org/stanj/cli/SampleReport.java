package org.stanj.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.stanj.cli.report.SummaryRow;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.command.SampleView;
import org.stanj.runtime.diagnostics.Summary;
import org.stanj.runtime.hmc.HmcSettings.Integration;

/** The text that ends a sample run: a table with a row for each quantity, and what went wrong. */
final class SampleReport {
  /** A longer table is cut: nobody reads on, and the draws can be had as a file. */
  private static final int MOST_ROWS = 100;

  private static final double HIGH_R_HAT = 1.01;
  private static final double LOW_ESS_PER_CHAIN = 100;

  private final String name;
  private final SampleView.Start run;
  private final List<String> columns;

  /** Places of the columns that have rows: all but the sampler's, behind {@code lp__}. */
  private final List<Integer> shown;

  private final List<DrawStore> chains;

  SampleReport(String name, SampleView.Start run, List<String> columns, List<DrawStore> chains) {
    this.name = name;
    this.run = run;
    this.columns = columns;
    this.shown =
        IntStream.range(0, columns.size())
            .filter(c -> c == 0 || !columns.get(c).endsWith("__"))
            .boxed()
            .toList();
    this.chains = chains;
  }

  /**
   * The whole report, ending in a line break.
   *
   * @param seconds that the run took
   */
  String text(double seconds) {
    StringBuilder out = new StringBuilder(head(seconds));
    if (chains.get(0).draws() > 0) {
      table(out);
    }
    if (run.settings().algorithm() == Algorithm.HMC
        && run.settings().hmc().integration() instanceof Integration.Nuts) {
      out.append(transitions()).append('\n');
    }
    return out.toString();
  }

  private String head(double seconds) {
    SampleSettings settings = run.settings();
    return String.format(
        Locale.ROOT,
        "%s: %s of %d draws after %d of warmup, seed %d, %.2f s%n%n",
        name,
        run.chains() == 1 ? "1 chain" : run.chains() + " chains",
        chains.get(0).draws(),
        settings.algorithm() == Algorithm.HMC ? chains.get(0).warmup(settings.numWarmup()) : 0,
        run.seed(),
        seconds);
  }

  private void table(StringBuilder out) {
    List<SummaryRow> rows = new ArrayList<>();
    List<String> doubtful = new ArrayList<>();
    int most = Math.min(shown.size(), MOST_ROWS);
    for (int column : shown.subList(0, most)) {
      Summary summary = Summary.of(draws(column));
      rows.add(SummaryRow.of(columns.get(column), summary));
      if (isDoubtful(summary)) {
        doubtful.add(columns.get(column));
      }
    }
    SummaryRow.table(rows).forEach(line -> out.append(line).append('\n'));
    if (most < shown.size()) {
      out.append("... and ").append(shown.size() - most);
      out.append(" more; the words \"output file=draws.csv\" keep all draws\n");
    }
    out.append('\n');
    if (!doubtful.isEmpty() && run.settings().algorithm() == Algorithm.HMC) {
      out.append(doubt(doubtful));
    }
  }

  private double[][] draws(int column) {
    return chains.stream().map(chain -> chain.column(column)).toArray(double[][]::new);
  }

  /** Vehtari et al. 2021, section 4: R-hat above 1.01, or an ESS below 100 for each chain. */
  private boolean isDoubtful(Summary summary) {
    double least = LOW_ESS_PER_CHAIN * run.chains();
    return summary.rHat() > HIGH_R_HAT || summary.essBulk() < least || summary.essTail() < least;
  }

  private static String doubt(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(5, names.size())));
    String more = names.size() > 5 ? " and " + (names.size() - 5) + " more" : "";
    return "R-hat above 1.01 or ESS below 100 for each chain: " + some + more + ".\n";
  }

  private String transitions() {
    int total = chains.stream().mapToInt(DrawStore::draws).sum();
    int divergent = chains.stream().mapToInt(DrawStore::divergent).sum();
    int deepest = chains.stream().mapToInt(DrawStore::deepest).sum();
    int depth = run.settings().hmc().maxDepth();
    String first =
        divergent == 0
            ? "No divergent transitions"
            : divergent + " of " + total + " transitions diverged (try: adapt delta=0.99)";
    String second =
        deepest == 0
            ? "none at the maximum treedepth of " + depth
            : deepest + " at the maximum treedepth of " + depth;
    return first + "; " + second + ".";
  }
}
