package org.stanj.runtime.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.RealFormat;
import org.stanj.runtime.io.RowFile;

/** Writes the draws of one chain behind the head of its file. */
public final class FileSink implements DrawSink {
  private final RowFile out;
  private final DoubleConsumer value;
  private final SamplerColumns sampler;
  private final Columns columns;
  private final Optional<MetricFile> metricFile;
  private final HeadedFile file;

  /**
   * @param out with its head written; the caller closes it
   * @param sampler the first columns
   * @param columns the model's
   * @param metricFile written when warmup ends
   */
  public FileSink(
      RowFile out, SamplerColumns sampler, Columns columns, Optional<MetricFile> metricFile) {
    this.out = out;
    this.value = out::value;
    this.sampler = sampler;
    this.columns = columns;
    this.metricFile = metricFile;
    this.file = new HeadedFile(out, this::names);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(sampler.names());
    names.addAll(columns.names());
    return names;
  }

  /** Hands all rows to the disk; returns the length of the file. */
  public long force() {
    return file.force();
  }

  /** The names of the columns stand in the file. */
  public void skipHeader() {
    file.skipHeader();
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    file.header();
    sampler.write(value, logDensity, stats);
    out.values(row, columns.storage());
    out.endRow();
    file.flushAtTimes();
  }

  @Override
  public void adapted(Adaptation adaptation) {
    file.header();
    RealFormat format = new RealFormat(6);
    out.comment("Adaptation terminated");
    out.comment("Step size = " + format.text(adaptation.stepSize()));
    MetricText metric = new MetricText(format, adaptation.metric(), adaptation.inverseMetric());
    metric.block().forEach(out::comment);
    out.flush();
    metricFile.ifPresent(f -> f.write(adaptation));
  }

  @Override
  public void finished(ElapsedTime time) {
    file.finish(time);
  }
}
