package org.stanj.compiler.bindtime;

import java.util.List;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;

/** The condition under which an expression can be evaluated: what it loads is in range. */
public final class Guards {
  private Guards() {}

  /** 1 where all that the expression loads on its way is there; itself it loads nothing else. */
  public static Expr of(Expr e) {
    if (e instanceof Expr.Choose c) {
      Expr yes = of(c.yes());
      Expr no = of(c.no());
      Expr arms = yes.equals(no) ? yes : new Expr.Choose(c.test(), yes, no);
      return Exprs.and(of(c.test()), arms);
    }
    boolean and = Exprs.isOperation(e, Operator.AND);
    if (and || Exprs.isOperation(e, Operator.OR)) {
      Expr first = Exprs.operand(e, 0);
      Expr second = of(Exprs.operand(e, 1));
      Expr skipped = and ? Exprs.not(first) : first;
      Expr rest = Exprs.isInt(second, 1) ? second : Exprs.or(skipped, second);
      return Exprs.and(of(first), rest);
    }
    Expr all = Exprs.TRUE;
    for (Expr child : e.children()) {
      all = Exprs.and(all, of(child));
    }
    return e instanceof Expr.Load l ? Exprs.and(all, inRange(l)) : all;
  }

  private static Expr inRange(Expr.Load l) {
    List<Expr> at = l.at();
    int rank = l.container().type().rank();
    if (at.size() != rank) {
      return within(at.get(0), Exprs.length(l.container()));
    }
    Expr all = Exprs.TRUE;
    for (int d = 0; d < rank; d++) {
      all = Exprs.and(all, within(at.get(d), new Expr.Dim(l.container(), d)));
    }
    return all;
  }

  private static Expr within(Expr at, Expr size) {
    return Exprs.and(
        Exprs.op(Operator.LESS_EQUAL_INT, Exprs.integer(0), at),
        Exprs.op(Operator.LESS_INT, at, size));
  }
}
