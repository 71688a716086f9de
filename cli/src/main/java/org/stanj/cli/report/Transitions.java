package org.stanj.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stanj.cli.draws.Run;
import org.stanj.runtime.diagnostics.Energy;

/**
 * What the sampler says of its transitions.
 *
 * @param maxDepth where a trajectory is cut short
 * @param chains one by one
 * @param divergent {@code [chain][iteration]}; empty if the files do not tell
 */
record Transitions(int maxDepth, List<Chain> chains, boolean[][] divergent) {
  private static final int DEFAULT_DEPTH = 10;

  /**
   * One chain; NaN where its file does not tell.
   *
   * @param divergent how many transitions
   * @param deepest how many were cut short
   * @param bfmi E-BFMI
   * @param accept mean of {@code accept_stat__}
   * @param leapfrogs mean of {@code n_leapfrog__}
   * @param moves whether {@code lp__} varies
   */
  record Chain(
      double divergent,
      double deepest,
      double bfmi,
      double accept,
      double leapfrogs,
      boolean moves) {}

  static Transitions of(Run run) {
    int maxDepth = (int) run.head().number("max_depth", DEFAULT_DEPTH);
    List<Chain> chains = new ArrayList<>();
    boolean[][] divergent = new boolean[run.has("divergent__") ? run.chains().size() : 0][];
    for (int c = 0; c < run.chains().size(); c++) {
      double[] flags = column(run, "divergent__", c);
      double[] depths = column(run, "treedepth__", c);
      double[] energy = column(run, "energy__", c);
      double[] density = column(run, "lp__", c);
      if (divergent.length > 0) {
        divergent[c] = flags(flags);
      }
      chains.add(
          new Chain(
              flags.length == 0 ? Double.NaN : Arrays.stream(flags).filter(x -> x != 0).count(),
              depths.length == 0
                  ? Double.NaN
                  : Arrays.stream(depths).filter(x -> x >= maxDepth).count(),
              energy.length < 2 ? Double.NaN : Energy.bfmi(energy),
              mean(column(run, "accept_stat__", c)),
              mean(column(run, "n_leapfrog__", c)),
              density.length == 0 || Arrays.stream(density).anyMatch(x -> x != density[0])));
    }
    return new Transitions(maxDepth, chains, divergent);
  }

  private static double[] column(Run run, String name, int chain) {
    int at = run.names().indexOf(name);
    return at < 0 ? new double[0] : run.source().column(chain, at);
  }

  private static boolean[] flags(double[] values) {
    boolean[] flags = new boolean[values.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = values[i] != 0;
    }
    return flags;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Whether the files tell of divergences and depths. */
  boolean isNuts() {
    return divergent.length > 0;
  }

  /** Divergent transitions of all chains. */
  long divergences() {
    return (long) chains.stream().mapToDouble(Chain::divergent).filter(x -> x > 0).sum();
  }

  /** Trajectories of all chains that were cut short. */
  long deepest() {
    return (long) chains.stream().mapToDouble(Chain::deepest).filter(x -> x > 0).sum();
  }

  /** The chains, from 0, for which something holds. */
  List<Integer> where(java.util.function.Predicate<Chain> condition) {
    return IntStream.range(0, chains.size())
        .filter(c -> condition.test(chains.get(c)))
        .boxed()
        .toList();
  }
}
