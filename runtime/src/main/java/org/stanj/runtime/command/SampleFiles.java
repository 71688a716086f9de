package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.checkpoint.Checkpoint;
import org.stanj.runtime.checkpoint.Checkpoints;
import org.stanj.runtime.files.ColumnChoice;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.CsvSink;
import org.stanj.runtime.files.DiagnosticSink;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.MetricFile;
import org.stanj.runtime.files.SamplerColumns;
import org.stanj.runtime.files.ShortFile;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.CsvWriter;
import org.stanj.runtime.model.Model;

/** The files that the chains of one run write. */
final class SampleFiles implements AutoCloseable {
  private final Run run;
  private final Model model;
  private final SampleSettings settings;
  private final Names names;
  private final Columns columns;
  private final List<CsvWriter> draws = new ArrayList<>();
  private final List<CsvWriter> diagnostics = new ArrayList<>();
  private final Map<Integer, Integer> warmups = new HashMap<>();
  private final Set<Integer> stopped = new HashSet<>();
  private boolean complete;

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
    this.columns = ColumnChoice.of(run.configuration()).of(model.variables());
  }

  static Names names(Run run, int chains) {
    String diagnostic = run.configuration().text("output.diagnostic_file");
    return new Names(
        FileNames.outputs(run.configuration().text("output.file"), run.id(), chains),
        diagnostic.isEmpty() ? List.of() : FileNames.outputs(diagnostic, run.id(), chains));
  }

  /**
   * Creates the files, or goes on with those of chains that were saved.
   *
   * @param saved for each chain
   */
  void open(CsvHead head, List<Optional<Checkpoint.Chain>> saved) {
    run.interruption().filesOpen();
    int figures = run.significantFigures();
    for (int c = 0; c < saved.size(); c++) {
      String name = names.draws().get(c);
      draws.add(
          saved
              .get(c)
              .map(s -> CsvWriter.resume(name, figures, s.draws(), head::write))
              .orElseGet(() -> new CsvWriter(name, figures)));
    }
    for (int c = 0; c < names.diagnostics().size(); c++) {
      String name = names.diagnostics().get(c);
      diagnostics.add(
          saved
              .get(c)
              .map(s -> CsvWriter.resume(name, figures, s.diagnostics(), head::writeShort))
              .orElseGet(() -> new CsvWriter(name, figures)));
    }
    boolean wanted = savesMetric() && !new SampleArguments(run.configuration()).savesInVain();
    for (int c = 0; c < saved.size(); c++) {
      if (wanted && saved.get(c).isEmpty()) {
        CsvHead.writeFile(metricName(names.draws().get(c)), "");
      }
    }
  }

  /** Writes the heads of the files of chains that were not saved. */
  void writeHeads(CsvHead head, List<Optional<Checkpoint.Chain>> saved) {
    for (int c = 0; c < saved.size(); c++) {
      if (saved.get(c).isEmpty()) {
        head.write(draws.get(c));
        diagnostics.stream().skip(c).limit(1).forEach(head::writeShort);
      }
    }
  }

  /** The name of the file of a chain's draws, if files are open. */
  Optional<String> name(int chain) {
    return draws.isEmpty() ? Optional.empty() : Optional.of(names.draws().get(chain));
  }

  private boolean savesMetric() {
    return new SampleArguments(run.configuration()).savesMetric();
  }

  /**
   * Receivers of what a chain finds.
   *
   * @param goesOn whether the chain was saved
   * @param checkpoints takes its states, if they are wanted
   */
  List<DrawSink> sinks(int chain, boolean goesOn, Optional<Checkpoints> checkpoints) {
    SamplerColumns sampler = SamplerColumns.of(settings);
    CsvSink csv = new CsvSink(draws.get(chain), sampler, columns, metricFile(chain));
    List<DrawSink> sinks = new ArrayList<>(List.of(csv, new Shortening(chain)));
    if (goesOn) {
      csv.skipHeader();
    }
    Optional<DiagnosticSink> diagnostic = diagnostic(chain, sampler);
    diagnostic.ifPresent(
        sink -> {
          sinks.add(sink);
          if (goesOn) {
            sink.skipHeader();
          }
        });
    checkpoints.ifPresent(
        c -> {
          Checkpoints.Files files =
              new Checkpoints.Files(
                  csv::force, () -> diagnostic.map(DiagnosticSink::force).orElse(0L));
          sinks.add(c.sink(run.id() + chain, files));
        });
    return sinks;
  }

  private Optional<DiagnosticSink> diagnostic(int chain, SamplerColumns sampler) {
    if (diagnostics.isEmpty()) {
      return Optional.empty();
    }
    List<String> parameters = moves() ? Columns.unconstrained(model.variables(), "") : List.of();
    return Optional.of(new DiagnosticSink(diagnostics.get(chain), sampler, parameters));
  }

  private boolean moves() {
    return settings.algorithm() == Algorithm.HMC;
  }

  private Optional<MetricFile> metricFile(int chain) {
    if (!moves() || !savesMetric()) {
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

  /** All chains have come to their end. */
  void complete() {
    complete = true;
  }

  /** Notes by how much a chain is shorter than planned, so that its file can say so. */
  private final class Shortening implements DrawSink {
    private final int chain;

    Shortening(int chain) {
      this.chain = chain;
    }

    @Override
    public void warmupShortened(int iterations) {
      warmups.put(chain, iterations);
    }

    @Override
    public void stopped(Progress last) {
      stopped.add(chain);
    }

    @Override
    public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {}

    @Override
    public void adapted(Adaptation adaptation) {}

    @Override
    public void finished(ElapsedTime time) {}
  }

  @Override
  public void close() {
    List<CsvWriter> all = new ArrayList<>(draws);
    all.addAll(diagnostics);
    try {
      CsvWriter.closeAll(all);
    } finally {
      for (int c = 0; c < draws.size(); c++) {
        if (!complete || stopped.contains(c) || warmups.containsKey(c)) {
          @Nullable Integer warmup = warmups.get(c);
          ShortFile.restate(
              names.draws().get(c), warmup == null ? OptionalInt.empty() : OptionalInt.of(warmup));
        }
      }
    }
  }
}
