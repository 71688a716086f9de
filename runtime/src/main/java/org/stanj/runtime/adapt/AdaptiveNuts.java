package org.stanj.runtime.adapt;

import java.util.List;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.hmc.DiagonalMetric;
import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.Nuts;
import org.stanj.runtime.hmc.NutsSettings;
import org.stanj.runtime.hmc.ProposalLog;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.runtime.hmc.UnitMetric;
import org.stanj.stdlib.abi.RandomStream;

/**
 * The sampler of one chain: transitions that adapt step size and metric for the first {@code
 * numWarmup} iterations, and leave them alone afterwards. Each {@link #step} maps one {@link
 * SamplerState} to the next.
 */
public final class AdaptiveNuts {
  private final Nuts nuts;
  private final RandomStream random;
  private final WarmupWindows windows;
  private final DualAveraging averaging;
  private final VarianceEstimator variances;
  private final int numWarmup;
  private final boolean learnsMetric;
  private double stepSize;
  private long iteration;

  /**
   * Where a chain starts.
   *
   * @param position on the unconstrained scale
   * @param metric before adaptation
   */
  public record Start(double[] position, Metric metric) {
    /** The unit metric in the wanted form. */
    public static Start withUnitMetric(double[] position, MetricForm form) {
      Metric metric =
          form == MetricForm.UNIT_E ? new UnitMetric() : DiagonalMetric.unit(position.length);
      return new Start(position, metric);
    }
  }

  /**
   * What to run.
   *
   * @param numWarmup iterations of warmup; nothing is adapted without them
   * @param nuts the sampler's arguments
   * @param adapt the adaptation's arguments
   */
  public record Settings(int numWarmup, NutsSettings nuts, AdaptSettings adapt) {
    private boolean adapts() {
      return adapt.engaged() && numWarmup > 0;
    }
  }

  /** A sampler at the start; {@link #begin} completes it. */
  public AdaptiveNuts(
      Density density, Start start, Settings settings, RandomStream random, ProposalLog log) {
    this.nuts = new Nuts(density, start.position(), start.metric(), settings.nuts(), random, log);
    this.random = random;
    this.stepSize = settings.nuts().stepSize();
    this.numWarmup = settings.adapts() ? settings.numWarmup() : 0;
    this.learnsMetric = start.metric().form() != MetricForm.UNIT_E;
    this.windows = WarmupWindows.of(settings.numWarmup(), settings.adapt());
    this.averaging = new DualAveraging(settings.adapt(), stepSize);
    this.variances = new VarianceEstimator(start.position().length);
  }

  /** Lines for the console about the window schedule. */
  public List<String> warnings() {
    return numWarmup > 0 && learnsMetric ? windows.warnings() : List.of();
  }

  /**
   * Looks for the first step size, if it is to be adapted.
   *
   * @throws org.stanj.runtime.hmc.StepSizeException if there is none
   */
  public void begin() {
    if (numWarmup > 0) {
      restartStepSize();
    }
  }

  /** One transition, and what is learned from it. */
  public TransitionStats step() {
    TransitionStats stats = nuts.transition(stepSize);
    if (iteration < numWarmup) {
      stepSize = averaging.update(stats.acceptStat());
      if (learnsMetric) {
        learnMetric();
      }
      if (iteration == numWarmup - 1) {
        stepSize = averaging.hasLearned() ? averaging.averaged() : stepSize;
      }
    }
    iteration++;
    return stats;
  }

  private void learnMetric() {
    if (windows.isSlow(iteration)) {
      variances.add(nuts.position());
    }
    if (windows.isEnd(iteration)) {
      nuts.replaceMetric(new DiagonalMetric(variances.regularised()));
      variances.restart();
      restartStepSize();
    }
  }

  private void restartStepSize() {
    stepSize = nuts.searchStepSize(stepSize);
    averaging.restart(stepSize);
  }

  /** The step size of the next transition. */
  public double stepSize() {
    return stepSize;
  }

  /** The metric of the next transition. */
  public Metric metric() {
    return nuts.metric();
  }

  /** The position: the sampler's own array, which {@link #step} changes. */
  public double[] position() {
    return nuts.position();
  }

  /** Log density at the position. */
  public double logDensity() {
    return nuts.logDensity();
  }

  /** A copy of all that the next transitions depend on. */
  public SamplerState save() {
    return new SamplerState(
        iteration,
        nuts.position().clone(),
        stepSize,
        nuts.metric().inverse(),
        averaging.save(),
        variances.save(),
        random.save());
  }

  /** Continues from a saved state of a sampler with the same model, data and settings. */
  public void restore(SamplerState saved) {
    iteration = saved.iteration();
    stepSize = saved.stepSize();
    if (learnsMetric) {
      nuts.replaceMetric(new DiagonalMetric(saved.inverseMetric()));
    }
    averaging.restore(saved.averaging());
    variances.restore(saved.variances());
    random.restore(saved.stream());
    nuts.moveTo(saved.position());
  }
}
