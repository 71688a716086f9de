package org.stanj.runtime.files;

import java.util.List;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ChainState;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.PhaseSpace;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.hmc.TransitionStats;

/** Hands the results of a chain to several receivers, in their order. */
public record AllSinks(List<DrawSink> sinks) implements DrawSink {
  public AllSinks {
    sinks = List.copyOf(sinks);
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    for (DrawSink sink : sinks) {
      sink.draw(phase, logDensity, stats, row);
    }
  }

  @Override
  public void phaseSpace(double logDensity, TransitionStats stats, PhaseSpace at) {
    for (DrawSink sink : sinks) {
      sink.phaseSpace(logDensity, stats, at);
    }
  }

  @Override
  public void iteration(Progress progress, TransitionStats stats) {
    for (DrawSink sink : sinks) {
      sink.iteration(progress, stats);
    }
  }

  @Override
  public void warmupShortened(int iterations) {
    for (DrawSink sink : sinks) {
      sink.warmupShortened(iterations);
    }
  }

  @Override
  public void stopped(Progress last) {
    for (DrawSink sink : sinks) {
      sink.stopped(last);
    }
  }

  @Override
  public void adapted(Adaptation adaptation) {
    for (DrawSink sink : sinks) {
      sink.adapted(adaptation);
    }
  }

  @Override
  public void finished(ElapsedTime time) {
    for (DrawSink sink : sinks) {
      sink.finished(time);
    }
  }

  @Override
  public boolean wantsState() {
    for (DrawSink sink : sinks) {
      if (sink.wantsState()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void state(ChainState state) {
    for (DrawSink sink : sinks) {
      sink.state(state);
    }
  }
}
