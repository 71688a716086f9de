package org.stanj.compiler.differentiate;

import java.util.Map;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Counts the statements that give a variable its value. */
final class Definitions {
  private Definitions() {}

  static void count(Stmt s, Map<Var, Integer> into) {
    Variables.defined(s).forEach(v -> into.merge(v, 1, Integer::sum));
  }
}
