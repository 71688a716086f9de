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
    Block own = block.of(work, ranks.size(), 0);
    long start = System.nanoTime();
    @Nullable Throwable thrown = run(own, model, scratch);
    long end = System.nanoTime();
    exchange.await();
    try {
      exchange.unpack(work, scratch.sink, thrown);
    } finally {
      ranks.giveBack(exchange);
    }
    double share = (double) rounds(work) / rounds(own);
    trial.shared(end - start, share, System.nanoTime() - begin);
  }

  /** How often each of our threads runs a chunk. */
  private int rounds(SliceWork work) {
    return (work.chunks() + threads - 1) / threads;
  }

  /** What it throws must wait: replies are on their way. */
  private @Nullable Throwable run(Block own, Kernels model, Scratch scratch) {
    try {
      local.run(own, model, scratch);
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
