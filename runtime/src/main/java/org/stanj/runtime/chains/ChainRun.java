package org.stanj.runtime.chains;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.adapt.AdaptiveHmc;
import org.stanj.runtime.adapt.SamplerState;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.StepSizeException;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.model.Model;
import org.stanj.stdlib.abi.RejectException;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.random.StreamKey;
import org.stanj.stdlib.random.Streams;

/** The iterations of one chain that has been initialised, on one thread. */
final class ChainRun {
  private final Model model;
  private final SampleSettings settings;
  private final long seed;
  private final ChainSpec chain;
  private final RowWriter rows;
  private final BooleanSupplier stopped;
  private final Optional<SamplerState> saved;
  private final ChainClock clock;
  private boolean adapted;
  private long divergences;

  /**
   * @param stopped asked before each gradient: true ends the chain
   */
  ChainRun(
      Model model, SampleSettings settings, long seed, ChainSpec chain, BooleanSupplier stopped) {
    this.model = model;
    this.settings = settings;
    this.seed = seed;
    this.chain = chain;
    this.rows = new RowWriter(model, seed, chain);
    this.stopped = stopped;
    this.saved = chain.saved().map(ChainState::sampler);
    this.clock =
        chain
            .saved()
            .map(s -> new ChainClock(s.warmupNanos(), s.samplingNanos()))
            .orElseGet(() -> new ChainClock(0, 0));
    this.divergences = chain.saved().map(ChainState::divergences).orElse(0L);
    this.adapted = saved.isPresent() && iteration() >= settings.numWarmup();
  }

  /**
   * Runs the chain from the starting point, or from where it was saved.
   *
   * @return whether it came to its end; if not, its log says why unless it was stopped
   */
  boolean run(double[] start) {
    boolean moves = settings.algorithm() == Algorithm.HMC;
    try {
      PhaseSampler sampler = moves ? moving(start) : fixed(start);
      return guarded(sampler, moves);
    } catch (StoppedException e) {
      endUnmoved(start.length);
    } catch (RejectException e) {
      chain.log().error("Exception: " + e.getMessage());
    } catch (StepSizeException e) {
      chain.log().error(String.valueOf(e.getMessage()));
    }
    return false;
  }

  /** What ends the chain from outside leaves its files complete as far as they go. */
  private boolean guarded(PhaseSampler sampler, boolean moves) {
    try {
      if (moves ? phases(sampler) : sampling(sampler)) {
        finish(sampler);
        return true;
      }
      end(sampler);
      return false;
    } catch (StoppedException e) {
      end(sampler);
      return false;
    } catch (RejectException | StepSizeException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      try {
        end(sampler);
      } catch (RuntimeException again) {
        if (again != e) {
          e.addSuppressed(again);
        }
      }
      throw e;
    }
  }

  private void end(PhaseSampler sampler) {
    adapted(sampler);
    chain.sink().finished(clock.time());
  }

  /** Tells it once, also if a receiver throws. */
  private void adapted(PhaseSampler sampler) {
    if (!adapted) {
      adapted = true;
      sampler.adaptation().ifPresent(chain.sink()::adapted);
    }
  }

  /** The end of a chain that was stopped at its first gradient. */
  private void endUnmoved(int size) {
    if (!adapted) {
      Metric metric = metric(size);
      double stepSize = saved.map(SamplerState::stepSize).orElse(settings.hmc().stepSize());
      double[] inverse = saved.map(SamplerState::inverseMetric).orElseGet(metric::inverse);
      chain.sink().adapted(new Adaptation(stepSize, metric.form(), inverse));
    }
    chain.sink().finished(clock.time());
  }

  private void finish(PhaseSampler sampler) {
    ElapsedTime time = clock.time();
    chain.sink().finished(time);
    if (chain.sink().wantsState()) {
      chain.sink().state(state(sampler, true));
    }
    chain.log().timing("\n" + String.join("\n", time.lines()) + "\n");
  }

  private ChainState state(PhaseSampler sampler, boolean finished) {
    return new ChainState(
        sampler.save(), clock.warmupNanos(), clock.samplingNanos(), divergences, finished);
  }

  private boolean phases(PhaseSampler sampler) {
    AdaptiveHmc hmc = ((PhaseSampler.Moving) sampler).hmc();
    if (saved.isEmpty()) {
      begin(hmc);
    }
    if (!adapted) {
      if (!phase(Phase.WARMUP, settings.numWarmup(), settings.saveWarmup(), sampler)) {
        return false;
      }
      clock.enter(Phase.SAMPLING);
      adapted(sampler);
    }
    return sampling(sampler);
  }

  private boolean sampling(PhaseSampler sampler) {
    clock.enter(Phase.SAMPLING);
    return phase(Phase.SAMPLING, settings.numSamples(), true, sampler);
  }

  private void begin(AdaptiveHmc hmc) {
    try {
      hmc.begin();
    } catch (RejectException | StepSizeException e) {
      chain.log().error("Exception initializing step size.");
      throw e;
    }
  }

  private long iteration() {
    return saved.map(SamplerState::iteration).orElse(0L);
  }

  private PhaseSampler moving(double[] q) {
    Scratch scratch = model.newScratch();
    scratch.sink = chain.log()::info;
    Density density =
        (at, gradient) -> {
          if (stopped.getAsBoolean()) {
            throw new StoppedException();
          }
          return model.gradient(at, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
        };
    AdaptiveHmc hmc =
        new AdaptiveHmc(
            density,
            new AdaptiveHmc.Start(q, metric(q.length)),
            new AdaptiveHmc.Settings(settings.numWarmup(), settings.hmc(), settings.adapt()),
            Streams.open(StreamKey.sampler(seed, chain.id())),
            this::rejected);
    saved.ifPresent(hmc::restore);
    return new PhaseSampler.Moving(hmc);
  }

  private Metric metric(int n) {
    return chain
        .inverseMetric()
        .map(inverse -> Metric.of(settings.hmc().metric(), inverse))
        .orElseGet(() -> Metric.unit(settings.hmc().metric(), n));
  }

  private PhaseSampler fixed(double[] q) {
    return new PhaseSampler.Fixed(q, iteration());
  }

  private void rejected(RejectException reason) {
    chain
        .log()
        .error(
            "Informational Message: The current Metropolis proposal is about to be rejected"
                + " because of the following issue:\nException: "
                + reason.getMessage()
                + "\nIf this warning occurs sporadically, such as for highly constrained variable"
                + " types like covariance matrices, then the sampler is fine,\n"
                + "but if this warning occurs often then your model may be either severely"
                + " ill-conditioned or misspecified.\n");
  }

  private boolean phase(Phase phase, int count, boolean written, PhaseSampler sampler) {
    boolean warms = settings.algorithm() == Algorithm.HMC;
    int total = settings.numSamples() + (warms ? settings.numWarmup() : 0);
    int before = phase == Phase.SAMPLING ? total - count : 0;
    int first = (int) Math.max(0, iteration() - before);
    divergences = first == 0 ? 0 : divergences;
    for (int m = first; m < count; m++) {
      if (chain.sink().wantsState()) {
        chain.sink().state(state(sampler, false));
      }
      if (stopped.getAsBoolean()) {
        return false;
      }
      Progress progress = new Progress(phase, m + 1, before + m + 1, total);
      chain.log().progress(progress);
      TransitionStats stats = sampler.step();
      divergences += stats.divergent() ? 1 : 0;
      if (written && m % settings.thin() == 0) {
        rows.write(before + m, phase, sampler.position(), sampler.logDensity(), stats);
        chain.sink().phaseSpace(sampler.logDensity(), stats, sampler.phaseSpace());
      }
      chain.sink().iteration(progress, stats);
    }
    return true;
  }
}
