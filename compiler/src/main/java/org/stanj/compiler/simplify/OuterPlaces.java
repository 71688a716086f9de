package org.stanj.compiler.simplify;

import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.PlaceChain;
import org.stanj.compiler.core.Stmt;

/**
 * Adds the place of a call to all that may reject in the body that is written out for it: messages
 * name the same chain of calls as if the function were called.
 */
final class OuterPlaces {
  private final String outer;

  /**
   * @param outer place of the call; nothing changes where it is empty
   */
  OuterPlaces(String outer) {
    this.outer = outer;
  }

  Stmt statement(Stmt s) {
    return outer.isEmpty() ? s : placed(s);
  }

  private List<Stmt> list(List<Stmt> body) {
    return body.stream().map(this::placed).toList();
  }

  private Stmt placed(Stmt s) {
    Stmt inner = s.mapExpressions(e -> e.rewriteBottomUp(this::placed)).mapBodies(this::list);
    if (inner instanceof Stmt.Reject r) {
      return new Stmt.Reject(r.rejectKind(), r.parts(), join(r.where()));
    } else if (inner instanceof Stmt.Kernel k) {
      return new Stmt.Kernel(k.result(), k.method(), k.arguments(), join(k.where()), k.line());
    } else if (inner instanceof Stmt.Call c) {
      return new Stmt.Call(c.result(), c.function(), c.arguments(), join(c.where()), c.line());
    } else if (inner instanceof Stmt.ParallelSum p) {
      return new Stmt.ParallelSum(
          p.result(),
          p.kernel(),
          p.active(),
          p.passive(),
          p.ints(),
          p.n(),
          p.grainsize(),
          p.adjoint(),
          join(p.where()),
          p.line());
    }
    return inner;
  }

  private Expr placed(Expr e) {
    return e instanceof Expr.Apply a && !a.where().isEmpty()
        ? new Expr.Apply(a.primitive(), a.arguments(), join(a.where()))
        : e;
  }

  private String join(String inner) {
    return PlaceChain.join(inner, outer);
  }
}
