package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.adapt.AdaptSettings;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.ChainSpec;
import org.stanj.runtime.chains.Chains;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.NutsSettings;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.io.CsvWriter;
import org.stanj.runtime.io.ParameterFiles;
import org.stanj.runtime.model.DataException;
import org.stanj.runtime.model.Model;

/** The method {@code sample}: draws from the posterior by NUTS, or with fixed parameters. */
final class SampleMethod {
  private static final String SAMPLE = "sample.";
  private static final String ADAPT = SAMPLE + "adapt.";
  private static final String CHAINS = SAMPLE + "num_chains";
  private static final String HMC = SAMPLE + "algorithm.hmc.";

  private final Run run;
  private final Configuration configuration;
  private final Optional<SampleView> view;
  private final int chains;

  /**
   * @param view shows the run, if the console does not
   */
  SampleMethod(Run run, Optional<SampleView> view) {
    this.run = view.isPresent() ? run.with(forView(run.configuration())) : run;
    this.view = view;
    this.configuration = this.run.configuration();
    this.chains = configuration.integer(CHAINS);
  }

  /** Runs the chains; returns the exit code. */
  int run() {
    if (isHmc() && configuration.text(HMC + "engine").equals("static")) {
      refuseStatic();
    }
    List<String> files = FileNames.outputs(configuration.text("output.file"), run.id(), chains);
    if (view.isEmpty()) {
      run.echo();
    }
    Model model = run.bind();
    refuseWhatIsMissing();
    check();
    SampleSettings settings = settings().forModel(model);
    CsvHead head = head(settings);
    List<Inits> inits = run.inits(chains);
    List<Optional<double[]>> metrics = metrics(model);
    List<CsvWriter> writers = new ArrayList<>();
    try {
      for (String file : writesFiles() ? files : List.<String>of()) {
        writers.add(run.open(file, head));
      }
      if (configuration.flag("output.save_cmdstan_config")) {
        head.writeJson(FileNames.beside(configuration.text("output.file"), "_config.json"));
      }
      view.ifPresent(
          v -> v.start(new SampleView.Start(model, settings, chains, run.id(), run.seed())));
      List<ChainSpec> specs = new ArrayList<>();
      for (int c = 0; c < chains; c++) {
        int chain = c;
        Optional<DrawSink> csv =
            writesFiles()
                ? Optional.of(sink(model, settings, writers.get(c), files.get(c)))
                : Optional.empty();
        DrawSink sink = both(csv, view.map(v -> v.sink(chain)));
        specs.add(new ChainSpec(run.id() + c, inits.get(c), metrics.get(c), sink, log(c)));
      }
      return Chains.run(model, settings, run.seed(), specs, run.threads(chains)) ? 0 : 1;
    } finally {
      writers.forEach(CsvWriter::close);
    }
  }

  private static Configuration forView(Configuration configuration) {
    return configuration.isGiven(CHAINS)
        ? configuration
        : configuration.withDefault(CHAINS, (long) SampleView.CHAINS);
  }

  private boolean writesFiles() {
    return view.isEmpty() || configuration.isGiven("output.file");
  }

  private boolean isHmc() {
    return configuration.text(SAMPLE + "algorithm").equals("hmc");
  }

  private void refuseStatic() {
    if (chains > 1) {
      throw new CommandFailure("Argument 'num_chains' is unavailable for the 'static' HMC engine.");
    }
    throw new CommandFailure("engine=static is not available yet; engine=nuts is");
  }

  private void refuseWhatIsMissing() {
    if (isHmc() && configuration.text(HMC + "metric").equals("dense_e")) {
      throw new CommandFailure("metric=dense_e is not available yet; diag_e and unit_e are");
    }
    if (!configuration.text("output.diagnostic_file").isEmpty()) {
      throw new CommandFailure("diagnostic_file is not available yet");
    }
  }

  private void check() {
    boolean engaged = configuration.flag(ADAPT + "engaged");
    if (isHmc() && engaged && configuration.integer(SAMPLE + "num_warmup") == 0) {
      throw new CommandFailure(
          "The number of warmup samples (num_warmup) must be greater than zero if adaptation is"
              + " enabled.");
    }
    if (isHmc() && !engaged && configuration.flag(ADAPT + "save_metric")) {
      throw new CommandFailure(
          "Saving the adapted metric (save_metric=1) can only be enabled when adaptation is engaged"
              + " (adapt engaged=1)");
    }
  }

  private SampleSettings settings() {
    return new SampleSettings(
        configuration.integer(SAMPLE + "num_samples"),
        configuration.integer(SAMPLE + "num_warmup"),
        configuration.flag(SAMPLE + "save_warmup"),
        configuration.integer(SAMPLE + "thin"),
        isHmc() ? Algorithm.NUTS : Algorithm.FIXED_PARAM,
        isHmc() ? nuts() : NutsSettings.DEFAULT,
        adapt());
  }

  private NutsSettings nuts() {
    boolean unit = configuration.text(HMC + "metric").equals("unit_e");
    return new NutsSettings(
        configuration.integer(HMC + "engine.nuts.max_depth"),
        unit ? MetricForm.UNIT_E : MetricForm.DIAG_E,
        configuration.real(HMC + "stepsize"),
        configuration.real(HMC + "stepsize_jitter"));
  }

  private AdaptSettings adapt() {
    return new AdaptSettings(
        configuration.flag(ADAPT + "engaged"),
        configuration.real(ADAPT + "gamma"),
        configuration.real(ADAPT + "delta"),
        configuration.real(ADAPT + "kappa"),
        configuration.real(ADAPT + "t0"),
        configuration.integer(ADAPT + "init_buffer"),
        configuration.integer(ADAPT + "term_buffer"),
        configuration.integer(ADAPT + "window"));
  }

  /** The files tell what ran: a model without parameters is run with fixed_param. */
  private CsvHead head(SampleSettings settings) {
    boolean changed = isHmc() && settings.algorithm() == Algorithm.FIXED_PARAM;
    Configuration shown =
        changed ? configuration.with(SAMPLE + "algorithm", "fixed_param") : configuration;
    return CsvHead.now(run.compiled().info(), shown);
  }

  private List<Optional<double[]>> metrics(Model model) {
    List<Optional<double[]>> metrics = new ArrayList<>();
    String file = isHmc() ? configuration.text(HMC + "metric_file") : "";
    for (int c = 0; c < chains; c++) {
      metrics.add(Optional.empty());
    }
    if (!file.isEmpty()) {
      List<String> files = FileNames.inputs(file, run.id(), chains);
      for (int c = 0; c < chains; c++) {
        metrics.set(c, Optional.of(metric(files.get(c), model.unconstrainedSize())));
      }
    }
    return metrics;
  }

  private double[] metric(String file, int size) {
    double[] diagonal;
    try {
      diagonal = ParameterFiles.inverseMetric(file, size, run.console()::error);
    } catch (DataException e) {
      throw new CommandFailure(
          "Cannot get inverse Euclidean metric from input file.\nCaught exception: \n"
              + e.getMessage().strip()
              + "\nInitialization failure");
    }
    for (double d : diagonal) {
      if (!(d > 0) || Double.isInfinite(d)) {
        throw new CommandFailure("Inverse Euclidean metric not positive definite.");
      }
    }
    return diagonal;
  }

  private CsvSink sink(Model model, SampleSettings settings, CsvWriter csv, String file) {
    boolean fixed = settings.algorithm() == Algorithm.FIXED_PARAM;
    boolean save = !fixed && configuration.flag(ADAPT + "save_metric");
    Optional<MetricFile> metric =
        save
            ? Optional.of(
                new MetricFile(
                    metricName(file), model.unconstrainedSize(), run.significantFigures()))
            : Optional.empty();
    return new CsvSink(csv, Columns.of(model.variables()), fixed, metric);
  }

  /** {@code BASE_metric.json}, or {@code BASE_metric_ID.json} for the files {@code BASE_ID.csv}. */
  private String metricName(String file) {
    if (chains == 1 || configuration.text("output.file").contains(",")) {
      return FileNames.beside(file, "_metric.json");
    }
    String base = FileNames.beside(file, "");
    int end = base.lastIndexOf('_');
    return base.substring(0, end) + "_metric" + base.substring(end) + ".json";
  }

  /** At least one of the two is there. */
  private static DrawSink both(Optional<DrawSink> first, Optional<DrawSink> second) {
    return first.isPresent() && second.isPresent()
        ? new BothSinks(first.get(), second.get())
        : first.or(() -> second).orElseThrow();
  }

  private ChainLog log(int chain) {
    if (view.isPresent()) {
      return view.get().log(chain);
    }
    String prefix = chains > 1 ? "Chain [" + (run.id() + chain) + "] " : "";
    return new ChainConsole(run.console(), prefix, configuration.integer("output.refresh"));
  }
}
