package org.stanj.runtime.model;

import java.util.Arrays;

/** The context of a run without a data file. */
final class EmptyDataContext implements DataContext {
  @Override
  public boolean contains(String name) {
    return false;
  }

  @Override
  public void readReals(Request request, double[] into, int offset, int[] dims, boolean matrix) {
    absent(request, "double", dims);
  }

  @Override
  public void readInts(Request request, int[] into, int offset, int[] dims) {
    absent(request, "int", dims);
  }

  private static void absent(Request request, String base, int[] dims) {
    if (Arrays.stream(dims).noneMatch(d -> d == 0)) {
      throw DataException.absent(request, base, dims);
    }
  }
}
