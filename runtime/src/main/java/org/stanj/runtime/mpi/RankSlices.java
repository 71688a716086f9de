package org.stanj.runtime.mpi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;

/**
 * Shares out the chunks of each work among all ranks, or keeps them here where that is faster. Each
 * scratch has one of its own.
 */
final class RankSlices implements SliceRunner {
  private final Ranks ranks;
  private final SliceRunner local;
  private final int threads;
  private final boolean automatic;
  private final Block block = new Block();
  private final @Nullable Trial[][] trials = new Trial[SliceWork.Form.values().length][0];
  private boolean working;

  RankSlices(Ranks ranks, Ranks.Local here) {
    this.ranks = ranks;
    this.local = here.runners().get();
    this.threads = here.threads();
    this.automatic = here.automatic();
  }

  @Override
  public void run(SliceWork work, Kernels model, Scratch scratch) {
    if (working || (work.automatic() && !automatic)) {
      // a sum within a chunk of ours: the other ranks have theirs to do
      local.run(work, model, scratch);
      return;
    }
    working = true;
    try {
      Trial trial = trial(work);
      if (trial.sends()) {
        share(work, model, scratch, trial);
      } else {
        long begin = System.nanoTime();
        local.run(work, model, scratch);
        trial.stayed(System.nanoTime() - begin);
      }
    } finally {
      working = false;
    }
  }

  private void share(SliceWork work, Kernels model, Scratch scratch, Trial trial) {
    Exchange exchange = ranks.borrow();
    long begin = System.nanoTime();
    exchange.send(work);
    int own = Block.start(work.chunks(), ranks.size(), 1);
    long start = System.nanoTime();
    @Nullable Throwable thrown = own(work, own, exchange, model, scratch);
    long end = System.nanoTime();
    exchange.await();
    try {
      exchange.unpack(work, scratch.sink, thrown);
    } finally {
      ranks.giveBack(exchange);
    }
    double share = (double) rounds(work.chunks()) / rounds(own);
    trial.shared(end - start, share, System.nanoTime() - begin);
  }

  /** How often each of our threads runs a chunk. */
  private int rounds(int chunks) {
    return (chunks + threads - 1) / threads;
  }

  /** Runs our chunks. What they throw must wait: replies are on their way. */
  private @Nullable Throwable own(
      SliceWork work, int count, Exchange exchange, Kernels model, Scratch scratch) {
    try {
      int from = 0;
      while (from < count && !exchange.sent()) {
        int end = Math.min(count, from + threads);
        local.run(block.between(work, from, end), model, scratch);
        from = end;
      }
      if (from < count) {
        local.run(block.between(work, from, count), model, scratch);
      }
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private Trial trial(SliceWork work) {
    int form = work.form().ordinal();
    int site = Math.abs(work.kind());
    @Nullable Trial[] sites = trials[form];
    if (site >= sites.length) {
      sites = Arrays.copyOf(sites, site + 1);
      trials[form] = sites;
    }
    Trial trial = sites[site];
    if (trial == null) {
      trial = new Trial();
      sites[site] = trial;
    }
    return trial;
  }
}
