package org.stanj.runtime.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ChainState;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.chains.Progress;
import org.stanj.runtime.chains.SampleSettings;
import org.stanj.runtime.chains.SampleSettings.Algorithm;
import org.stanj.runtime.hmc.TransitionStats;

/**
 * The head of a file of draws that ended early, or whose warmup did. Clients refuse a file with
 * fewer rows than its head says; so the numbers in the head are replaced by those of the iterations
 * that are there, filled up with blanks: the head keeps its length. {@code resume} writes it anew.
 *
 * <p>As the receiver of a chain it notes how far that comes.
 */
public final class ShortHead implements DrawSink {
  private final SampleSettings settings;
  private final boolean warms;
  private long iterations;
  private long warmup;
  private boolean stopped;
  private boolean shortened;
  private boolean finished;

  /**
   * @param saved the chain when the run was interrupted, if it was
   */
  public ShortHead(SampleSettings settings, Optional<ChainState> saved) {
    this.settings = settings;
    this.warms = settings.algorithm() == Algorithm.HMC;
    this.warmup = warms ? settings.numWarmup() : 0;
    this.iterations = saved.map(ChainState::iterations).orElse(0L);
    this.finished = saved.map(ChainState::finished).orElse(false);
  }

  @Override
  public void warmupShortened(int iterations) {
    warmup = iterations;
    shortened = true;
  }

  @Override
  public void stopped(Progress last) {
    stopped = true;
  }

  @Override
  public void iteration(Progress progress, TransitionStats stats) {
    iterations++;
  }

  @Override
  public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {}

  @Override
  public void adapted(Adaptation adaptation) {}

  @Override
  public void finished(ElapsedTime time) {
    finished = true;
  }

  /**
   * The head of the file as it is now.
   *
   * @param head as it was planned
   * @param complete whether the run has come to its end
   */
  public List<String> of(List<String> head, boolean complete) {
    if (complete && !stopped && !shortened || !finished) {
      return head;
    }
    List<String> lines = new ArrayList<>(head);
    lower(lines, "num_samples", saved(Math.max(0, iterations - warmup)));
    if (shortened) {
      lower(lines, "num_warmup", warmup);
    } else if (warms && settings.saveWarmup()) {
      lower(lines, "num_warmup", saved(Math.min(iterations, warmup)));
    }
    return lines;
  }

  /** As many iterations as clients divide by {@code thin} to find the number of rows. */
  private long saved(long count) {
    int thin = settings.thin();
    return (count + thin - 1) / thin * thin;
  }

  private static void lower(List<String> lines, String key, long number) {
    String start = key + " = ";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int at = line.indexOf(start);
      if (at >= 0 && line.substring(0, at).isBlank()) {
        String value = line.substring(at + start.length());
        if (number < Long.parseLong(value.split(" ", 2)[0])) {
          String text = Long.toString(number);
          lines.set(
              i,
              line.substring(0, at + start.length())
                  + text
                  + " ".repeat(Math.max(0, value.length() - text.length())));
        }
        return;
      }
    }
  }
}
