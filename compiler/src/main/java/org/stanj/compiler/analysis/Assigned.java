package org.stanj.compiler.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.Var;

/** The variables that surely have a value at the place that a traversal has reached. */
public final class Assigned {
  private final Set<Var> assigned = new HashSet<>();
  private final List<Var> order = new ArrayList<>();

  public void add(Var v) {
    if (assigned.add(v)) {
      order.add(v);
    }
  }

  public boolean contains(Var v) {
    return v.storage() == Var.Storage.FIELD || assigned.contains(v);
  }

  public int mark() {
    return order.size();
  }

  /** Forgets what was added since the mark: it may not have run. */
  public void release(int mark) {
    List<Var> since = order.subList(mark, order.size());
    assigned.removeAll(since);
    since.clear();
  }
}
