package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
  private final Optional<Checkpoint> saved;
  private final int chains;

  /**
   * @param view shows the run, if the console does not
   */
  SampleMethod(Run run, Optional<SampleView> view) {
    this.saved = saved(run, view);
    Configuration shown = view.isPresent() ? forView(run.configuration()) : run.configuration();
    this.run =
        run.with(
            saved
                .map(s -> Resumption.merged(shown, s, run.compiled().info().name()))
                .orElse(shown));
    this.view = view;
    this.configuration = this.run.configuration();
    this.arguments = new SampleArguments(configuration);
    this.chains = arguments.chains();
  }

  private static Optional<Checkpoint> saved(Run run, Optional<SampleView> view) {
    String file = run.configuration().text(Resumption.RESUME);
    if (!file.isEmpty() && view.isPresent()) {
      throw new CommandFailure("resume is an argument of compiled models");
    }
    return file.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.read(file));
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
    try (SampleFiles files = new SampleFiles(run, model, settings, names);
        StatusFile status = status()) {
      if (writesFiles()) {
        files.open(head, IntStream.range(0, chains).mapToObj(this::saved).toList());
      }
      if (configuration.flag("output.save_cmdstan_config") && saved.isEmpty()) {
        head.writeJson(FileNames.configuration(configuration.text("output.file")));
      }
      view.ifPresent(
          v -> v.start(new SampleView.Start(model, settings, chains, run.id(), run.seed())));
      Optional<Checkpoints> checkpoints = checkpoints(head);
      List<ChainSpec> specs = new ArrayList<>();
      for (int c = 0; c < chains; c++) {
        List<DrawSink> sinks = sinks(files, c, checkpoints);
        int id = run.id() + c;
        sinks.add(status.sink(id));
        specs.add(
            new ChainSpec(
                id,
                inits.get(c),
                metrics.get(c),
                new AllSinks(sinks),
                log(c),
                saved(c).map(Checkpoint.Chain::state)));
      }
      Chains.Pace pace = new Chains.Pace(run.threads(chains), run.interruption()::requested);
      boolean ended = Chains.run(model, settings, run.seed(), specs, pace);
      run.goOn();
      return ended ? 0 : 1;
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
    return CsvHead.of(run.compiled().info(), shown, saved);
  }

  private List<Optional<double[]>> metrics(Model model) {
    String file = arguments.metricFile();
    if (file.isEmpty()) {
      return Collections.nCopies(chains, Optional.empty());
    }
    return new StartingMetrics(arguments.metric(), model.unconstrainedSize(), run.console()::error)
        .read(FileNames.inputs(file, run.id(), chains));
  }

  private List<DrawSink> sinks(SampleFiles files, int chain, Optional<Checkpoints> checkpoints) {
    List<DrawSink> sinks = new ArrayList<>();
    if (writesFiles()) {
      sinks.addAll(files.sinks(chain, saved(chain).isPresent(), checkpoints));
    }
    view.ifPresent(v -> sinks.add(v.sink(chain)));
    return sinks;
  }

  private Optional<Checkpoint.Chain> saved(int chain) {
    return saved.flatMap(s -> Optional.ofNullable(s.chains().get(run.id() + chain)));
  }

  private Optional<Checkpoints> checkpoints(CsvHead head) {
    String file = configuration.text("output.checkpoint");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Checkpoint first =
        saved.orElseGet(
            () ->
                new Checkpoint(
                    run.compiled().info().name(),
                    Resumption.checksum(configuration),
                    head.started(),
                    configuration.given(),
                    configuration.shownAsDefault(),
                    Map.of()));
    double seconds = configuration.real("output.checkpoint_interval");
    return Optional.of(new Checkpoints(file, seconds, first));
  }

  private StatusFile status() {
    return StatusFile.open(
        configuration.text("output.status"), configuration.integer("output.refresh"));
  }

  private ChainLog log(int chain) {
    if (view.isPresent()) {
      return view.get().log(chain);
    }
    String prefix = chains > 1 ? "Chain [" + (run.id() + chain) + "] " : "";
    return new ChainConsole(run.console(), prefix, configuration.integer("output.refresh"));
  }
}
