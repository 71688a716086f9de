package org.stanj.stdlib.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times of the {@code profile} blocks that one scratch has run, for each thread that ran them. One
 * thread changes it at a time; others may read it when the run is over. Entering and leaving a
 * known block reads the clock once each and allocates nothing.
 */
public final class ProfileTimes {
  /** A value alone: no derivative is wanted. */
  public static final int VALUE = 0;

  /** The forward sweep of a gradient, or both its sweeps where they run together. */
  public static final int FORWARD = 1;

  /** The reverse sweep of a gradient. */
  public static final int REVERSE = 2;

  private static final int PARTS = 3;

  private final List<Block> blocks = new ArrayList<>();

  /** The blocks that run, outermost first, and when they began. */
  private Block[] open = new Block[PARTS];

  private long[] begun = new long[PARTS];
  private int depth;

  /**
   * The times of one block on one thread.
   *
   * @param name of the block
   * @param thread that ran it
   * @param forwardNanos of values and forward sweeps
   * @param reverseNanos of reverse sweeps
   * @param gradients number of forward sweeps
   * @param values number of values alone
   */
  public record Entry(
      String name, long thread, long forwardNanos, long reverseNanos, long gradients, long values) {
    /** Both together, under this one's name and thread. */
    public Entry plus(Entry other) {
      return new Entry(
          name,
          thread,
          forwardNanos + other.forwardNanos,
          reverseNanos + other.reverseNanos,
          gradients + other.gradients,
          values + other.values);
    }
  }

  private static final class Block {
    private final String name;
    private final long thread;
    private final long[] nanos = new long[PARTS];
    private final long[] calls = new long[PARTS];
    private int open;

    Block(String name, long thread) {
      this.name = name;
      this.thread = thread;
    }
  }

  /** Forgets the parts that an exception has left: they count for nothing. */
  void begin() {
    while (depth > 0) {
      open[--depth].open--;
    }
  }

  /** A part of a block begins. */
  void enter(String name, int part) {
    Block block = block(name);
    block.open++;
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
      begun = Arrays.copyOf(begun, 2 * depth);
    }
    open[depth] = block;
    begun[depth++] = System.nanoTime();
  }

  /**
   * The part ends that has begun last and has not ended. Parts in it that an exception has left
   * count for nothing, and so does the time of a block within itself, which is that of the outer.
   */
  void leave(String name, int part) {
    long now = System.nanoTime();
    Block block;
    do {
      block = open[--depth];
      block.open--;
    } while (!block.name.equals(name));
    block.calls[part]++;
    if (block.open == 0) {
      block.nanos[part] += now - begun[depth];
    }
  }

  private Block block(String name) {
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.thread == thread && block.name.equals(name)) {
        return block;
      }
    }
    Block block = new Block(name, thread);
    blocks.add(block);
    return block;
  }

  /** What has been measured so far, in the order in which the blocks were first entered. */
  public List<Entry> entries() {
    return blocks.stream().map(ProfileTimes::entry).toList();
  }

  private static Entry entry(Block block) {
    return new Entry(
        block.name,
        block.thread,
        block.nanos[VALUE] + block.nanos[FORWARD],
        block.nanos[REVERSE],
        block.calls[FORWARD],
        block.calls[VALUE]);
  }
}
