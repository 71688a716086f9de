package org.stanj.compiler.analysis;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Whether the value that a statement gives a scalar may be read elsewhere in the function: the same
 * name may be given a value of its own there.
 */
final class Lifetimes {
  /** Where a statement stands: in which list, and of which statement that is the body. */
  private record Place(List<Stmt> list, Optional<Stmt> of) {}

  private final Map<Stmt, Place> places = new IdentityHashMap<>();

  /** Statements that stand at several places. */
  private final Set<Stmt> shared = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<Stmt, Set<Var>> early = new IdentityHashMap<>();

  Lifetimes(CoreFunction f) {
    list(f.body(), Optional.empty());
  }

  private void list(List<Stmt> body, Optional<Stmt> of) {
    for (Stmt s : body) {
      if (places.put(s, new Place(body, of)) != null) {
        shared.add(s);
      }
      s.forEachBody(b -> list(b, Optional.of(s)));
    }
  }

  /** Whether a value that {@code s} gives {@code v} may be read outside of it. */
  boolean leaves(Stmt s, Var v) {
    Stmt inner = s;
    while (true) {
      Place place = places.get(inner);
      if (place == null || shared.contains(inner)) {
        return true;
      }
      for (Stmt t : place.list()) {
        if (t != inner && early(t).contains(v)) {
          return true;
        }
      }
      if (place.of().isEmpty()) {
        return false;
      }
      inner = place.of().get();
      if (isRead(inner, place.list(), v)) {
        return true;
      }
    }
  }

  /** Whether a statement reads a scalar of before, but for one of its bodies. */
  private static boolean isRead(Stmt s, List<Stmt> but, Var v) {
    boolean[] read = {false};
    s.forEachExpression(e -> read[0] |= Variables.in(e).contains(v));
    s.forEachBody(b -> read[0] |= b != but && EarlyReads.in(b).contains(v));
    return read[0];
  }

  private Set<Var> early(Stmt s) {
    return early.computeIfAbsent(s, t -> new HashSet<>(EarlyReads.in(List.of(t))));
  }
}
