package org.stanj.runtime.chains;

import java.util.function.BooleanSupplier;
import org.stanj.runtime.adapt.AdaptiveNuts;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.hmc.DiagonalMetric;
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

  /** What a phase repeats. */
  private interface Sampler {
    TransitionStats step();

    double[] position();

    double logDensity();
  }

  /**
   * @param stopped asked before each iteration: true ends the chain
   */
  ChainRun(
      Model model, SampleSettings settings, long seed, ChainSpec chain, BooleanSupplier stopped) {
    this.model = model;
    this.settings = settings;
    this.seed = seed;
    this.chain = chain;
    this.rows = new RowWriter(model, seed, chain);
    this.stopped = stopped;
  }

  /**
   * Runs the chain from the starting point.
   *
   * @return whether it came to its end; if not, its log says why
   */
  boolean run(double[] start) {
    try {
      return settings.algorithm() == Algorithm.NUTS ? nuts(start) : fixed(start);
    } catch (RejectException e) {
      chain.log().error("Exception: " + e.getMessage());
    } catch (StepSizeException e) {
      chain.log().error(String.valueOf(e.getMessage()));
    }
    return false;
  }

  private boolean begun(AdaptiveNuts nuts) {
    String message;
    try {
      nuts.begin();
      return true;
    } catch (RejectException e) {
      message = "Exception: " + e.getMessage();
    } catch (StepSizeException e) {
      message = String.valueOf(e.getMessage());
    }
    chain.log().error("Exception initializing step size.\n" + message);
    return false;
  }

  private boolean nuts(double[] q) {
    AdaptiveNuts nuts = sampler(q);
    if (!nuts.warnings().isEmpty()) {
      chain.log().info(String.join("\n", nuts.warnings()));
    }
    Sampler sampler = view(nuts);
    long begin = System.nanoTime();
    if (!begun(nuts)) {
      return false;
    }
    if (!phase(Phase.WARMUP, settings.numWarmup(), settings.saveWarmup(), sampler)) {
      return false;
    }
    long middle = System.nanoTime();
    chain
        .sink()
        .adapted(new Adaptation(nuts.stepSize(), nuts.metric().form(), nuts.metric().inverse()));
    if (!phase(Phase.SAMPLING, settings.numSamples(), true, sampler)) {
      return false;
    }
    finish(middle - begin, System.nanoTime() - middle);
    return true;
  }

  private AdaptiveNuts sampler(double[] q) {
    Scratch scratch = model.newScratch();
    scratch.sink = chain.log()::info;
    Density density =
        (at, gradient) -> model.gradient(at, gradient, Model.PROPTO | Model.JACOBIAN, scratch);
    AdaptiveNuts.Start start =
        chain
            .inverseMetric()
            .map(inverse -> new AdaptiveNuts.Start(q, new DiagonalMetric(inverse)))
            .orElseGet(() -> AdaptiveNuts.Start.withUnitMetric(q, settings.nuts().metric()));
    return new AdaptiveNuts(
        density,
        start,
        new AdaptiveNuts.Settings(settings.numWarmup(), settings.nuts(), settings.adapt()),
        Streams.open(StreamKey.sampler(seed, chain.id())),
        this::rejected);
  }

  private static Sampler view(AdaptiveNuts nuts) {
    return new Sampler() {
      @Override
      public TransitionStats step() {
        return nuts.step();
      }

      @Override
      public double[] position() {
        return nuts.position();
      }

      @Override
      public double logDensity() {
        return nuts.logDensity();
      }
    };
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

  private boolean fixed(double[] q) {
    Sampler sampler =
        new Sampler() {
          @Override
          public TransitionStats step() {
            return TransitionStats.FIXED;
          }

          @Override
          public double[] position() {
            return q;
          }

          @Override
          public double logDensity() {
            return 0;
          }
        };
    long begin = System.nanoTime();
    if (!phase(Phase.SAMPLING, settings.numSamples(), true, sampler)) {
      return false;
    }
    finish(0, System.nanoTime() - begin);
    return true;
  }

  private boolean phase(Phase phase, int count, boolean saved, Sampler sampler) {
    boolean warms = settings.algorithm() == Algorithm.NUTS;
    int total = settings.numSamples() + (warms ? settings.numWarmup() : 0);
    int before = phase == Phase.SAMPLING ? total - count : 0;
    for (int m = 0; m < count; m++) {
      if (stopped.getAsBoolean()) {
        return false;
      }
      chain.log().progress(new Progress(phase, m + 1, before + m + 1, total));
      TransitionStats stats = sampler.step();
      if (saved && m % settings.thin() == 0) {
        rows.write(before + m, phase, sampler.position(), sampler.logDensity(), stats);
      }
    }
    return true;
  }

  private void finish(long warmupNanos, long samplingNanos) {
    ElapsedTime time = new ElapsedTime(warmupNanos * 1e-9, samplingNanos * 1e-9);
    chain.sink().finished(time);
    chain.log().timing("\n" + String.join("\n", time.lines()) + "\n");
  }
}
