package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.CsvWriter;
import org.stanj.runtime.model.Model;

/** The files that the chains of one run write. */
final class SampleFiles implements AutoCloseable {
  private final Run run;
  private final Model model;
  private final SampleSettings settings;
  private final Names names;
  private final List<CsvWriter> draws = new ArrayList<>();
  private final List<CsvWriter> diagnostics = new ArrayList<>();

  /**
   * Names of the files, one for each chain.
   *
   * @param draws of draws
   * @param diagnostics of points of phase space; empty if they are not wanted
   */
  record Names(List<String> draws, List<String> diagnostics) {}

  SampleFiles(Run run, Model model, SampleSettings settings, Names names) {
    this.run = run;
    this.model = model;
    this.settings = settings;
    this.names = names;
  }

  static Names names(Run run, int chains) {
    String diagnostic = run.configuration().text("output.diagnostic_file");
    return new Names(
        FileNames.outputs(run.configuration().text("output.file"), run.id(), chains),
        diagnostic.isEmpty() ? List.of() : FileNames.outputs(diagnostic, run.id(), chains));
  }

  /** Creates the files and writes their heads. */
  void open(CsvHead head) {
    for (String name : names.draws()) {
      draws.add(run.open(name, head));
    }
    for (String name : names.diagnostics()) {
      CsvWriter csv = new CsvWriter(name, run.significantFigures());
      diagnostics.add(csv);
      head.writeShort(csv);
    }
  }

  /** Receivers of what a chain finds. */
  List<DrawSink> sinks(int chain) {
    SamplerColumns sampler = SamplerColumns.of(settings);
    List<DrawSink> sinks = new ArrayList<>();
    sinks.add(
        new CsvSink(draws.get(chain), sampler, Columns.of(model.variables()), metricFile(chain)));
    if (!diagnostics.isEmpty()) {
      List<String> parameters = moves() ? Columns.unconstrained(model.variables(), "") : List.of();
      sinks.add(new DiagnosticSink(diagnostics.get(chain), sampler, parameters));
    }
    return sinks;
  }

  private boolean moves() {
    return settings.algorithm() == Algorithm.HMC;
  }

  private Optional<MetricFile> metricFile(int chain) {
    if (!moves() || !new SampleArguments(run.configuration()).savesMetric()) {
      return Optional.empty();
    }
    String name = metricName(names.draws().get(chain));
    return Optional.of(new MetricFile(name, model.unconstrainedSize(), run.significantFigures()));
  }

  /** {@code BASE_metric.json}, or {@code BASE_metric_ID.json} for the files {@code BASE_ID.csv}. */
  private String metricName(String file) {
    if (names.draws().size() == 1 || run.configuration().text("output.file").contains(",")) {
      return FileNames.beside(file, "_metric.json");
    }
    String base = FileNames.beside(file, "");
    int end = base.lastIndexOf('_');
    return base.substring(0, end) + "_metric" + base.substring(end) + ".json";
  }

  @Override
  public void close() {
    List<CsvWriter> all = new ArrayList<>(draws);
    all.addAll(diagnostics);
    CsvWriter.closeAll(all);
  }
}
