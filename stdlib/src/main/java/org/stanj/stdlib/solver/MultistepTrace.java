package org.stanj.stdlib.solver;

import java.util.Arrays;
import org.stanj.stdlib.abi.Sizes;

/**
 * What an integration did to its history, event after event: written forward, read from the end.
 * The last number of an event holds its kind and the order.
 */
final class MultistepTrace {
  private static final int FIRST = 256;
  private static final int KINDS = 8;
  private static final int MOST = 1 << 26;

  /** z₁ = h y′(t₀). Numbers: h. */
  static final int START = 0;

  /** z_j *= r^j. Numbers: r. */
  static final int RESCALE = 1;

  /** The order drops from q. Numbers: coefficients 2 to q - 1. */
  static final int LOWER = 2;

  /** The order rises from q. Numbers: coefficients 2 to q, factor of the correction. */
  static final int RAISE = 3;

  /** z = (z₀, h f(t, z₀)), order 1. Numbers: t, h, z₀. */
  static final int RESTART = 4;

  /** A step of order q. Numbers: l₁ to l_q, t, h, arguments after t. */
  static final int STEP = 5;

  /** An output is Σ_{j≤q} s^j z_j. Numbers: y′, its index, s. */
  static final int OUTPUT = 6;

  private final boolean wanted;
  private double[] numbers;
  private int size;

  MultistepTrace(boolean wanted) {
    this.wanted = wanted;
    numbers = new double[wanted ? FIRST : 0];
  }

  boolean wanted() {
    return wanted;
  }

  /** Whether the trace is as long as it may become: half a gigabyte. */
  boolean full() {
    return size > MOST;
  }

  void add(double x) {
    if (size == numbers.length) {
      reserve(1);
    }
    numbers[size++] = x;
  }

  void addAll(double[] from, int at, int count) {
    if (count > numbers.length - size) {
      reserve(count);
    }
    System.arraycopy(from, at, numbers, size, count);
    size += count;
  }

  void end(int kind, int order) {
    add(order * KINDS + kind);
  }

  private void reserve(int count) {
    numbers = Arrays.copyOf(numbers, Math.max(2 * size, Sizes.sum(size, count)));
  }

  double[] toArray() {
    return Arrays.copyOf(numbers, size);
  }

  static int kind(double end) {
    return (int) end % KINDS;
  }

  static int order(double end) {
    return (int) end / KINDS;
  }
}
