package org.stanj.runtime.stopping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.chains.StopRule;
import org.stanj.runtime.diagnostics.Convergence;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.RealFormat;

/**
 * Stops sampling when all chosen columns are precise: bulk and tail ESS at least, and R-hat at most
 * what is wanted. It looks after 100, 200, 400 ... saved draws of each chain, so that few looks are
 * there to be lucky at. A column that never changes counts as precise.
 */
public final class StopWhenPrecise implements StopRule {
  private static final int FIRST_LOOK = 100;

  private final Wanted wanted;
  private final List<String> names;
  private final List<Chain> chains = new ArrayList<>();
  private final int thin;
  private int suspect;

  /**
   * What is wanted of each column.
   *
   * @param ess least effective sample size over all chains, bulk and tail; 0 for any
   * @param rHat largest R-hat; infinity for any
   */
  public record Wanted(double ess, double rHat) {
    private static final RealFormat FORMAT = new RealFormat(6);

    private boolean isMet(double[][] draws) {
      if (isConstant(draws)) {
        return true;
      }
      boolean together = rHat == Double.POSITIVE_INFINITY || Convergence.rHat(draws) <= rHat;
      return together
          && (ess == 0 || Convergence.essBulk(draws) >= ess && Convergence.essTail(draws) >= ess);
    }

    /** Whether all draws are the same, undefined ones too. */
    private static boolean isConstant(double[][] draws) {
      double first = draws[0][0];
      return Arrays.stream(draws)
          .flatMapToDouble(Arrays::stream)
          .allMatch(x -> Double.compare(x, first) == 0);
    }

    /** In words. */
    String text() {
      List<String> parts = new ArrayList<>();
      if (ess > 0) {
        parts.add("ESS is at least " + FORMAT.text(ess));
      }
      if (rHat < Double.POSITIVE_INFINITY) {
        parts.add("R-hat is at most " + FORMAT.text(rHat));
      }
      return String.join(" and ", parts);
    }
  }

  /**
   * @param columns that are to be precise
   * @param logDensity whether {@code lp__} is to be so too
   * @param chains their number
   * @param thin iterations for each saved draw
   */
  public StopWhenPrecise(Wanted wanted, Columns columns, boolean logDensity, int chains, int thin) {
    this.wanted = wanted;
    this.thin = thin;
    names =
        Stream.concat(logDensity ? Stream.of("lp__") : Stream.empty(), columns.names().stream())
            .toList();
    int[] storage =
        logDensity
            ? IntStream.concat(IntStream.of(Chain.DENSITY), Arrays.stream(columns.storage()))
                .toArray()
            : columns.storage();
    for (int c = 0; c < chains; c++) {
      this.chains.add(new Chain(storage));
    }
  }

  /** The draws of a chain so far, column by column. */
  public double[] save(int chain) {
    return chains.get(chain).save();
  }

  /** Goes on with the draws of a chain that were {@link #save}d. */
  public void restore(int chain, double[] draws) {
    chains.get(chain).restore(draws);
  }

  /** Columns that are judged. */
  public int columns() {
    return names.size();
  }

  /** Takes the draws of a chain. */
  public DrawSink sink(int chain) {
    return chains.get(chain);
  }

  @Override
  public int next(int done) {
    long next = done == 0 ? (long) FIRST_LOOK * thin : 2L * done;
    return (int) Math.min(Integer.MAX_VALUE, next);
  }

  /** Begins with the column that was not precise at the last look. */
  @Override
  public boolean isEnough() {
    for (int i = 0; i < names.size(); i++) {
      int column = (suspect + i) % names.size();
      double[][] draws = chains.stream().map(c -> c.column(column)).toArray(double[][]::new);
      if (!wanted.isMet(draws)) {
        suspect = column;
        return false;
      }
    }
    return true;
  }

  /** What the run was stopped for, after so many draws as there are. */
  public String reason() {
    return String.format(
        Locale.ROOT,
        "Stopped after %d iterations of sampling: %s for all of %d columns",
        chains.get(0).draws * thin,
        wanted.text(),
        names.size());
  }

  /** Whether the chains were stopped. */
  public boolean hasStopped() {
    return chains.get(0).stopped;
  }

  /** The draws of a chain, column by column. */
  private static final class Chain implements DrawSink {
    private static final int DENSITY = -1;

    private final int[] storage;
    private final double[][] columns;
    private int draws;
    private boolean stopped;

    Chain(int[] storage) {
      this.storage = storage;
      this.columns = new double[storage.length][FIRST_LOOK];
    }

    @Override
    public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
      if (phase == Phase.WARMUP) {
        return;
      }
      for (int i = 0; i < storage.length; i++) {
        if (draws == columns[i].length) {
          columns[i] = Arrays.copyOf(columns[i], 2 * draws);
        }
        columns[i][draws] = storage[i] == DENSITY ? logDensity : row[storage[i]];
      }
      draws++;
    }

    private double[] save() {
      double[] all = new double[columns.length * draws];
      for (int i = 0; i < columns.length; i++) {
        System.arraycopy(columns[i], 0, all, i * draws, draws);
      }
      return all;
    }

    private void restore(double[] all) {
      draws = columns.length == 0 ? 0 : all.length / columns.length;
      for (int i = 0; i < columns.length; i++) {
        double[] column = Arrays.copyOfRange(all, i * draws, (i + 1) * draws);
        columns[i] = Arrays.copyOf(column, Math.max(draws, FIRST_LOOK));
      }
    }

    private double[] column(int i) {
      return Arrays.copyOf(columns[i], draws);
    }

    @Override
    public void stopped(Progress last) {
      stopped = true;
    }

    @Override
    public void adapted(Adaptation adaptation) {}

    @Override
    public void finished(ElapsedTime time) {}
  }
}
