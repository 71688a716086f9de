package org.stanj.runtime.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stanj.runtime.adapt.MetricException;
import org.stanj.runtime.arguments.CommandFailure;
import org.stanj.runtime.arguments.Configuration;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.ChainSpec;
import org.stanj.runtime.chains.ChainState;
import org.stanj.runtime.chains.Chains;
import org.stanj.runtime.chains.Decisions;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.Inits;
import org.stanj.runtime.chains.Meetings;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.checkpoint.Checkpoint;
import org.stanj.runtime.checkpoint.Checkpoints;
import org.stanj.runtime.checkpoint.ProgramChecksum;
import org.stanj.runtime.checkpoint.Resumption;
import org.stanj.runtime.files.AllSinks;
import org.stanj.runtime.files.CsvHead;
import org.stanj.runtime.files.FileNames;
import org.stanj.runtime.files.StatusFile;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.stopping.StopWhenPrecise;

/** The method {@code sample}: draws from the posterior by HMC, or with fixed parameters. */
final class SampleMethod {
  /** Parameters of which the draws that a metric of low rank is learned from fit in an array. */
  private static final int MOST_OF_LOW_RANK = 4_000_000;

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
    this.run = run.with(saved.map(s -> Resumption.merged(shown, s, run.compiled())).orElse(shown));
    this.view = view;
    this.configuration = this.run.configuration();
    this.arguments = new SampleArguments(configuration);
    this.chains = arguments.chains();
  }

  private static Optional<Checkpoint> saved(Run run, Optional<SampleView> view) {
    String file = run.configuration().text(Resumption.RESUME);
    if (view.isPresent()) {
      for (String ours : List.of(Resumption.RESUME, SampleArguments.CHECKPOINT)) {
        if (!run.configuration().text(ours).isEmpty()) {
          String name = ours.substring(ours.lastIndexOf('.') + 1);
          throw new CommandFailure(name + " is an argument of compiled models");
        }
      }
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
    arguments.refuseMeetings();
    Outputs.refuseIllFormed(run);
    if (view.isEmpty()) {
      run.echo();
    }
    Model model = run.bind();
    SampleSettings settings = arguments.settings();
    if (settings.hmc().metric() == MetricForm.DENSE_E) {
      SquareMatrix.require(model.unconstrainedSize(), "metric=dense_e", "; use diag_e");
    }
    if (settings.hmc().metric() == MetricForm.LOW_RANK
        && model.unconstrainedSize() > MOST_OF_LOW_RANK) {
      throw new CommandFailure(
          "metric=low_rank keeps more draws of "
              + model.unconstrainedSize()
              + " parameters than"
              + " memory can hold; use fisher_diag");
    }
    SampleFiles.Names names = SampleFiles.names(run, chains);
    CsvHead head = CsvHead.of(run.compiled().info(), configuration, saved);
    try (SampleFiles files = new SampleFiles(run, model, settings, names)) {
      List<Optional<Checkpoint.Chain>> before =
          IntStream.range(0, chains).mapToObj(this::saved).toList();
      if (writesFiles()) {
        files.open(head, before);
      }
      arguments.refuseUselessMetric();
      List<Inits> inits =
          allBegun() ? Collections.nCopies(chains, Inits.DEFAULT) : run.inits(chains);
      if (writesFiles()) {
        files.writeHeads(head, before);
      }
      if (configuration.flag("output.save_cmdstan_config") && saved.isEmpty()) {
        head.writeJson(FileNames.configuration(configuration.text("output.file")));
      }
      arguments.check();
      return sample(model, files, head, inits);
    }
  }

  private int sample(Model model, SampleFiles files, CsvHead head, List<Inits> inits) {
    SampleSettings settings = arguments.settings();
    List<Optional<double[]>> metrics = metrics(model);
    try (StatusFile status = status()) {
      view.ifPresent(
          v -> v.start(new SampleView.Start(model, settings, chains, run.id(), run.seed(), head)));
      Decisions decisions =
          new Decisions(saved.map(Checkpoint::decisions).orElse(Decisions.State.NONE));
      Optional<StopWhenPrecise> stop = arguments.stop(model);
      Optional<Checkpoints> checkpoints = checkpoints(head, decisions);
      List<ChainSpec> specs = new ArrayList<>();
      for (int c = 0; c < chains; c++) {
        List<DrawSink> sinks = sinks(files, c, checkpoints, stop);
        int id = run.id() + c;
        Optional<ChainState> state = saved(c).map(Checkpoint.Chain::state);
        sinks.add(status.sink(id, files.name(c), state));
        int chain = c;
        stop.ifPresent(
            rule -> {
              saved(chain).ifPresent(s -> rule.restore(chain, s.judged()));
              sinks.add(rule.sink(chain));
            });
        specs.add(
            new ChainSpec(id, inits.get(c), metrics.get(c), new AllSinks(sinks), log(c), state));
      }
      if (saved.map(s -> s.isFinished(run.id(), chains)).orElse(false)) {
        run.console().line("The run of the checkpoint has come to its end: nothing is left to do");
      }
      Chains.Pace pace =
          new Chains.Pace(
              run.threads(chains),
              run.interruption()::requested,
              run.threads().cores(),
              new Meetings(arguments.poolsWarmup(), stop.map(rule -> rule), decisions));
      boolean ended = run(model, settings, specs, pace);
      if (ended) {
        files.complete();
        stop.filter(StopWhenPrecise::hasStopped).ifPresent(rule -> tell(rule.reason()));
      }
      run.goOn();
      return ended ? 0 : 1;
    }
  }

  private void tell(String line) {
    view.ifPresentOrElse(v -> v.log(0).info(line), () -> run.console().line(line));
  }

  private boolean run(
      Model model, SampleSettings settings, List<ChainSpec> specs, Chains.Pace pace) {
    try {
      return Chains.run(model, settings, run.seed(), specs, pace);
    } catch (MetricException e) {
      throw new CommandFailure(e.describe(Columns.unconstrained(model.variables(), "")));
    }
  }

  /** Whether starting points and metrics are all in the checkpoint; their files may be gone. */
  private boolean allBegun() {
    return saved.map(s -> s.holds(run.id(), chains)).orElse(false);
  }

  private boolean writesFiles() {
    return view.isEmpty() || configuration.isGiven("output.file");
  }

  private List<Optional<double[]>> metrics(Model model) {
    String file = arguments.metricFile();
    if (file.isEmpty() || allBegun()) {
      return Collections.nCopies(chains, Optional.empty());
    }
    return new StartingMetrics(arguments.metric(), model.unconstrainedSize(), run.console()::error)
        .read(FileNames.inputs(file, run.id(), chains, run.console()::error));
  }

  private List<DrawSink> sinks(
      SampleFiles files,
      int chain,
      Optional<Checkpoints> checkpoints,
      Optional<StopWhenPrecise> stop) {
    List<DrawSink> sinks = new ArrayList<>();
    if (writesFiles()) {
      Supplier<double[]> judged = () -> stop.map(r -> r.save(chain)).orElse(new double[0]);
      sinks.addAll(files.sinks(chain, saved(chain).isPresent(), checkpoints, judged));
    }
    view.ifPresent(v -> sinks.add(v.sink(chain)));
    return sinks;
  }

  private Optional<Checkpoint.Chain> saved(int chain) {
    return saved.flatMap(s -> Optional.ofNullable(s.chains().get(run.id() + chain)));
  }

  private Optional<Checkpoints> checkpoints(CsvHead head, Decisions decisions) {
    String file = configuration.text(SampleArguments.CHECKPOINT);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Checkpoint first =
        saved.orElseGet(
            () ->
                new Checkpoint(
                    run.compiled().info().name(),
                    ProgramChecksum.of(run.compiled()),
                    Resumption.checksum(configuration),
                    head.started(),
                    configuration.given(),
                    configuration.shownAsDefault(),
                    decisions.state(),
                    Map.of()));
    double seconds = configuration.real(SampleArguments.INTERVAL);
    return Optional.of(new Checkpoints(file, seconds, first, decisions));
  }

  private StatusFile status() {
    return StatusFile.open(
        configuration.text("output.status"),
        new StatusFile.Run(chains, configuration.integer("output.refresh"), saved.isPresent()));
  }

  private ChainLog log(int chain) {
    if (view.isPresent()) {
      return view.get().log(chain);
    }
    String prefix = chains > 1 ? "Chain [" + (run.id() + chain) + "] " : "";
    return new ChainConsole(run.console(), prefix, configuration.integer("output.refresh"));
  }
}
