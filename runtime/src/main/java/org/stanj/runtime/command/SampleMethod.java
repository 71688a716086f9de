package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.ChainSpec;
import org.stanj.runtime.chains.Chains;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.model.Model;

/** The method {@code sample}: draws from the posterior by HMC, or with fixed parameters. */
final class SampleMethod {
  private final Run run;
  private final Configuration configuration;
  private final SampleArguments arguments;
  private final Optional<SampleView> view;
  private final int chains;

  /**
   * @param view shows the run, if the console does not
   */
  SampleMethod(Run run, Optional<SampleView> view) {
    this.run = view.isPresent() ? run.with(forView(run.configuration())) : run;
    this.view = view;
    this.configuration = this.run.configuration();
    this.arguments = new SampleArguments(configuration);
    this.chains = arguments.chains();
  }

  private static Configuration forView(Configuration configuration) {
    return configuration.isGiven(SampleArguments.CHAINS)
        ? configuration
        : configuration.withDefault(SampleArguments.CHAINS, (long) SampleView.CHAINS);
  }

  /** Runs the chains; returns the exit code. */
  int run() {
    arguments.refuseStaticChains();
    SampleFiles.Names names = SampleFiles.names(run, chains);
    if (view.isEmpty()) {
      run.echo();
    }
    Model model = run.bind();
    arguments.check();
    SampleSettings settings = arguments.settings().forModel(model);
    List<Inits> inits = run.inits(chains);
    List<Optional<double[]>> metrics = metrics(model);
    CsvHead head = head(settings);
    try (SampleFiles files = new SampleFiles(run, model, settings, names)) {
      if (writesFiles()) {
        files.open(head);
      }
      if (configuration.flag("output.save_cmdstan_config")) {
        head.writeJson(FileNames.beside(configuration.text("output.file"), "_config.json"));
      }
      view.ifPresent(
          v -> v.start(new SampleView.Start(model, settings, chains, run.id(), run.seed())));
      List<ChainSpec> specs = new ArrayList<>();
      for (int c = 0; c < chains; c++) {
        specs.add(
            new ChainSpec(run.id() + c, inits.get(c), metrics.get(c), sink(files, c), log(c)));
      }
      Chains.Pace pace = new Chains.Pace(run.threads(chains), () -> false);
      return Chains.run(model, settings, run.seed(), specs, pace) ? 0 : 1;
    }
  }

  private boolean writesFiles() {
    return view.isEmpty() || configuration.isGiven("output.file");
  }

  /** The files tell what ran: a model without parameters is run with fixed_param. */
  private CsvHead head(SampleSettings settings) {
    boolean changed = arguments.isHmc() && settings.algorithm() == Algorithm.FIXED_PARAM;
    Configuration shown =
        changed ? configuration.with(SampleArguments.ALGORITHM, "fixed_param") : configuration;
    return CsvHead.now(run.compiled().info(), shown);
  }

  private List<Optional<double[]>> metrics(Model model) {
    String file = arguments.metricFile();
    if (file.isEmpty()) {
      return Collections.nCopies(chains, Optional.empty());
    }
    return new StartingMetrics(arguments.metric(), model.unconstrainedSize(), run.console()::error)
        .read(FileNames.inputs(file, run.id(), chains));
  }

  private DrawSink sink(SampleFiles files, int chain) {
    List<DrawSink> sinks = new ArrayList<>();
    if (writesFiles()) {
      sinks.addAll(files.sinks(chain));
    }
    view.ifPresent(v -> sinks.add(v.sink(chain)));
    return new AllSinks(sinks);
  }

  private ChainLog log(int chain) {
    if (view.isPresent()) {
      return view.get().log(chain);
    }
    String prefix = chains > 1 ? "Chain [" + (run.id() + chain) + "] " : "";
    return new ChainConsole(run.console(), prefix, configuration.integer("output.refresh"));
  }
}
