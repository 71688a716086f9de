package org.stanj.runtime.chains;

import java.util.Map;
import org.stanj.runtime.model.DataContext;

/** Real scalars given by name. */
record Given(Map<String, Double> values) implements DataContext {
  static Given of(String name, double value) {
    return new Given(Map.of(name, value));
  }

  @Override
  public boolean contains(String name) {
    return values.containsKey(name);
  }

  @Override
  public void readReals(Request request, double[] into, int offset, int[] dims, boolean matrix) {
    into[offset] = values.get(request.name());
  }

  @Override
  public void readInts(Request request, int[] into, int offset, int[] dims) {
    throw new AssertionError("no ints");
  }
}
