package org.stanj.compiler.differentiate;

import java.util.HashSet;
import java.util.Set;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Variables whose values (or, of containers, references) a statement and what is in it use. */
final class Needs {
  private Needs() {}

  static Set<Var> of(Stmt s) {
    Set<Var> used = new HashSet<>();
    s.walk(
        t -> {
          t.forEachExpression(e -> used.addAll(Variables.in(e)));
          used.addAll(Variables.containersRead(t));
          used.addAll(Variables.elementsWritten(t));
          if (t instanceof Stmt.Declare d) {
            used.remove(d.variable());
          }
        });
    return used;
  }
}
