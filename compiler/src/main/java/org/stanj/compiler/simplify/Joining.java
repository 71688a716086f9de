package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Exits;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Puts the value of a variable that is read once where it is read, if that is soon after in the
 * same list. The operations and their order in sums stay the same; the code gets shorter.
 */
final class Joining {
  private static final int GREATEST_SIZE = 40;
  private static final int MOST_PENDING = 8;

  /**
   * A value that waits for its use, and what may not be written before: scalars that are written at
   * several places, and the storage of containers that it loads from.
   */
  private record Pending(Stmt.Assign assign, Set<Var> watched) {}

  private final Aliases aliases;
  private final Definitions definitions;
  private final Map<Var, Integer> reads = new HashMap<>();

  private Joining(CoreFunction f) {
    aliases = new Aliases(f.body());
    definitions = new Definitions(f);
    f.body().forEach(s -> s.walk(this::count));
  }

  static CoreFunction run(CoreFunction f) {
    return f.withBody(new Joining(f).list(f.body()));
  }

  private void count(Stmt s) {
    s.forEachExpression(
        e ->
            e.walk(
                x -> {
                  if (x instanceof Expr.Read r) {
                    reads.merge(r.variable(), 1, Integer::sum);
                  }
                }));
  }

  private boolean mayMove(Stmt.Assign a) {
    Var v = a.variable();
    int[] size = {0};
    boolean[] pure = {true};
    a.value()
        .walk(
            e -> {
              size[0]++;
              pure[0] &=
                  !(e instanceof Expr.HasInit)
                      && !(e instanceof Expr.Apply apply && apply.primitive().random());
            });
    return v.storage() == Var.Storage.LOCAL
        && definitions.isMadeOnce(v)
        && reads.getOrDefault(v, 0) == 1
        && pure[0]
        && size[0] <= GREATEST_SIZE;
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    Map<Var, Pending> pending = new LinkedHashMap<>();
    for (Stmt given : body) {
      Stmt s =
          pending.isEmpty() || given instanceof Compound.While
              ? given
              : given.mapExpressions(e -> replaced(e, pending));
      boolean[] bodies = {false};
      s.forEachBody(b -> bodies[0] = true);
      if (bodies[0]) {
        flush(pending, out);
        out.add(s.mapBodies(this::list));
      } else {
        settle(s, pending, out);
        if (s instanceof Stmt.Assign a && mayMove(a)) {
          pending.put(a.variable(), new Pending(a, watched(a.value())));
        } else {
          out.add(s);
        }
      }
    }
    flush(pending, out);
    return out;
  }

  private static Expr replaced(Expr e, Map<Var, Pending> pending) {
    if (e instanceof Expr.Read r) {
      Pending p = pending.remove(r.variable());
      return p == null ? e : p.assign().value();
    }
    return e.mapChildren(child -> replaced(child, pending));
  }

  private static void flush(Map<Var, Pending> pending, List<Stmt> out) {
    pending.values().forEach(p -> out.add(p.assign()));
    pending.clear();
  }

  private Set<Var> watched(Expr value) {
    Set<Var> watched = new HashSet<>();
    value.walk(
        e -> {
          if (e instanceof Expr.Read r && !definitions.isFixed(r.variable())) {
            watched.add(r.variable());
          } else if (e instanceof Expr.Load l) {
            watched.add(aliases.storage(l.container()));
          } else if (e instanceof Expr.Dim d) {
            watched.add(aliases.storage(d.container()));
          }
        });
    return watched;
  }

  /** Whether the statement, which has no bodies, writes any of these. */
  private boolean writes(Stmt s, Set<Var> watched) {
    if (watched.isEmpty()) {
      return false;
    }
    boolean found = false;
    for (Var v : Variables.defined(s)) {
      found |= watched.contains(aliases.storage(v));
    }
    for (Var v : Variables.elementsWritten(s)) {
      found |= watched.contains(aliases.storage(v));
    }
    return found;
  }

  /** Writes out values that may not wait any longer. */
  private void settle(Stmt s, Map<Var, Pending> pending, List<Stmt> out) {
    if (pending.isEmpty()) {
      return;
    }
    boolean all = Exits.isExit(s) || s instanceof Stmt.Call;
    int excess = pending.size() - MOST_PENDING;
    Iterator<Pending> waiting = pending.values().iterator();
    while (waiting.hasNext()) {
      Pending p = waiting.next();
      if (all || excess-- > 0 || writes(s, p.watched())) {
        out.add(p.assign());
        waiting.remove();
      }
    }
  }
}
