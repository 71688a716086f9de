package org.stanj.runtime.adapt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  private final int size;
  private final boolean adaptsMetric;
  private Optional<VarianceEstimator> window = Optional.empty();
  private Optional<Metric> pooled = Optional.empty();
  private boolean learnsMetric;
  private int numWarmup;
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
    this.size = start.position().length;
    this.adaptsMetric = start.metric().form() != MetricForm.UNIT_E;
    this.learnsMetric = adaptsMetric;
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
      window.ifPresent(this::addToWindow);
    }
    if (windows.isEnd(iteration) && window.isEmpty()) {
      adopt(estimator.metric());
    }
  }

  private void adopt(Metric metric) {
    hmc.replaceMetric(metric);
    estimator.restart();
    stepSize = hmc.searchStepSize(stepSize);
    averaging.restart(stepSize);
  }

  private void addToWindow(VarianceEstimator moments) {
    double[] all = Arrays.copyOf(hmc.position(), size + 1);
    all[size] = hmc.logDensity();
    moments.add(all);
  }

  /**
   * From now on what is learned at the ends of windows comes from {@link PooledWarmup}.
   *
   * @param moments of the present window, if the chain goes on inside it
   */
  public void leaveMetricToPool(Optional<EstimatorState> moments) {
    VarianceEstimator fresh = new VarianceEstimator(size + 1);
    moments.ifPresent(fresh::restore);
    window = Optional.of(fresh);
  }

  /** What the present window has seen for the metric. */
  EstimatorState windowForMetric() {
    return estimator.save();
  }

  /** Moments of positions and log density in the present window. */
  EstimatorState windowMoments() {
    return window.orElseThrow().save();
  }

  /** Begins a window with a metric, which {@link #adoptPooled} puts in place. */
  public void beginWindow(Metric metric) {
    pooled = Optional.of(metric);
    window.orElseThrow().restart();
  }

  /**
   * Puts a metric that was pooled in the place of the present one, and looks for a step size.
   *
   * @throws org.stanj.runtime.hmc.StepSizeException if there is none
   */
  public void adoptPooled() {
    Optional<Metric> fresh = pooled;
    pooled = Optional.empty();
    fresh.ifPresent(this::adopt);
  }

  /** Ends warmup after so many iterations in all; the metric is learned. */
  public void shortenWarmup(int iterations) {
    numWarmup = iterations;
    learnsMetric = false;
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
        window.map(VarianceEstimator::save).orElse(EstimatorState.NONE),
        random.save());
  }

  /** Continues from a saved state of a sampler with the same model, data and settings. */
  public void restore(SamplerState saved) {
    iteration = saved.iteration();
    stepSize = saved.stepSize();
    if (adaptsMetric) {
      hmc.replaceMetric(Metric.of(hmc.metric().form(), saved.inverseMetric()));
    }
    averaging.restore(saved.averaging());
    estimator.restore(saved.estimator());
    random.restore(saved.stream());
    hmc.moveTo(saved.position());
  }
}
