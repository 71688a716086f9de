package org.stanj.compiler.bindtime;

import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;

/** A loop of a nest; its bounds are those of {@link DataValues}. */
public record Level(Var index, Expr from, Expr to) {
  /** How often it runs. */
  public Expr length() {
    Expr length = Exprs.addInt(Exprs.subtractInt(to, from), Exprs.integer(1));
    Expr some = Exprs.op(Operator.LESS_EQUAL_INT, from, to);
    return new Expr.Choose(some, length, Exprs.integer(0));
  }
}
