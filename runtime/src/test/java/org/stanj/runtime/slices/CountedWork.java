package org.stanj.runtime.slices;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.stanj.stdlib.abi.Parcel;
import org.stanj.stdlib.abi.Scratch;
import org.stanj.stdlib.abi.SliceRunner;
import org.stanj.stdlib.abi.SliceWork;

/**
 * Work that counts how often each of its chunks runs and remembers who ran them; the row of a chunk
 * is its number and its square.
 */
class CountedWork extends SliceWork {
  static final int WIDTH = 2;

  final AtomicIntegerArray runs;
  final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Chunk body;

  /** What a chunk does besides. */
  @FunctionalInterface
  interface Chunk {
    void run(int c, SliceRunner.Kernels model, Scratch scratch);
  }

  @Override
  public Form form() {
    throw new UnsupportedOperationException("it stays in this process");
  }

  @Override
  public void write(Parcel parcel) {
    throw new UnsupportedOperationException("it stays in this process");
  }

  @Override
  public void read(Parcel parcel) {
    throw new UnsupportedOperationException("it stays in this process");
  }

  CountedWork(int chunks, Chunk body) {
    this.body = body;
    runs = new AtomicIntegerArray(chunks);
    shape(chunks, WIDTH, new double[chunks * WIDTH + 1], 1);
  }

  @Override
  public void chunk(int c, SliceRunner.Kernels model, Scratch scratch) {
    runs.incrementAndGet(c);
    threads.add(Thread.currentThread());
    body.run(c, model, scratch);
    rows()[row(c)] = c;
    rows()[row(c) + 1] = c * (double) c;
  }

  /** Whether each chunk has run once and has left its row. */
  boolean isComplete() {
    for (int c = 0; c < chunks(); c++) {
      if (runs.get(c) != 1 || rows()[row(c)] != c || rows()[row(c) + 1] != c * (double) c) {
        return false;
      }
    }
    return true;
  }
}
