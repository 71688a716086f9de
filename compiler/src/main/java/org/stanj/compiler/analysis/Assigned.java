package org.stanj.compiler.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Finds the scalars that statements may read before they have given them a value. */
final class Assigned {
  private final Set<Var> early;

  /**
   * @param early receives them, whether or not the statements assign to them at all
   */
  Assigned(Set<Var> early) {
    this.early = early;
  }

  /**
   * @param known what has a value; grows by what has one behind the statements
   */
  void list(List<Stmt> body, Set<Var> known) {
    body.forEach(s -> statement(s, known));
  }

  private void statement(Stmt s, Set<Var> known) {
    s.forEachExpression(
        e -> Variables.in(e).stream().filter(v -> !known.contains(v)).forEach(early::add));
    if (s instanceof Compound.If i) {
      Set<Var> yes = new HashSet<>(known);
      Set<Var> no = new HashSet<>(known);
      list(i.yes(), yes);
      list(i.no(), no);
      yes.retainAll(no);
      known.addAll(yes);
    } else if (s instanceof Compound.For f) {
      Set<Var> round = new HashSet<>(known);
      round.add(f.index());
      list(f.body(), round);
    } else if (s instanceof Compound.While w) {
      list(w.body(), new HashSet<>(known));
    } else {
      s.forEachBody(b -> list(b, known));
      known.addAll(Variables.defined(s));
    }
  }
}
