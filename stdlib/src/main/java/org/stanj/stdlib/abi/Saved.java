package org.stanj.stdlib.abi;

/**
 * Containers put onto the stacks of a scratch, as emitted code does it by a call: in place, some
 * sixty branches of their growth were in the middle of a gradient.
 */
public final class Saved {
  private Saved() {}

  /** Saves a container of one dimension. */
  public static void push(double[] container, int offset, int size, Scratch scratch) {
    scratch.push(container);
    scratch.pushShape(offset, size);
  }

  /** Saves a container of two dimensions. */
  public static void push(double[] container, int offset, int m, int n, Scratch scratch) {
    scratch.push(container);
    scratch.pushShape(offset, m);
    scratch.pushShape(n);
  }

  /** Saves a container of one dimension. */
  public static void push(int[] container, int offset, int size, Scratch scratch) {
    scratch.push(container);
    scratch.pushShape(offset, size);
  }

  /** Saves a container of two dimensions. */
  public static void push(int[] container, int offset, int m, int n, Scratch scratch) {
    scratch.push(container);
    scratch.pushShape(offset, m);
    scratch.pushShape(n);
  }
}
