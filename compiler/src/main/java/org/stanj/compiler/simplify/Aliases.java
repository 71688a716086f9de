package org.stanj.compiler.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.Operand;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Which containers of a function may share their elements: a view with what it is a view of, and
 * the container that a call returns with the containers passed to it.
 */
public final class Aliases {
  private final Map<Var, Var> parents = new HashMap<>();

  public Aliases(List<Stmt> body) {
    body.forEach(s -> s.walk(this::join));
  }

  /** The same variable for all containers that may share elements. */
  public Var storage(Var container) {
    Var parent = parents.get(container);
    if (parent == null) {
      return container;
    }
    Var root = storage(parent);
    parents.put(container, root);
    return root;
  }

  private void join(Stmt s) {
    if (s instanceof Stmt.View v) {
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
