package org.stanj.runtime.chains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.adapt.AdaptiveHmc;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.model.Model;

/**
 * The chains of one run. What one of them throws ends the others before their next iteration and is
 * thrown again.
 */
final class ChainPool {
  private final Model model;
  private final SampleSettings settings;
  private final long seed;
  private final Chains.Pace pace;
  private final AtomicBoolean allEnded = new AtomicBoolean(true);

  private record Ready(ChainSpec chain, double[] start) {}

  ChainPool(Model model, SampleSettings settings, long seed, Chains.Pace pace) {
    this.model = model;
    this.settings = settings;
    this.seed = seed;
    this.pace = pace;
  }

  boolean run(List<ChainSpec> chains) {
    List<Ready> ready = new ArrayList<>();
    for (ChainSpec chain : chains) {
      Optional<double[]> start =
          chain.saved().map(state -> state.sampler().position()).or(() -> initialise(chain));
      if (start.isEmpty()) {
        return false;
      }
      ready.add(new Ready(chain, start.get()));
    }
    List<Tasks.Task> tasks = new ArrayList<>();
    BooleanSupplier interrupted = pace.interrupted();
    for (Ready task : ready) {
      tasks.add(stopped -> run(task, () -> stopped.getAsBoolean() || interrupted.getAsBoolean()));
    }
    Tasks.run("chains", tasks, pace.threads(), pace.cores());
    return allEnded.get();
  }

  private Optional<double[]> initialise(ChainSpec chain) {
    Optional<double[]> start = new Initialization(model, seed, chain).find();
    if (settings.algorithm() == Algorithm.HMC) {
      start.ifPresent(
          q -> {
            GradientTiming.report(model, q, chain.log());
            warn(chain.log());
          });
    }
    return start;
  }

  /** Tells of a warmup that cannot go as configured. */
  private void warn(ChainLog log) {
    AdaptiveHmc.Settings all =
        new AdaptiveHmc.Settings(settings.numWarmup(), settings.hmc(), settings.adapt());
    List<String> warnings = AdaptiveHmc.warnings(all);
    if (!warnings.isEmpty()) {
      log.info(String.join("\n", warnings));
    }
  }

  private void run(Ready task, BooleanSupplier stopped) {
    if (task.chain.saved().map(ChainState::finished).orElse(false)) {
      return;
    }
    ChainRun run = new ChainRun(model, settings, seed, task.chain, stopped);
    if (!run.run(task.start)) {
      allEnded.set(false);
    }
  }
}
