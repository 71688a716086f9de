package org.stanj.compiler.core;

import java.util.HashMap;
import java.util.Map;

/** Gives out names that are unique in a function. */
public final class Names {
  private final Map<String, Integer> next = new HashMap<>();

  /** {@code base} if it is free, else {@code base} with a number; points become underscores. */
  public String fresh(String base) {
    return unused(base.replace('.', '_'));
  }

  private String unused(String base) {
    Integer n = next.putIfAbsent(base, 1);
    if (n == null) {
      return base;
    }
    while (true) {
      String name = base + "_" + n++;
      if (next.putIfAbsent(name, 1) == null) {
        next.put(base, n);
        return name;
      }
    }
  }

  /** A new local variable. */
  public Var local(String base, CoreType type) {
    return Var.local(fresh(base), type);
  }

  /** Marks all names in a function as taken. */
  public void reserve(CoreFunction function) {
    function.parameters().forEach(p -> next.putIfAbsent(p.name(), 1));
    function
        .body()
        .forEach(
            s -> s.walk(t -> Variables.defined(t).forEach(v -> next.putIfAbsent(v.name(), 1))));
  }
}
