package org.stanj.runtime.command;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.checkpoint.Checkpoint;
import org.stanj.runtime.checkpoint.Checkpoints;
import org.stanj.runtime.files.ColumnChoice;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.DiagnosticSink;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.FileSink;
import org.stanj.runtime.files.MetricFile;
import org.stanj.runtime.files.OutputFormat;
import org.stanj.runtime.files.SamplerColumns;
import org.stanj.runtime.files.ShortHead;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.RowFile;
import org.stanj.runtime.io.RowFormat;
import org.stanj.runtime.model.Model;

/** The files that the chains of one run write. */
final class SampleFiles implements AutoCloseable {
  private final Run run;
  private final Model model;
  private final SampleSettings settings;
  private final Names names;
  private final Columns columns;
  private final List<RowFile> draws = new ArrayList<>();
  private final List<RowFile> diagnostics = new ArrayList<>();
  private final List<ShortHead> heads = new ArrayList<>();
  private List<String> head = List.of();
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
    Configuration configuration = run.configuration();
    OutputFormat.refuseContradiction(configuration);
    String diagnostic = configuration.text("output.diagnostic_file");
    return new Names(
        OutputFormat.outputs(configuration, run.id(), chains),
        diagnostic.isEmpty()
            ? List.of()
            : OutputFormat.outputs(configuration, diagnostic, run.id(), chains));
  }

  /**
   * Creates the files, or goes on with those of chains that were saved.
   *
   * @param saved for each chain
   */
  void open(CsvHead head, List<Optional<Checkpoint.Chain>> saved) {
    run.interruption().filesOpen();
    this.head = head.all();
    for (int c = 0; c < saved.size(); c++) {
      OptionalLong length = lengthOf(saved.get(c), Checkpoint.Chain::draws);
      draws.add(open(names.draws().get(c), length, this.head));
      heads.add(new ShortHead(settings, saved.get(c).map(Checkpoint.Chain::state)));
    }
    for (int c = 0; c < names.diagnostics().size(); c++) {
      OptionalLong length = lengthOf(saved.get(c), Checkpoint.Chain::diagnostics);
      diagnostics.add(open(names.diagnostics().get(c), length, head.brief()));
    }
    boolean wanted = savesMetric() && !new SampleArguments(run.configuration()).savesInVain();
    for (int c = 0; c < saved.size(); c++) {
      if (wanted && saved.get(c).isEmpty()) {
        CsvHead.writeFile(metricName(names.draws().get(c)), "");
      }
    }
  }

  private static OptionalLong lengthOf(
      Optional<Checkpoint.Chain> saved, ToLongFunction<Checkpoint.Chain> length) {
    return saved.stream().mapToLong(length).findFirst();
  }

  private RowFile open(String name, OptionalLong length, List<String> lines) {
    RowFormat format = OutputFormat.of(run.configuration(), name);
    int figures = run.significantFigures();
    return length.isPresent()
        ? format.resume(name, figures, length.getAsLong(), lines)
        : format.create(name, figures, ",");
  }

  /** Writes the heads of the files of chains that were not saved. */
  void writeHeads(CsvHead head, List<Optional<Checkpoint.Chain>> saved) {
    for (int c = 0; c < saved.size(); c++) {
      if (saved.get(c).isEmpty()) {
        draws.get(c).head(this.head);
        diagnostics.stream().skip(c).limit(1).forEach(file -> file.head(head.brief()));
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
   * @param judged its draws that a stop rule judges
   */
  List<DrawSink> sinks(
      int chain, boolean goesOn, Optional<Checkpoints> checkpoints, Supplier<double[]> judged) {
    SamplerColumns sampler = SamplerColumns.of(settings);
    FileSink file = new FileSink(draws.get(chain), sampler, columns, metricFile(chain));
    List<DrawSink> sinks = new ArrayList<>(List.of(file, heads.get(chain)));
    if (goesOn) {
      file.skipHeader();
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
                  file::force, () -> diagnostic.map(DiagnosticSink::force).orElse(0L), judged);
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

  /** A head that counts more rows than there are would keep clients from reading the file. */
  private void restateHeads() {
    for (int c = 0; c < heads.size(); c++) {
      List<String> lines = heads.get(c).of(head, complete);
      if (!lines.equals(head)) {
        try {
          draws.get(c).head(lines);
        } catch (UncheckedIOException e) {
          // the rows are whole all the same
        }
      }
    }
  }

  @Override
  public void close() {
    restateHeads();
    List<RowFile> all = new ArrayList<>(draws);
    all.addAll(diagnostics);
    RowFile.closeAll(all);
  }
}
