package org.stanj;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stanj.runtime.adapt.MetricException;
import org.stanj.runtime.chains.ChainSpec;
import org.stanj.runtime.chains.Chains;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.io.Columns;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;
import org.stanj.runtime.slices.SlicePool;

/** Runs the chains of one {@link Sampling}, by the same service as the command line. */
final class ChainRunner {
  private final Posterior posterior;
  private final Sampling sampling;
  private final SampleSettings settings;
  private final long seed;
  private final List<ChainRecord> records = new ArrayList<>();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  ChainRunner(Posterior posterior, Sampling sampling, long seed) {
    this.posterior = posterior;
    this.sampling = sampling;
    this.seed = seed;
    settings = sampling.settings();
  }

  Draws run() {
    List<ChainSpec> specs = new ArrayList<>();
    Optional<double[]> metric = sampling.inverseMetric();
    for (int id : sampling.ids()) {
      ChainRecord made =
          new ChainRecord(
              id, posterior.layout(), settings, sampling.listener(), sampling.keepsDraws());
      records.add(made);
      specs.add(new ChainSpec(id, sampling.start(specs.size()), metric, made, made));
    }
    boolean ended = onPool(specs);
    if (!ended && !cancelled.get()) {
      throw new RunException(complaints(), null);
    }
    return new Draws(posterior, settings, seed, records, ended);
  }

  private boolean onPool(List<ChainSpec> specs) {
    Cores cores = new Cores(sampling.threads());
    int atOnce = Math.min(specs.size(), cores.total());
    Chains.Pace pace = new Chains.Pace(atOnce, this::isCancelled, cores);
    Model bound = posterior.bound();
    try (SlicePool pool = new SlicePool(cores, new SlicePool.Rules(true, false))) {
      return Chains.run(cores.total() == 1 ? bound : pool.over(bound), settings, seed, specs, pace);
    } catch (MetricException e) {
      throw new RunException(e.describe(Columns.unconstrained(bound.variables(), "")), e);
    } catch (IllegalStateException e) {
      throw interrupted(e, "sampling");
    }
  }

  /** Tasks tell of an interrupted caller by an exception with that cause. */
  static RuntimeException interrupted(IllegalStateException e, String what) {
    if (!(e.getCause() instanceof InterruptedException)) {
      return e;
    }
    Thread.currentThread().interrupt();
    return new RunException("interrupted while " + what, e);
  }

  private boolean isCancelled() {
    if (!sampling.cancelled().getAsBoolean()) {
      return false;
    }
    cancelled.set(true);
    return true;
  }

  private String complaints() {
    List<String> said = new ArrayList<>();
    for (ChainRecord chain : records) {
      String text = chain.complaint();
      if (!text.isEmpty()) {
        said.add("chain " + chain.id() + ": " + text);
      }
    }
    return said.isEmpty() ? "a chain did not come to its end" : String.join("\n", said);
  }
}
