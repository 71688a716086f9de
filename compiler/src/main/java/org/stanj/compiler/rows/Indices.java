package org.stanj.compiler.rows;

import java.util.Map;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Var;

/** Puts values in the place of the indices of loops. */
final class Indices {
  private Indices() {}

  /** The expression over other values of some variables, folded. */
  static Expr replaced(Expr e, Map<Var, Expr> values) {
    return e.rewriteBottomUp(x -> replacedHere(x, values));
  }

  private static Expr replacedHere(Expr x, Map<Var, Expr> values) {
    if (x instanceof Expr.Read r) {
      return values.getOrDefault(r.variable(), x);
    }
    return x instanceof Expr.Operation o ? Exprs.fold(o.operator(), o.operands()) : x;
  }
}
