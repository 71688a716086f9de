package org.stanj.compiler.simplify;

import java.util.Optional;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;

/** An int expression as something plus a constant. */
record Shifted(Optional<Expr> base, long by) {
  static Shifted of(Expr e) {
    if (e instanceof Expr.IntLiteral i) {
      return new Shifted(Optional.empty(), i.value());
    }
    if (Exprs.isOperation(e, Operator.ADD_INT)
        && Exprs.operand(e, 1) instanceof Expr.IntLiteral i) {
      return of(Exprs.operand(e, 0)).plus(i.value());
    }
    return new Shifted(Optional.of(e), 0);
  }

  Shifted plus(long more) {
    return new Shifted(base, by + more);
  }

  /** Whether it is less than the other whatever the values of variables. */
  boolean isLess(Shifted other) {
    return base.equals(other.base) && by < other.by;
  }

  /** {@code to - from + 1}. */
  static Expr length(Expr from, Expr to) {
    Shifted first = of(from);
    Expr whole = first.base().map(b -> Exprs.subtractInt(to, b)).orElse(to);
    return Exprs.addInt(whole, Exprs.integer((int) (1 - first.by())));
  }
}
