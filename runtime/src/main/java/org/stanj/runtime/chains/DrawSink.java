package org.stanj.runtime.chains;

import org.stanj.runtime.hmc.TransitionStats;

/**
 * Receives the results of one chain, in this order: warmup draws if they are saved, {@link
 * #adapted} (not for fixed_param), the draws, {@link #finished}. A chain that fails to initialise
 * calls nothing. A chain that is stopped early still calls {@link #adapted}, with what it has
 * learned so far, and {@link #finished}. What a method throws ends the run.
 */
public interface DrawSink {
  /**
   * One draw.
   *
   * @param phase of the run
   * @param logDensity {@code lp__}: with Jacobian, constants dropped; 0 for fixed_param
   * @param stats the sampler's own columns; {@link TransitionStats#FIXED} for fixed_param
   * @param row values of the model's variables in storage order (parameters, transformed
   *     parameters, generated quantities); the chain fills it again for the next draw
   */
  void draw(Phase phase, double logDensity, TransitionStats stats, double[] row);

  /** The end of warmup: what sampling uses. */
  void adapted(Adaptation adaptation);

  /** The end of the chain. */
  void finished(ElapsedTime time);

  /** The end of each iteration, whether its draw is saved or not. */
  default void iteration(Progress progress, TransitionStats stats) {}

  /** Warmup ends after so many iterations, fewer than were planned; called before the last one. */
  default void warmupShortened(int iterations) {}

  /**
   * Sampling ends before the planned number of iterations, since that is enough; called before
   * {@link #finished}.
   *
   * @param last the iteration that was the last one, as that of a run that it completes
   */
  default void stopped(Progress last) {}

  /** Called behind {@link #draw} with where that draw lies in phase space. */
  default void phaseSpace(double logDensity, TransitionStats stats, PhaseSpace at) {}

  /** Asked before each iteration: whether to call {@link #state}. */
  default boolean wantsState() {
    return false;
  }

  /** The state of the chain; it is the receiver's own. All rows before it have been handed over. */
  default void state(ChainState state) {}
}
