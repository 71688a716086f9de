package org.stanj;

/**
 * Follows a run. Calls for one chain come one at a time from its thread; different chains call at
 * the same time. What a method throws ends the run and is thrown by {@link Sampling#run}.
 */
public interface SampleListener {
  /** Hears nothing. */
  SampleListener NONE = new SampleListener() {};

  /**
   * An iteration is about to run.
   *
   * @param chain its id
   * @param iteration from 1, warmup included
   * @param total iterations of the chain
   * @param warmup whether it belongs to warmup
   */
  default void iteration(int chain, int iteration, int total, boolean warmup) {}

  /**
   * A draw has been made.
   *
   * @param chain its id
   */
  default void draw(int chain, Draw draw) {}

  /**
   * What the program prints, why points are rejected, and other words of the sampler.
   *
   * @param chain its id
   */
  default void message(int chain, String text) {}
}
