package org.stanj.compiler.lower.function;

import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Target;
import org.stanj.compiler.core.Var;

/**
 * Replaces the target in the body of a function by two variables of its own.
 *
 * @param before the target when the function was called
 * @param amount what the function has added since
 */
record OwnTarget(Var before, Var amount) {
  List<Stmt> list(List<Stmt> body) {
    return body.stream().map(this::statement).toList();
  }

  private Stmt statement(Stmt s) {
    Stmt inner = s.mapExpressions(e -> e.rewriteBottomUp(this::read)).mapBodies(this::list);
    return inner instanceof Stmt.AddTarget term
        ? new Stmt.Assign(amount, Exprs.add(Exprs.read(amount), term.value()))
        : inner;
  }

  private Expr read(Expr e) {
    return Target.isReadBy(e) ? Exprs.add(Exprs.read(before), Exprs.read(amount)) : e;
  }
}
