package org.stanj.compiler.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** How the real variables of a function are used: as sums that end in the target, or otherwise. */
final class TargetTerms {
  /** Counts of the occurrences of a variable. */
  private static final class Uses {
    private int sets;
    private int updates;
    private int additions;
    private int others;
    private double factor;
  }

  private final Map<Var, Uses> uses = new HashMap<>();

  TargetTerms(List<Var> parameters, List<Stmt> body) {
    parameters.forEach(this::other);
    other(Target.VARIABLE);
    body.forEach(s -> s.walk(this::count));
  }

  private Uses of(Var v) {
    return uses.computeIfAbsent(v, k -> new Uses());
  }

  private void other(Var v) {
    of(v).others++;
  }

  private void count(Stmt s) {
    if (s instanceof Stmt.Increment i) {
      of(i.variable()).updates++;
      Variables.in(i.value()).forEach(this::other);
    } else if (s instanceof Stmt.Assign a) {
      of(a.variable()).sets++;
      Variables.in(a.value()).forEach(this::other);
    } else if (s instanceof Stmt.AddTarget t) {
      Linear.forEachTerm(t.value(), 1, this::addition);
    } else {
      Variables.defined(s).forEach(this::other);
      s.forEachExpression(e -> Variables.in(e).forEach(this::other));
    }
  }

  private void addition(Expr e, double factor) {
    if (e instanceof Expr.Read r && r.variable().isReal()) {
      of(r.variable()).additions++;
      of(r.variable()).factor = factor;
    } else {
      Variables.in(e).forEach(this::other);
    }
  }

  /** Whether the variable is used for nothing but one addition to the target. */
  boolean isTerm(Var v) {
    Uses u = of(v);
    return v.isReal() && u.additions == 1 && u.others == 0;
  }

  /** The literal by which such a variable is multiplied when it is added to the target. */
  double factor(Var v) {
    return of(v).factor;
  }

  /** Number of assignments that set the variable to what does not depend on its value. */
  int sets(Var v) {
    return of(v).sets;
  }

  int updates(Var v) {
    return of(v).updates;
  }
}
