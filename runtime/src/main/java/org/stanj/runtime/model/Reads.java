package org.stanj.runtime.model;

import org.stanj.stdlib.abi.Scratch;

/** Reads of the data or init context by emitted code; the context is {@code scratch.source}. */
public final class Reads {
  private static final int[] SCALAR = {};

  private Reads() {}

  /** Fills a real container; errors as in {@link DataContext#readReals}. */
  public static void reals(
      Scratch scratch,
      DataContext.Request request,
      double[] into,
      int offset,
      int[] sizes,
      boolean matrix) {
    context(scratch).readReals(request, into, offset, sizes, matrix);
  }

  /** Fills an integer container; errors as in {@link DataContext#readInts}. */
  public static void ints(
      Scratch scratch, DataContext.Request request, int[] into, int offset, int[] sizes) {
    context(scratch).readInts(request, into, offset, sizes);
  }

  /** A real. */
  public static double real(Scratch scratch, DataContext.Request request) {
    double[] value = new double[1];
    context(scratch).readReals(request, value, 0, SCALAR, false);
    return value[0];
  }

  /** An int. */
  public static int integer(Scratch scratch, DataContext.Request request) {
    int[] value = new int[1];
    context(scratch).readInts(request, value, 0, SCALAR);
    return value[0];
  }

  /** 1 if the context has the variable, else 0. */
  public static int has(Scratch scratch, String name) {
    return context(scratch).contains(name) ? 1 : 0;
  }

  private static DataContext context(Scratch scratch) {
    return scratch.source instanceof DataContext context ? context : DataContext.EMPTY;
  }
}
