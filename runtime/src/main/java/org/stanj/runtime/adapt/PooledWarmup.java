package org.stanj.runtime.adapt;

import java.util.List;
import java.util.Optional;
import org.stanj.runtime.hmc.Metric;

/**
 * Warmup of several chains with one metric. At the end of each slow window they meet: the metric is
 * learned from the positions of all, and warmup goes on to its last fast interval at once if the
 * metric has settled. It has where, for each parameter and for the log density,
 *
 * <ul>
 *   <li>R-hat of the window is at most 1.05, so that all chains have seen the same;
 *   <li>the variance over all chains is at least half and at most twice that of the window before.
 * </ul>
 */
public final class PooledWarmup {
  private static final double MOST_R_HAT = 1.05;
  private static final double MOST_CHANGE = 2;

  private final AdaptiveHmc.Settings settings;
  private final WarmupWindows windows;
  private final int thin;
  private Optional<EstimatorState> before = Optional.empty();
  private Optional<Metric> metric = Optional.empty();

  /**
   * @param thin the length of a shortened warmup is a multiple of it
   */
  public PooledWarmup(AdaptiveHmc.Settings settings, int thin) {
    this.settings = settings;
    this.windows = WarmupWindows.of(settings.numWarmup(), settings.adapt());
    this.thin = thin;
  }

  /** The metric that was learned last; empty before the first meeting. */
  public Optional<Metric> metric() {
    return metric;
  }

  /** What the chains have seen in the window before, all together; empty before the first one. */
  public Optional<EstimatorState> moments() {
    return before;
  }

  /** Goes on behind a meeting that was held before. */
  public void restore(Optional<EstimatorState> moments) {
    before = moments;
  }

  /** The numbers of iterations after which the chains meet, ascending. */
  public List<Integer> meetings() {
    return windows.ends();
  }

  /** The length of warmup that ends as soon as possible after a meeting. */
  public int end(int meeting) {
    int lastInterval = settings.numWarmup() - windows.slowEnd();
    return (meeting + lastInterval + thin - 1) / thin * thin;
  }

  /**
   * Gives the chains a common metric.
   *
   * @param chains those that have come to the meeting, all with the same model; may be empty
   * @return whether warmup can end early: see {@link #end}
   * @throws MetricException if the covariance of their positions is no metric
   */
  public boolean meet(int meeting, List<AdaptiveHmc> chains) {
    if (chains.isEmpty()) {
      return false;
    }
    boolean settled = isSettled(chains.stream().map(AdaptiveHmc::windowMoments).toList());
    int size = chains.get(0).position().length;
    MetricEstimator estimator = MetricEstimator.of(settings.hmc().metric(), size);
    chains.forEach(chain -> estimator.absorb(chain.windowForMetric()));
    Metric learned = estimator.metric();
    chains.forEach(chain -> chain.beginWindow(learned));
    metric = Optional.of(learned);
    return settled && end(meeting) < settings.numWarmup();
  }

  private boolean isSettled(List<EstimatorState> moments) {
    EstimatorState now = moments.stream().reduce(EstimatorState::plus).orElseThrow();
    boolean settled = before.isPresent();
    for (int i = 0; settled && i < now.mean().length; i++) {
      double change = variance(now, i) / variance(before.get(), i);
      settled =
          rHat(moments, i) <= MOST_R_HAT && change <= MOST_CHANGE && change >= 1 / MOST_CHANGE;
    }
    before = Optional.of(now);
    return settled;
  }

  private static double variance(EstimatorState moments, int i) {
    return moments.squares()[i] / (moments.count() - 1.0);
  }

  /**
   * √((n − 1)/n + B/W) with the mean variance W of the chains and the variance B of their means.
   */
  private static double rHat(List<EstimatorState> moments, int i) {
    VarianceEstimator means = new VarianceEstimator(1);
    double within = 0;
    for (EstimatorState chain : moments) {
      means.add(new double[] {chain.mean()[i]});
      within += variance(chain, i) / moments.size();
    }
    double n = moments.get(0).count();
    return Math.sqrt((n - 1) / n + variance(means.save(), 0) / within);
  }
}
