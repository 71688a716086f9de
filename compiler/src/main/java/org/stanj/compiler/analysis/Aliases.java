package org.stanj.compiler.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Which names of a function may stand for the same elements, and which surely do. */
public final class Aliases {
  /** What each view is a view of: several containers if views of one name differ by branch. */
  private final Map<Var, Set<Var>> viewed = new HashMap<>();

  private final Map<Var, Var> parents = new HashMap<>();

  public Aliases(List<Stmt> body) {
    body.forEach(s -> s.walk(this::look));
  }

  /**
   * The same variable for all containers that may share elements: a view with what it is a view of,
   * and the container that a call returns with those passed to it.
   */
  public Var storage(Var container) {
    Var parent = parents.get(container);
    if (parent == null) {
      return container;
    }
    Var root = storage(parent);
    parents.put(container, root);
    return root;
  }

  /** The containers that may hold the elements that a name stands for, as far as views tell. */
  public Set<Var> owners(Var v) {
    Set<Var> of = viewed.get(v);
    if (of == null) {
      return Set.of(v);
    }
    Set<Var> all = new HashSet<>();
    of.forEach(o -> all.addAll(owners(o)));
    return all;
  }

  /** The container that surely holds them; empty where a name has several meanings. */
  public Optional<Var> owner(Var v, Definitions definitions) {
    if (!definitions.isFixed(v)) {
      return Optional.empty();
    }
    Set<Var> of = viewed.get(v);
    return of == null ? Optional.of(v) : owner(of.iterator().next(), definitions);
  }

  private void look(Stmt s) {
    if (s instanceof Stmt.View v) {
      viewed.computeIfAbsent(v.variable(), k -> new HashSet<>()).add(v.of());
      join(v.variable(), v.of());
    } else if (s instanceof Stmt.Call c && c.result().isPresent()) {
      Var result = c.result().get();
      for (Operand o : c.arguments()) {
        if (o instanceof Operand.Container given && !result.isScalar()) {
          join(result, given.variable());
        }
      }
    }
  }

  private void join(Var a, Var b) {
    Var rootOfA = storage(a);
    Var rootOfB = storage(b);
    if (!rootOfA.equals(rootOfB) && rootOfA.type().kind() == rootOfB.type().kind()) {
      parents.put(rootOfA, rootOfB);
    }
  }
}
