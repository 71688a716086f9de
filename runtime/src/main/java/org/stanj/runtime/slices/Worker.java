package org.stanj.runtime.slices;

import org.stanj.stdlib.abi.PrintSink;
import org.stanj.stdlib.abi.Scratch;

/** A thread at work on chunks, one work after the other; what they print goes to their desk. */
final class Worker implements PrintSink {
  private final Cores cores;
  private final int rank;
  private final Desk nowhere = new Desk();
  private Desk desk = nowhere;
  private int chunk;

  /**
   * @param rank of a helper, from 0, which works while there is a core for it; negative for owners,
   *     who always do
   */
  Worker(Cores cores, int rank) {
    this.cores = cores;
    this.rank = rank;
  }

  /** Whether it may compute now. */
  boolean mayWork() {
    return rank < 0 || rank < cores.free();
  }

  /**
   * Claims and runs chunks until none is left.
   *
   * @param number of the work
   * @param scratch in which chunks run; they print here
   * @return how many chunks it has claimed: they are done
   */
  int work(Desk at, int number, Scratch scratch) {
    PrintSink sink = scratch.sink;
    scratch.sink = this;
    desk = at;
    int claimed = 0;
    for (long range = at.claim(number); range != 0; range = next(number)) {
      claimed += (int) range;
      if (!runAll((int) (range >>> 32), (int) range, scratch)) {
        claimed += at.drop(number);
      }
    }
    desk = nowhere;
    scratch.sink = sink;
    return claimed;
  }

  private long next(int number) {
    return mayWork() ? desk.claim(number) : 0;
  }

  private boolean runAll(int first, int count, Scratch scratch) {
    for (chunk = first; chunk < first + count; chunk++) {
      if (!desk.runs(chunk, scratch)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void line(String text) {
    desk.print(chunk, text);
  }
}
