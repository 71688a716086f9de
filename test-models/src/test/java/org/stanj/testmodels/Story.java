package org.stanj.testmodels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.hmc.TransitionStats;

/** Everything that a chain tells but for times. */
final class Story implements DrawSink, ChainLog {
  private final List<String> told = new ArrayList<>();

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    told.add(phase + " " + logDensity + " " + stats + " " + Arrays.toString(row));
  }

  @Override
  public void adapted(Adaptation adaptation) {
    told.add(adaptation.stepSize() + " " + Arrays.toString(adaptation.inverseMetric()));
  }

  @Override
  public void finished(ElapsedTime time) {}

  @Override
  public void info(String line) {
    told.add(line);
  }

  @Override
  public void timing(String line) {}

  @Override
  public void error(String line) {
    told.add("error: " + line);
  }

  @Override
  public void progress(Progress progress) {}

  List<String> told() {
    return told;
  }

  boolean tells(String text) {
    return told.stream().anyMatch(line -> line.contains(text));
  }
}
