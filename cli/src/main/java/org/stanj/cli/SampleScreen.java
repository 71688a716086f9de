package org.stanj.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.command.Console;
import org.stanj.runtime.command.SampleView;
import org.stanj.runtime.files.SamplerColumns;
import org.stanj.runtime.io.ColumnName;
import org.stanj.runtime.io.Columns;

/**
 * What {@code stanj sample} shows: progress while the chains run, if standard error is a terminal,
 * and a summary at the end.
 */
final class SampleScreen implements SampleView {
  private final Console console;
  private final String name;
  private final ProgressLine progress;
  private final Optional<SampledReport> report;
  private final List<DrawStore> stores = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private @Nullable Start start;
  private long began;

  /**
   * @param name of the model
   * @param report to be written at the end, if one is wanted
   */
  SampleScreen(Console console, String name, Optional<SampledReport> report) {
    this.console = console;
    this.name = name;
    this.report = report;
    this.progress = new ProgressLine(System.err, Boolean.getBoolean("stanj.terminal"));
  }

  @Override
  public void start(Start run) {
    start = run;
    began = System.nanoTime();
    Columns order = Columns.of(run.model().variables());
    SamplerColumns sampler = SamplerColumns.of(run.settings());
    columns.addAll(sampler.names());
    order.names().forEach(column -> columns.add(ColumnName.shown(column)));
    int thin = run.settings().thin();
    int draws = (run.settings().numSamples() + thin - 1) / thin;
    for (int chain = 0; chain < run.chains(); chain++) {
      int depth = run.settings().hmc().maxDepth();
      stores.add(new DrawStore(sampler, order.storage(), draws, depth));
    }
    progress.start(run.chains());
  }

  @Override
  public ChainLog log(int chain) {
    return new ChainLog() {
      @Override
      public void info(String line) {
        // All chains have the same settings: what is wrong with them is said once.
        if (chain == 0 || !line.startsWith("WARNING:")) {
          progress.interrupt(() -> console.line(line));
        }
      }

      @Override
      public void timing(String line) {
        // The report has the time of the run.
      }

      @Override
      public void error(String line) {
        progress.interrupt(() -> console.error(line));
      }

      @Override
      public void progress(Progress at) {
        progress.update(chain, at);
      }
    };
  }

  @Override
  public DrawSink sink(int chain) {
    return stores.get(chain);
  }

  /** Clears the progress; after a run that went well, prints the summary. */
  void end(boolean good) {
    progress.clear();
    if (good && start != null) {
      double seconds = (System.nanoTime() - began) / 1e9;
      console.text(new SampleReport(name, start, columns, stores).text(seconds));
      Start run = start;
      report.ifPresent(r -> r.write(run, columns, stores));
    }
  }
}
