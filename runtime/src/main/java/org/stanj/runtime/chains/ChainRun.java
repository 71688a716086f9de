package org.stanj.runtime.chains;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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
  private final boolean moves;
  private @Nullable PhaseSampler sampler;
  private int warmup;
  private long iteration;
  private boolean adapted;
  private boolean over;
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
    this.moves = settings.algorithm() == Algorithm.HMC;
    this.warmup = moves ? settings.numWarmup() : 0;
    this.iteration = saved.map(SamplerState::iteration).orElse(0L);
    this.adapted = saved.isPresent() && iteration >= settings.numWarmup();
  }

  /**
   * Takes its place at the starting point, or where it was saved.
   *
   * @return whether it can go on; if not, its log says why unless it was stopped
   */
  boolean begin(double[] start) {
    return told(
        () -> {
          try {
            sampler = moves ? moving(start) : fixed(start);
          } catch (StoppedException e) {
            endUnmoved(start.length);
            return false;
          }
          return guarded(this::searchStepSize);
        });
  }

  /**
   * Runs until so many iterations are done, warmup included, or all of them.
   *
   * @return whether it can go on, or has nothing left to do but to {@link #finish}
   */
  boolean advance(long until) {
    clock.goOn();
    boolean ready = told(() -> guarded(() -> phases(until)));
    clock.pause();
    return ready;
  }

  /** The end of a chain that has run as far as it should. */
  boolean finish() {
    return told(() -> guarded(this::tellTheEnd));
  }

  private boolean told(BooleanSupplier action) {
    try {
      return action.getAsBoolean();
    } catch (RejectException e) {
      chain.log().error("Exception: " + e.getMessage());
    } catch (StepSizeException e) {
      chain.log().error(String.valueOf(e.getMessage()));
    }
    return false;
  }

  /** What ends the chain from outside leaves its files complete as far as they go. */
  private boolean guarded(BooleanSupplier action) {
    try {
      boolean goesOn = action.getAsBoolean();
      if (!goesOn) {
        end();
      }
      return goesOn;
    } catch (StoppedException e) {
      end();
      return false;
    } catch (RejectException | StepSizeException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      try {
        end();
      } catch (RuntimeException again) {
        if (again != e) {
          e.addSuppressed(again);
        }
      }
      throw e;
    }
  }

  /** The end of a chain that something else has stopped, if it has not come to it. */
  void breakOff() {
    if (sampler != null && !over) {
      end();
    }
  }

  private void end() {
    over = true;
    adapted();
    chain.sink().finished(clock.time());
  }

  /** Tells it once, also if a receiver throws. */
  private void adapted() {
    if (!adapted) {
      adapted = true;
      sampler().adaptation().ifPresent(chain.sink()::adapted);
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

  private boolean tellTheEnd() {
    ElapsedTime time = clock.time();
    chain.sink().finished(time);
    if (chain.sink().wantsState()) {
      chain.sink().state(state(true));
    }
    chain.log().timing("\n" + String.join("\n", time.lines()) + "\n");
    return true;
  }

  private ChainState state(boolean finished) {
    return new ChainState(
        sampler().save(), clock.warmupNanos(), clock.samplingNanos(), divergences, finished);
  }

  private PhaseSampler sampler() {
    return Objects.requireNonNull(sampler);
  }

  private boolean phases(long until) {
    if (moves) {
      hmc().adoptPooled();
    }
    if (!adapted && moves) {
      if (!phase(Phase.WARMUP, until)) {
        return false;
      }
      if (iteration < warmup) {
        return true;
      }
      clock.enter(Phase.SAMPLING);
      adapted();
    }
    clock.enter(Phase.SAMPLING);
    return phase(Phase.SAMPLING, until);
  }

  private boolean searchStepSize() {
    if (!moves || saved.isPresent()) {
      return true;
    }
    try {
      hmc().begin();
      return true;
    } catch (RejectException | StepSizeException e) {
      chain.log().error("Exception initializing step size.");
      throw e;
    }
  }

  /** The sampler of a chain that moves. */
  AdaptiveHmc hmc() {
    return ((PhaseSampler.Moving) sampler()).hmc();
  }

  /** Ends warmup after so many iterations; those that have not been run are still to come. */
  void shortenWarmup(int iterations) {
    warmup = iterations;
    adapted |= saved.isPresent() && saved.get().iteration() >= iterations;
    hmc().shortenWarmup(iterations);
    chain.sink().warmupShortened(iterations);
  }

  /** Ends sampling where it is; the last iteration is told again as that of the run. */
  void stopSampling() {
    Progress last = progress(Phase.SAMPLING, (int) (iteration - warmup));
    chain
        .sink()
        .stopped(new Progress(last.phase(), last.inPhase(), last.iteration(), last.iteration()));
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
    return new PhaseSampler.Fixed(q, iteration);
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

  private boolean phase(Phase phase, long until) {
    int before = phase == Phase.SAMPLING ? warmup : 0;
    int count = phase == Phase.SAMPLING ? settings.numSamples() : warmup;
    boolean written = phase == Phase.SAMPLING || settings.saveWarmup();
    int first = (int) Math.max(0, iteration - before);
    divergences = first == 0 ? 0 : divergences;
    for (int m = first; m < count && before + m < until; m++) {
      if (chain.sink().wantsState()) {
        chain.sink().state(state(false));
      }
      if (stopped.getAsBoolean()) {
        return false;
      }
      step(progress(phase, m + 1), written && m % settings.thin() == 0);
    }
    return true;
  }

  private Progress progress(Phase phase, int inPhase) {
    int before = phase == Phase.SAMPLING ? warmup : 0;
    return new Progress(phase, inPhase, before + inPhase, warmup + settings.numSamples());
  }

  private void step(Progress progress, boolean written) {
    PhaseSampler present = sampler();
    chain.log().progress(progress);
    TransitionStats stats = present.step();
    divergences += stats.divergent() ? 1 : 0;
    if (written) {
      rows.write(iteration, progress.phase(), present.position(), present.logDensity(), stats);
      chain.sink().phaseSpace(present.logDensity(), stats, present.phaseSpace());
    }
    iteration++;
    chain.sink().iteration(progress, stats);
  }
}
