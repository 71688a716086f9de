package org.stanj;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ChainLog;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.files.SamplerColumns;
import org.stanj.runtime.hmc.HmcSettings;
import org.stanj.runtime.hmc.TransitionStats;

/** Keeps what one chain finds and says, and hands it on to the listener. */
final class ChainRecord implements DrawSink, ChainLog {
  /** Enough of the last words to tell why a chain failed. */
  private static final int COMPLAINTS = 3;

  private final int id;
  private final Layout layout;
  private final SamplerColumns sampler;
  private final SampleListener listener;
  private final boolean keeps;
  private final int width;
  private final List<double[]> rows = new ArrayList<>();
  private final Deque<String> complaints = new ArrayDeque<>();
  private int divergent;
  private Adaptation adaptation =
      new Adaptation(Double.NaN, HmcSettings.DEFAULT.metric(), new double[0]);
  private ElapsedTime time = new ElapsedTime(Double.NaN, Double.NaN);

  ChainRecord(
      int id, Layout layout, SampleSettings settings, SampleListener listener, boolean keeps) {
    this.id = id;
    this.layout = layout;
    this.listener = listener;
    this.keeps = keeps;
    sampler = SamplerColumns.of(settings);
    width = sampler.names().size();
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {
    boolean warmup = phase == Phase.WARMUP;
    divergent += stats.divergent() && !warmup ? 1 : 0;
    if (keeps) {
      rows.add(kept(logDensity, stats, row));
    }
    Values values = new Values(layout, row.clone());
    listener.draw(
        id,
        new Draw(
            warmup, logDensity, stats.stepSize(), stats.treeDepth(), stats.divergent(), values));
  }

  /** The sampler's columns, then the row. */
  private double[] kept(double logDensity, TransitionStats stats, double[] row) {
    double[] all = new double[width + row.length];
    DoubleConsumer out =
        new DoubleConsumer() {
          private int filled;

          @Override
          public void accept(double value) {
            all[filled++] = value;
          }
        };
    sampler.write(out, logDensity, stats);
    System.arraycopy(row, 0, all, width, row.length);
    return all;
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
  public void info(String line) {
    listener.message(id, line);
  }

  @Override
  public void timing(String line) {
    // the times of a chain are part of the result
  }

  @Override
  public void error(String line) {
    if (complaints.size() == COMPLAINTS) {
      complaints.removeFirst();
    }
    complaints.addLast(line);
    listener.message(id, line);
  }

  @Override
  public void progress(Progress at) {
    listener.iteration(id, at.iteration(), at.total(), at.phase() == Phase.WARMUP);
  }

  int id() {
    return id;
  }

  /** Its last words of complaint; empty if there are none. */
  String complaint() {
    return String.join("\n", complaints).strip();
  }

  /** Names of the sampler's columns. */
  List<String> samplerNames() {
    return sampler.names();
  }

  int size() {
    return rows.size();
  }

  /** The values of one place in a range of rows. */
  double[] column(int place, int from, int to) {
    return rows.subList(from, to).stream().mapToDouble(row -> row[place]).toArray();
  }

  /** The values of a draw. */
  Values values(int draw) {
    double[] row = rows.get(draw);
    return new Values(layout, Arrays.copyOfRange(row, width, row.length));
  }

  int divergent() {
    return divergent;
  }

  Adaptation adaptation() {
    return adaptation;
  }

  ElapsedTime time() {
    return time;
  }
}
