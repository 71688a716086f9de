package org.stanj.runtime.mpi;

import org.stanj.stdlib.abi.Parcel;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;

/** Some chunks of a work, one after the other, as work of their own. */
final class Block extends SliceWork {
  private SliceWork whole = this;
  private int first;

  /**
   * The first chunk of a rank. All ranks have as many chunks but for one, which the last ones have
   * more; where there are fewer chunks than ranks, the first ranks have one each.
   */
  static int start(int chunks, int ranks, int rank) {
    int least = chunks / ranks;
    if (least == 0) {
      return Math.min(rank, chunks);
    }
    int more = chunks % ranks;
    return least * rank + Math.max(0, rank - (ranks - more));
  }

  /** Becomes the chunks of a rank. */
  Block of(SliceWork work, int ranks, int rank) {
    int from = start(work.chunks(), ranks, rank);
    return between(work, from, start(work.chunks(), ranks, rank + 1));
  }

  /** Becomes the chunks before {@code end}. */
  Block between(SliceWork work, int from, int end) {
    whole = work;
    first = from;
    shape(end - from, work.width(), work.rows(), work.row(from));
    return this;
  }

  @Override
  public void chunk(int c, SliceRunner.Kernels model, Scratch scratch) {
    whole.chunk(first + c, model, scratch);
  }

  @Override
  public boolean automatic() {
    return whole.automatic();
  }

  @Override
  public Form form() {
    return whole.form();
  }

  @Override
  public int kind() {
    return whole.kind();
  }

  /** Its share of the whole. */
  @Override
  public int size() {
    return (int) ((long) whole.size() * chunks() / Math.max(1, whole.chunks()));
  }

  @Override
  public void write(Parcel parcel) {
    throw new UnsupportedOperationException("a block does not travel");
  }

  @Override
  public void read(Parcel parcel) {
    throw new UnsupportedOperationException("a block does not travel");
  }
}
