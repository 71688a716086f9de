package org.stanj.runtime.chains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.adapt.EstimatorState;

/**
 * What the chains of a run have decided together so far. A run that goes on from a checkpoint reads
 * it: chains that come to a meeting which has been held take its result, so that each of them may
 * go on from a state of its own time. It changes only while no chain moves.
 */
public final class Decisions {
  private State state;

  /**
   * A metric that the chains have learned together.
   *
   * @param meeting the number of iterations after which they did
   * @param inverse see {@link org.stanj.runtime.hmc.Metric#inverse}; belongs to the record
   */
  public record Learned(int meeting, double[] inverse) {}

  /**
   * All that was decided.
   *
   * @param metrics by meeting, ascending
   * @param moments of all chains in the window before the last meeting of warmup
   * @param warmup the length of warmup if it was shortened, at the last of these meetings
   * @param looks iterations of sampling after which the draws were not enough yet
   * @param stopped whether they were enough at the next look
   */
  public record State(
      List<Learned> metrics,
      Optional<EstimatorState> moments,
      Optional<Integer> warmup,
      int looks,
      boolean stopped) {
    /** Nothing was decided. */
    public static final State NONE =
        new State(List.of(), Optional.empty(), Optional.empty(), 0, false);

    public State {
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * @param state what was decided before the run was interrupted
   */
  public Decisions(State state) {
    this.state = state;
  }

  public State state() {
    return state;
  }

  /** The metric of a meeting that has been held. */
  Optional<Learned> at(int meeting) {
    return state.metrics().stream().filter(m -> m.meeting() == meeting).findFirst();
  }

  /** The meeting at which warmup was shortened, if it was. */
  Optional<Learned> shortening() {
    List<Learned> metrics = state.metrics();
    return state.warmup().map(length -> metrics.get(metrics.size() - 1));
  }

  /**
   * A meeting was held.
   *
   * @param warmup its length, if it was shortened
   */
  void learned(Learned metric, Optional<EstimatorState> moments, Optional<Integer> warmup) {
    List<Learned> metrics = new ArrayList<>(state.metrics());
    metrics.add(metric);
    state = new State(metrics, moments, warmup, state.looks(), state.stopped());
  }

  /** The draws were looked at. */
  void looked(int iterations, boolean enough) {
    int looks = enough ? state.looks() : iterations;
    state = new State(state.metrics(), state.moments(), state.warmup(), looks, enough);
  }
}
