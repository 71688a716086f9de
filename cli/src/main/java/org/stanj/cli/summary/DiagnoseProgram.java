package org.stanj.cli.summary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.diagnostics.ChainStatistics;
import org.stanj.runtime.diagnostics.Energy;

/** {@code diagnose}: tells what may be wrong with the draws of one or more CSV files. */
public final class DiagnoseProgram {
  private static final double LOW_BFMI = 0.3;
  private static final double LOW_ESS = 0.001;
  private static final double HIGH_R_HAT = 1.01;

  private final Console console;

  public DiagnoseProgram(Console console) {
    this.console = console;
  }

  /** Carries out the words behind the program's name; returns the exit code. */
  public int run(List<String> words) {
    if (words.isEmpty()) {
      console.text("USAGE:  diagnose <filename 1> [<filename 2> ... <filename N>]\n\n");
      return 0;
    }
    List<Path> files = new ArrayList<>();
    for (String word : words) {
      if (Files.isRegularFile(Path.of(word))) {
        files.add(Path.of(word));
      } else {
        console.line("File " + word + " not found");
      }
    }
    if (files.isEmpty()) {
      console.line("No valid input files, exiting.");
      return 1;
    }
    try {
      report(Draws.read(files));
      return 0;
    } catch (SummaryFailure e) {
      String where = e.told().startsWith(e.file()) ? "" : e.file() + ": ";
      console.line("Cannot parse input csv file: " + where + e.told());
      return 1;
    }
  }

  private void report(Draws draws) {
    List<String> names = draws.names();
    boolean healthy = true;
    if (names.contains("treedepth__")) {
      healthy &= depth(draws, pooled(draws, "treedepth__"));
    }
    if (names.contains("divergent__")) {
      healthy &= divergences(pooled(draws, "divergent__"));
    }
    if (names.contains("energy__")) {
      healthy &= energy(pooled(draws, "energy__"));
    }
    healthy &= convergence(draws);
    console.line("Processing complete" + (healthy ? ", no problems detected." : "."));
  }

  private static double[] pooled(Draws draws, String column) {
    return Arrays.stream(draws.column(draws.names().indexOf(column)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private boolean depth(Draws draws, double[] depths) {
    console.line("Checking sampler transitions treedepth.");
    int limit = draws.number("max_depth", 10);
    long hits = Arrays.stream(depths).filter(depth -> depth >= limit).count();
    if (hits == 0) {
      console.line("Treedepth satisfactory for all transitions.\n");
      return true;
    }
    console.line(
        share(hits, depths.length)
            + " transitions hit the maximum treedepth limit of %d, or 2^%d leapfrog steps."
                .formatted(limit, limit));
    console.line(
        "Trajectories that are prematurely terminated due to this limit"
            + " will result in slow exploration.");
    console.line("For optimal performance, increase this limit.\n");
    return false;
  }

  private boolean divergences(double[] divergent) {
    console.line("Checking sampler transitions for divergences.");
    long count = Arrays.stream(divergent).filter(x -> x != 0).count();
    if (count == 0) {
      console.line("No divergent transitions found.\n");
      return true;
    }
    console.line(share(count, divergent.length) + " transitions ended with a divergence.");
    console.line(
        "These divergent transitions indicate that HMC is not fully able to explore the"
            + " posterior distribution.");
    console.line("Try increasing adapt delta closer to 1.");
    console.line("If this doesn't remove all divergences, try to reparameterize the model.\n");
    return false;
  }

  private static String share(long count, int total) {
    return String.format(Locale.ROOT, "%d of %d (%.2f%%)", count, total, 100.0 * count / total);
  }

  private boolean energy(double[] energies) {
    console.line("Checking E-BFMI - sampler transitions HMC potential energy.");
    double bfmi = Energy.bfmi(energies);
    if (!(bfmi < LOW_BFMI)) {
      console.line("E-BFMI satisfactory.\n");
      return true;
    }
    console.line(
        "The E-BFMI, %s, is below the nominal threshold of 0.30 which suggests that HMC may have"
                .formatted(StreamText.fixed(bfmi, 2))
            + " trouble exploring the target distribution.");
    console.line("If possible, try to reparameterize the model.\n");
    return false;
  }

  private boolean convergence(Draws draws) {
    List<String> few = new ArrayList<>();
    List<String> apart = new ArrayList<>();
    double total = (double) draws.chains().size() * draws.iterations();
    for (int c = 0; c < draws.names().size(); c++) {
      if (draws.names().get(c).contains("__")) {
        continue;
      }
      ChainStatistics statistics = ChainStatistics.of(draws.column(c));
      if (statistics.essBulk() / total < LOW_ESS) {
        few.add(draws.names().get(c));
      }
      if (Math.round(100 * statistics.rHat()) / 100.0 > HIGH_R_HAT) {
        apart.add(draws.names().get(c));
      }
    }
    console.line(fewDraws(few));
    console.line(chainsApart(apart));
    return few.isEmpty() && apart.isEmpty();
  }

  private static String fewDraws(List<String> names) {
    return names.isEmpty()
        ? "Rank-normalized split effective sample size satisfactory for all parameters.\n"
        : """
          The following parameters had fewer than 0.001 effective draws per transition:
            %s
          Such low values indicate that the effective sample size estimators may be biased high \
          and actual performance may be substantially lower than quoted.
          """
            .formatted(String.join(", ", names));
  }

  private static String chainsApart(List<String> names) {
    return names.isEmpty()
        ? "Rank-normalized split R-hat values satisfactory for all parameters.\n"
        : """
          The following parameters had rank-normalized split R-hat greater than 1.01:
            %s
          Such high values indicate incomplete mixing and biased estimation.
          You should consider regularizing your model with additional prior information or a \
          more effective parameterization.
          """
            .formatted(String.join(", ", names));
  }
}
