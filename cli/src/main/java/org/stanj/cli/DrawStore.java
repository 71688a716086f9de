package org.stanj.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.stanj.cli.draws.AdaptationFacts;
import org.stanj.cli.draws.ChainFacts;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.files.SamplerColumns;
import org.stanj.runtime.hmc.LowRankMetric;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.TransitionStats;

/** Keeps the draws of one chain, column by column: the sampler's, then the model's. */
final class DrawStore implements DrawSink {
  private final SamplerColumns sampler;
  private final int[] storage;
  private final double[][] columns;
  private final int maxDepth;
  private AdaptationFacts adaptation = AdaptationFacts.UNKNOWN;
  private ElapsedTime time = new ElapsedTime(Double.NaN, Double.NaN);
  private OptionalInt warmup = OptionalInt.empty();
  private int filled;
  private int draws;
  private int divergent;
  private int deepest;

  /**
   * @param storage for each column of the model its place in a row
   * @param draws that will come
   * @param maxDepth where a transition counts as cut short
   */
  DrawStore(SamplerColumns sampler, int[] storage, int draws, int maxDepth) {
    this.sampler = sampler;
    this.storage = storage;
    this.columns = new double[sampler.names().size() + storage.length][draws];
    this.maxDepth = maxDepth;
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    if (phase == Phase.WARMUP) {
      return;
    }
    filled = 0;
    sampler.write(this::add, logDensity, stats);
    for (int index : storage) {
      add(row[index]);
    }
    draws++;
    divergent += stats.divergent() ? 1 : 0;
    deepest += stats.treeDepth() >= maxDepth ? 1 : 0;
  }

  private void add(double value) {
    columns[filled++][draws] = value;
  }

  @Override
  public void adapted(Adaptation found) {
    double[] inverse = found.inverseMetric();
    boolean dense = found.metric() == MetricForm.DENSE_E;
    double[] diagonal = inverse;
    if (dense) {
      int size = (int) Math.round(Math.sqrt(inverse.length));
      diagonal = new double[size];
      Arrays.setAll(diagonal, i -> inverse[i * size + i]);
    } else if (found.metric() == MetricForm.LOW_RANK) {
      diagonal = LowRankMetric.Parts.of(inverse).diagonal();
    }
    String form = found.metric().name().toLowerCase(Locale.ROOT);
    adaptation = new AdaptationFacts(found.stepSize(), AdaptationFacts.inWords(form), diagonal);
  }

  @Override
  public void warmupShortened(int iterations) {
    warmup = OptionalInt.of(iterations);
  }

  /**
   * Iterations of warmup.
   *
   * @param planned what they are unless warmup has ended early
   */
  int warmup(int planned) {
    return warmup.orElse(planned);
  }

  @Override
  public void finished(ElapsedTime elapsed) {
    time = elapsed;
  }

  /** The draws of a column; the caller only reads them. */
  double[] column(int c) {
    return draws == columns[c].length ? columns[c] : Arrays.copyOf(columns[c], draws);
  }

  /**
   * What is known of the chain.
   *
   * @param file its CSV file; empty if there is none
   */
  ChainFacts facts(String file, int id) {
    return new ChainFacts(file, id, draws, adaptation, time.warmup(), time.sampling());
  }

  int draws() {
    return draws;
  }

  /** Transitions whose energy error exceeded its limit. */
  int divergent() {
    return divergent;
  }

  /** Transitions that ended at the maximum tree depth. */
  int deepest() {
    return deepest;
  }
}
