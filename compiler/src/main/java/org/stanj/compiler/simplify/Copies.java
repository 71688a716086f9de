package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.analysis.Aliases;
import org.stanj.compiler.analysis.Definitions;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Makes a copy of what never changes a view of it, if it never changes either: locals that name a
 * part of an argument or of data.
 *
 * <p>Small containers stay, since they become scalars in the end.
 */
final class Copies {
  private final KnownShapes shapes;
  private final Aliases aliases;
  private final Definitions definitions;
  private final Set<Var> parameters;
  private final Map<Var, Integer> writes = new HashMap<>();

  private Copies(CoreFunction f) {
    shapes = new KnownShapes(f);
    aliases = new Aliases(f.body());
    definitions = new Definitions(f);
    parameters = new HashSet<>(f.parameters());
    f.body().forEach(s -> s.walk(this::look));
  }

  static CoreFunction run(CoreFunction f) {
    return f.withBody(new Copies(f).list(f.body()));
  }

  private void look(Stmt s) {
    Variables.elementsWritten(s).forEach(v -> writes.merge(aliases.storage(v), 1, Integer::sum));
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      out.add(s.mapBodies(this::list));
    }
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i) instanceof Stmt.Copy c) {
        int made = onlyMadeFor(c, out.subList(0, i));
        if (made >= 0) {
          List<Expr> sizes = ((Stmt.Declare) out.get(made)).sizes();
          out.set(i, new Stmt.View(c.to(), c.from(), Exprs.integer(0), sizes));
          out.remove(made);
          i--;
        }
      }
    }
    return out;
  }

  /** Where the container is made that the copy alone fills, if both can go; else -1. */
  private int onlyMadeFor(Stmt.Copy c, List<Stmt> before) {
    if (!lasts(c.from()) || writes.getOrDefault(aliases.storage(c.to()), 0) != 1) {
      return -1;
    }
    int i = before.size() - 1;
    while (i >= 0 && !mentions(before.get(i), c.to())) {
      i--;
    }
    return i >= 0 && before.get(i) instanceof Stmt.Declare d && goes(d) ? i : -1;
  }

  /** Whether the elements are those of a parameter or a field, and the function leaves them. */
  private boolean lasts(Var v) {
    return aliases
        .owner(v, definitions)
        .filter(root -> isField(root) || parameters.contains(root))
        .filter(root -> writes.getOrDefault(aliases.storage(root), 0) == 0)
        .isPresent();
  }

  private boolean goes(Stmt.Declare d) {
    Var v = d.variable();
    boolean small = shapes.of(v).isPresent();
    boolean plain = v.storage() == Var.Storage.LOCAL && d.fill() == Stmt.Fill.NONE;
    return plain && shapes.isMadeOnce(v) && !small && d.sizes().stream().allMatch(this::isStable);
  }

  /** Whether the expression has the same value a few statements later. */
  private boolean isStable(Expr e) {
    boolean[] stable = {true};
    e.walk(
        x -> {
          if (x instanceof Expr.Read r) {
            stable[0] &= shapes.isMadeOnce(r.variable()) || isField(r.variable());
          } else if (x instanceof Expr.Load) {
            stable[0] = false;
          }
        });
    return stable[0];
  }

  private static boolean isField(Var v) {
    return v.storage() == Var.Storage.FIELD;
  }

  private static boolean mentions(Stmt s, Var v) {
    boolean[] found = {false};
    s.walk(
        t -> {
          found[0] |= Variables.defined(t).contains(v);
          found[0] |= Variables.elementsWritten(t).contains(v);
          found[0] |= Variables.containersRead(t).contains(v);
          t.forEachExpression(e -> found[0] |= Variables.in(e).contains(v));
        });
    return found[0];
  }
}
