package org.stanj.compiler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Mapping over lists of children that keeps identity where nothing changes. */
final class Children {
  private Children() {}

  static <T> List<T> map(List<T> children, UnaryOperator<T> f) {
    List<T> mapped = new ArrayList<>(children.size());
    boolean same = true;
    for (T child : children) {
      T m = f.apply(child);
      same &= m == child;
      mapped.add(m);
    }
    return same ? children : mapped;
  }
}
