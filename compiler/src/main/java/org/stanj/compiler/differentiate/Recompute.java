package org.stanj.compiler.differentiate;

import java.util.Map;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Decides which values the reverse sweep computes again rather than takes from the stack: those
 * that cost a few cycles and whose inputs are still there.
 */
final class Recompute {
  private final Writes writes;
  private final Map<Var, Integer> definitions;

  Recompute(Writes writes, Map<Var, Integer> definitions) {
    this.writes = writes;
    this.definitions = definitions;
  }

  boolean again(Stmt s) {
    if (s instanceof Stmt.View) {
      return true;
    }
    if (!(s instanceof Stmt.Assign a)) {
      return false;
    }
    boolean[] cheap = {true};
    a.value().walk(e -> cheap[0] &= isCheap(e) && isThere(e, s));
    return cheap[0];
  }

  private static boolean isCheap(Expr e) {
    return !(e instanceof Expr.Apply
        || e instanceof Expr.Choose
        || (e instanceof Expr.Operation o
            && (o.operator() == Operator.DIVIDE
                || o.operator() == Operator.DIVIDE_INT
                || o.operator() == Operator.MODULO_INT)));
  }

  private boolean isThere(Expr e, Stmt s) {
    if (e instanceof Expr.Read r) {
      Var v = r.variable();
      return v.storage() == Var.Storage.FIELD
          || definitions.getOrDefault(v, 0) <= 1
          || !(writes.writtenAfter(v, s) || writes.isMadeInLoopAround(v, s));
    }
    return !(e instanceof Expr.Load l) || !writes.writtenAfter(l.container(), s);
  }
}
