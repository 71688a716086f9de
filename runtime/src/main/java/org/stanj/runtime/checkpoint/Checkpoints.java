package org.stanj.runtime.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.stanj.runtime.chains.Adaptation;
import org.stanj.runtime.chains.ChainState;
import org.stanj.runtime.chains.Decisions;
import org.stanj.runtime.chains.DrawSink;
import org.stanj.runtime.chains.ElapsedTime;
import org.stanj.runtime.chains.Phase;
import org.stanj.runtime.hmc.TransitionStats;

/**
 * Keeps the checkpoint of a run up to date: the last states of all chains, each taken at its own
 * time, since chains depend on nothing but their own past.
 */
public final class Checkpoints {
  private final String file;
  private final long intervalNanos;
  private final Checkpoint empty;
  private final Decisions decisions;
  private final Map<Integer, Checkpoint.Chain> chains;

  /**
   * @param file is replaced as a whole each time
   * @param seconds between two states of a chain
   * @param first the run, with the chains that were saved before
   * @param decisions of all chains together, which come before the states that follow from them
   */
  public Checkpoints(String file, double seconds, Checkpoint first, Decisions decisions) {
    this.file = file;
    this.intervalNanos = (long) (seconds * 1e9);
    this.empty = first;
    this.decisions = decisions;
    this.chains = new HashMap<>(first.chains());
  }

  /**
   * The files of one chain: each hands its rows to the disk and says how long it is.
   *
   * @param judged the draws that a stop rule judges
   */
  public record Files(LongSupplier draws, LongSupplier diagnostics, Supplier<double[]> judged) {}

  /** Takes the states of a chain; to be called behind what writes its files. */
  public DrawSink sink(int id, Files files) {
    return new Chain(id, files);
  }

  private synchronized void put(int id, Checkpoint.Chain chain) {
    chains.put(id, chain);
    Checkpoint whole =
        new Checkpoint(
            empty.model(),
            empty.program(),
            empty.data(),
            empty.started(),
            empty.given(),
            empty.shownAsDefault(),
            decisions.state(),
            chains);
    try {
      whole.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException(file + ": " + reason(e), e));
    }
  }

  private String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such directory";
    }
    return e instanceof AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
  }

  private final class Chain implements DrawSink {
    private final int id;
    private final Files files;
    private boolean due = true;
    private long taken;

    Chain(int id, Files files) {
      this.id = id;
      this.files = files;
    }

    @Override
    public boolean wantsState() {
      return due || System.nanoTime() - taken >= intervalNanos;
    }

    @Override
    public void state(ChainState state) {
      long draws = files.draws().getAsLong();
      long diagnostics = files.diagnostics().getAsLong();
      put(id, new Checkpoint.Chain(state, draws, diagnostics, files.judged().get()));
      due = false;
      taken = System.nanoTime();
    }

    @Override
    public void finished(ElapsedTime time) {
      due = true;
    }

    @Override
    public void draw(Phase phase, double logDensity, TransitionStats stats, double[] row) {}

    @Override
    public void adapted(Adaptation adaptation) {}
  }
}
