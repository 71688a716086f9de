package org.stanj.runtime.chains;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.stanj.runtime.model.Model;
import org.stanj.runtime.slices.Cores;

/** Runs the chains of a {@code sample} command. */
public final class Chains {
  private Chains() {}

  /**
   * Initialises all chains one after the other, then runs them on at most {@code threads} threads.
   * The draws depend on the seed and the chain's id only; where chains meet, on the ids of all. If
   * a chain cannot be initialised, none is run. All messages have gone to the logs when this
   * returns.
   *
   * @param seed of the run
   * @param chains in the order in which they are started
   * @param threads most chains at a time, at least 1
   * @throws RuntimeException what a sink or log throws; the chains have stopped then
   * @return whether all chains ran to their end
   */
  public static boolean run(
      Model model, SampleSettings settings, long seed, List<ChainSpec> chains, int threads) {
    return run(model, settings, seed, chains, new Pace(threads, () -> false, new Cores(threads)));
  }

  /**
   * How the chains are run.
   *
   * @param threads most chains at a time, at least 1
   * @param interrupted asked from time to time by all chains: true ends them early
   * @param cores is told which threads are at work
   * @param meetings what the chains decide together
   */
  public record Pace(int threads, BooleanSupplier interrupted, Cores cores, Meetings meetings) {
    /** The pace of chains that know nothing of each other. */
    public Pace(int threads, BooleanSupplier interrupted, Cores cores) {
      this(threads, interrupted, cores, Meetings.NONE);
    }
  }

  /** As the other; a run that is interrupted returns false. */
  public static boolean run(
      Model model, SampleSettings settings, long seed, List<ChainSpec> chains, Pace pace) {
    return new ChainPool(model, settings, seed, pace).run(chains);
  }
}
