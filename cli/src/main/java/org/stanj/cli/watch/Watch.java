package org.stanj.cli.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stanj.runtime.io.CompleteLines;

/** A run that is being watched. Each {@link #look} reads what is new in its files. */
public final class Watch implements AutoCloseable {
  /** R-hat is computed again when there are so many times as many draws. */
  private static final double MORE = 1.1;

  private final Path file;
  private final Map<Integer, ChainWatch> chains = new TreeMap<>();
  private CompleteLines lines;
  private Agreement agreement = Agreement.NONE;
  private int expected;

  /**
   * Opens a status file.
   *
   * @throws IOException if that is not possible
   */
  public Watch(Path file) throws IOException {
    this.file = file;
    this.lines = new CompleteLines(file);
  }

  /**
   * Reads what has come.
   *
   * @return whether anything has
   */
  public boolean look() throws IOException {
    if (lines.hasShrunk()) {
      startAgain();
    }
    boolean news = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      Optional<Status> status = Status.of(line);
      status.ifPresent(this::update);
      news |= status.isPresent();
    }
    for (ChainWatch chain : chains.values()) {
      chain.readDraws();
    }
    agree();
    return news;
  }

  /** Another run writes to the file. */
  private void startAgain() throws IOException {
    close();
    chains.clear();
    agreement = Agreement.NONE;
    lines = new CompleteLines(file);
  }

  private void update(Status status) {
    expected = Math.max(status.chains(), 1);
    ChainWatch known = chains.putIfAbsent(status.chain(), new ChainWatch(file, status));
    if (known != null) {
      known.update(status);
    }
  }

  private void agree() {
    List<GrowingDraws> draws = new ArrayList<>();
    chains
        .values()
        .forEach(chain -> chain.draws().filter(d -> d.count() > 0).ifPresent(draws::add));
    int least = draws.stream().mapToInt(GrowingDraws::count).min().orElse(0);
    boolean more = least > MORE * agreement.draws() || draws.size() > agreement.chains();
    if (more || hasEnded() && least > agreement.draws()) {
      Agreement found = Agreement.of(draws);
      agreement = found.draws() > 0 ? found : agreement;
    }
  }

  /** Whether all chains of the run have come to their end. */
  public boolean hasEnded() {
    return !chains.isEmpty()
        && chains.size() >= expected
        && chains.values().stream().allMatch(ChainWatch::hasEnded);
  }

  /** The chains that have begun, by id. */
  Collection<ChainWatch> chains() {
    return chains.values();
  }

  /** Chains of the run that have not begun. */
  int waiting() {
    return Math.max(0, expected - chains.size());
  }

  Agreement agreement() {
    return agreement;
  }

  @Override
  public void close() throws IOException {
    lines.close();
    for (ChainWatch chain : chains.values()) {
      chain.close();
    }
  }
}
