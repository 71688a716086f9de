package org.stanj.runtime.adapt;

import java.util.List;
import org.stanj.runtime.hmc.Density;
import org.stanj.runtime.hmc.Hmc;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.Metric;
import org.stanj.runtime.hmc.MetricForm;
import org.stanj.runtime.hmc.ProposalLog;
import org.stanj.runtime.hmc.TransitionStats;
import org.stanj.stdlib.abi.RandomStream;

/**
 * The sampler of one chain: transitions that adapt step size and metric for the first {@code
 * numWarmup} iterations, and leave them alone afterwards. Each {@link #step} maps one {@link
 * SamplerState} to the next.
 */
public final class AdaptiveHmc {
  private final Hmc hmc;
  private final RandomStream random;
  private final WarmupWindows windows;
  private final DualAveraging averaging;
  private final MetricEstimator estimator;
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
      return new Start(position, Metric.unit(form, position.length));
    }
  }

  /**
   * What to run.
   *
   * @param numWarmup iterations of warmup; nothing is adapted without them
   * @param hmc the sampler's arguments
   * @param adapt the adaptation's arguments
   */
  public record Settings(int numWarmup, HmcSettings hmc, AdaptSettings adapt) {
    private boolean adapts() {
      return adapt.engaged() && numWarmup > 0;
    }
  }

  /** A sampler at the start; {@link #begin} completes it. */
  public AdaptiveHmc(
      Density density, Start start, Settings settings, RandomStream random, ProposalLog log) {
    this.hmc = new Hmc(density, start.position(), start.metric(), settings.hmc(), random, log);
    this.random = random;
    this.stepSize = settings.hmc().stepSize();
    this.numWarmup = settings.adapts() ? settings.numWarmup() : 0;
    this.learnsMetric = start.metric().form() != MetricForm.UNIT_E;
    this.windows = WarmupWindows.of(settings.numWarmup(), settings.adapt());
    this.averaging = new DualAveraging(settings.adapt(), stepSize);
    this.estimator = MetricEstimator.of(start.metric().form(), start.position().length);
  }

  /**
   * Lines for the console about a warmup that cannot go as configured; none for the unit metric.
   */
  public static List<String> warnings(Settings settings) {
    MetricForm form = settings.hmc().metric();
    return settings.adapts() && form != MetricForm.UNIT_E
        ? WarmupWindows.of(settings.numWarmup(), settings.adapt()).warnings(form)
        : List.of();
  }

  /**
   * Looks for the first step size, if it is to be adapted. As in CmdStan, averaging starts from the
   * argument all the same: the second step size is about ten times that.
   *
   * @throws org.stanj.runtime.hmc.StepSizeException if there is none
   */
  public void begin() {
    if (numWarmup > 0) {
      stepSize = hmc.searchStepSize(stepSize);
    }
  }

  /** One transition, and what is learned from it. */
  public TransitionStats step() {
    TransitionStats stats = hmc.transition(stepSize);
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
      estimator.add(hmc.position(), hmc.gradient());
    }
    if (windows.isEnd(iteration)) {
      hmc.replaceMetric(estimator.metric());
      estimator.restart();
      restartStepSize();
    }
  }

  private void restartStepSize() {
    stepSize = hmc.searchStepSize(stepSize);
    averaging.restart(stepSize);
  }

  /** The step size of the next transition. */
  public double stepSize() {
    return stepSize;
  }

  /** The metric of the next transition. */
  public Metric metric() {
    return hmc.metric();
  }

  /** The position: the sampler's own array, which {@link #step} changes. */
  public double[] position() {
    return hmc.position();
  }

  /** The momentum with which the last step ended: the sampler's own array. */
  public double[] momentum() {
    return hmc.momentum();
  }

  /** Gradient of the log density at the position: the sampler's own array. */
  public double[] gradient() {
    return hmc.gradient();
  }

  /** Log density at the position. */
  public double logDensity() {
    return hmc.logDensity();
  }

  /** A copy of all that the next transitions depend on. */
  public SamplerState save() {
    return new SamplerState(
        iteration,
        hmc.position().clone(),
        stepSize,
        hmc.metric().inverse(),
        averaging.save(),
        estimator.save(),
        random.save());
  }

  /** Continues from a saved state of a sampler with the same model, data and settings. */
  public void restore(SamplerState saved) {
    iteration = saved.iteration();
    stepSize = saved.stepSize();
    if (learnsMetric) {
      hmc.replaceMetric(Metric.of(hmc.metric().form(), saved.inverseMetric()));
    }
    averaging.restore(saved.averaging());
    estimator.restore(saved.estimator());
    random.restore(saved.stream());
    hmc.moveTo(saved.position());
  }
}
