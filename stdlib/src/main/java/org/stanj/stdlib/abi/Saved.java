package org.stanj.stdlib.abi;

/**
 * Containers put onto the stacks of a scratch, as emitted code does it by a call: in place, some
 * sixty branches of their growth were in the middle of a gradient. Sizes but the first follow by
 * {@link Scratch#pushShape(int)}.
 */
public final class Saved {
  private Saved() {}

  /** Saves a real container, its offset and its first size. */
  public static void push(double[] container, int offset, int size, Scratch scratch) {
    scratch.push(container);
    scratch.pushShape(offset, size);
  }

  /** Saves an integer container, its offset and its first size. */
  public static void push(int[] container, int offset, int size, Scratch scratch) {
    scratch.push(container);
    scratch.pushShape(offset, size);
  }
}
