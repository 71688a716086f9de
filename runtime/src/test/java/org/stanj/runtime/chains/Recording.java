package org.stanj.runtime.chains;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stanj.runtime.hmc.TransitionStats;

/** Keeps what a chain says. */
class Recording implements DrawSink, ChainLog {
  record Draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {}

  final List<Draw> draws = new ArrayList<>();
  final List<String> info = new ArrayList<>();
  final List<String> errors = new ArrayList<>();
  final List<Integer> shortened = new ArrayList<>();
  final List<Integer> stopped = new ArrayList<>();
  final List<Progress> progress = new ArrayList<>();
  @Nullable Adaptation adaptation;
  @Nullable ElapsedTime time;

  ChainSpec spec(int id) {
    return spec(id, Inits.DEFAULT);
  }

  ChainSpec spec(int id, Inits inits) {
    return new ChainSpec(id, inits, Optional.empty(), this, this);
  }

  /** The draws of a variable after warmup. */
  double[] values(int variable) {
    return draws.stream()
        .filter(d -> d.phase() == Phase.SAMPLING)
        .mapToDouble(d -> d.row()[variable])
        .toArray();
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    draws.add(new Draw(phase, logDensity, stats, row.clone()));
  }

  @Override
  public void adapted(Adaptation found) {
    adaptation = found;
  }

  @Override
  public void finished(ElapsedTime elapsed) {
    time = elapsed;
  }

  @Override
  public void warmupShortened(int iterations) {
    shortened.add(iterations);
  }

  @Override
  public void stopped(Progress last) {
    assertEquals(last.iteration(), last.total());
    stopped.add(last.iteration());
  }

  @Override
  public void info(String line) {
    info.addAll(List.of(line.split("\n", -1)));
  }

  @Override
  public void error(String line) {
    errors.addAll(List.of(line.split("\n", -1)));
  }

  @Override
  public void progress(Progress event) {
    progress.add(event);
  }
}
