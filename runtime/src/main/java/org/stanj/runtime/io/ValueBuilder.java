package org.stanj.runtime.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects nested lists of numbers and checks that they are rectangular. Objects within lists are
 * tuples: their members are builders of their own, whose sizes come after those of the lists around
 * them.
 */
final class ValueBuilder {
  private static final int UNKNOWN = -1;

  private final String name;
  private final List<Integer> sizes = new ArrayList<>();
  private final Map<String, ValueBuilder> members = new LinkedHashMap<>();
  private double[] elements = new double[8];
  private int count;
  private boolean whole = true;
  private int leafDepth = UNKNOWN;

  ValueBuilder(String name) {
    this.name = name;
  }

  /** The builder of a tuple's member; the tuple stands inside {@code depth} lists. */
  ValueBuilder member(String key, int depth) {
    leaf(depth);
    return members.computeIfAbsent(key, k -> new ValueBuilder(name + "." + k));
  }

  /** A number inside {@code depth} lists. */
  void add(double value, boolean isWhole, int depth) {
    leaf(depth);
    if (count == elements.length) {
      elements = Arrays.copyOf(elements, 2 * count);
    }
    elements[count++] = value;
    whole &= isWhole;
  }

  private void leaf(int depth) {
    if (leafDepth == UNKNOWN) {
      leafDepth = depth;
    }
    if (leafDepth != depth || sizes.size() > depth) {
      throw problem("ill-formed array.");
    }
  }

  /** The opening of a list inside {@code depth} others. */
  void open(int depth) {
    if (leafDepth != UNKNOWN && leafDepth <= depth) {
      throw problem("ill-formed array.");
    }
  }

  /** The end of a list of {@code size} elements inside {@code depth} others. */
  void close(int depth, int size) {
    while (sizes.size() <= depth) {
      sizes.add(UNKNOWN);
    }
    if (sizes.get(depth) == UNKNOWN) {
      sizes.set(depth, size);
    } else if (sizes.get(depth) != size) {
      throw problem("non-rectangular array.");
    }
  }

  FileProblem problem(String what) {
    return new FileProblem("Variable: " + name + ", error: " + what);
  }

  /** Adds the finished values under this builder's name, and those of its members. */
  void finish(int[] outer, Map<String, Values> into) {
    int[] dims = Arrays.copyOf(outer, outer.length + sizes.size());
    for (int d = 0; d < sizes.size(); d++) {
      dims[outer.length + d] = Math.max(sizes.get(d), 0);
    }
    long expected = Values.product(dims);
    if (members.isEmpty() && (count > 0 || expected == 0)) {
      if (expected != count) {
        throw problem("size mismatch between tuple elements");
      }
      into.put(name, new Values(Arrays.copyOf(elements, count), whole, dims));
    }
    members.values().forEach(m -> m.finish(dims, into));
  }
}
