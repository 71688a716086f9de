package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.CsvWriter;
import org.stanj.runtime.io.RealFormat;

/** Writes the draws of one chain behind the head of its CSV file. */
final class CsvSink implements DrawSink {
  private static final List<String> FIXED = List.of("lp__", "accept_stat__");
  private static final List<String> NUTS =
      List.of(
          "lp__",
          "accept_stat__",
          "stepsize__",
          "treedepth__",
          "n_leapfrog__",
          "divergent__",
          "energy__");
  private static final long FLUSH_NANOS = 500_000_000;

  private final CsvWriter csv;
  private final Columns columns;
  private final boolean fixed;
  private final Optional<MetricFile> metricFile;
  private boolean headed;
  private long flushed;

  /**
   * @param csv with its head written; the caller closes it
   * @param fixed whether the sampler has no columns of its own but two
   * @param metricFile written when warmup ends
   */
  CsvSink(CsvWriter csv, Columns columns, boolean fixed, Optional<MetricFile> metricFile) {
    this.csv = csv;
    this.columns = columns;
    this.fixed = fixed;
    this.metricFile = metricFile;
  }

  private void header() {
    if (!headed) {
      List<String> names = new ArrayList<>(fixed ? FIXED : NUTS);
      names.addAll(columns.names());
      csv.header(names);
      headed = true;
      flushed = System.nanoTime();
    }
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    header();
    csv.value(logDensity);
    csv.value(stats.acceptStat());
    if (!fixed) {
      csv.value(stats.stepSize());
      csv.value(stats.treeDepth());
      csv.value(stats.leapfrogs());
      csv.value(stats.divergent() ? 1 : 0);
      csv.value(stats.energy());
    }
    csv.values(row, columns.storage());
    csv.endRow();
    if (System.nanoTime() - flushed > FLUSH_NANOS) {
      csv.flush();
      flushed = System.nanoTime();
    }
  }

  @Override
  public void adapted(Adaptation adaptation) {
    header();
    RealFormat format = new RealFormat(6);
    csv.comment("Adaptation terminated");
    csv.comment("Step size = " + format.text(adaptation.stepSize()));
    if (adaptation.metric() == MetricForm.UNIT_E) {
      csv.comment("No free parameters for unit metric");
    } else {
      csv.comment("Diagonal elements of inverse mass matrix:");
      csv.comment(
          Arrays.stream(adaptation.inverseMetric())
              .mapToObj(format::text)
              .collect(Collectors.joining(", ")));
    }
    csv.flush();
    metricFile.ifPresent(f -> f.write(adaptation));
  }

  @Override
  public void finished(ElapsedTime time) {
    header();
    csv.comment("");
    time.lines().forEach(csv::comment);
    csv.comment("");
    csv.flush();
  }
}
