package org.stanj.compiler.simplify;

import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;

/**
 * Takes the greatest invariant parts out of expressions.
 *
 * <p>A division by an invariant becomes a product with its reciprocal, which is computed before the
 * loop: the result may differ by a rounding error, and is 0 or infinite where the reciprocal
 * overflows (divisors below 6e-309).
 */
final class InvariantExpressions {
  private final Preheader preheader;

  InvariantExpressions(Preheader preheader) {
    this.preheader = preheader;
  }

  Expr rewrite(Expr e, Place place) {
    Preheader.Traits t = preheader.traits(e);
    if (!t.work()) {
      return e;
    }
    if (preheader.mayMove(e, place)) {
      return preheader.moved(e, place);
    }
    if (e instanceof Expr.Choose c) {
      return choice(c, place);
    }
    if (Exprs.isOperation(e, Operator.GUARDED)) {
      return e.mapChildren(child -> rewrite(child, Place.SOMETIMES));
    }
    if (Exprs.isOperation(e, Operator.AND) || Exprs.isOperation(e, Operator.OR)) {
      return decision((Expr.Operation) e, place);
    }
    if (Exprs.isOperation(e, Operator.DIVIDE)) {
      return division((Expr.Operation) e, place);
    }
    return e.mapChildren(child -> rewrite(child, place));
  }

  private Expr choice(Expr.Choose c, Place place) {
    Expr test = rewrite(c.test(), place);
    boolean regular = preheader.mayMove(test, place);
    Place yes = regular ? place.where(test) : Place.SOMETIMES;
    Place no = regular ? place.where(Exprs.not(test)) : Place.SOMETIMES;
    return new Expr.Choose(test, rewrite(c.yes(), yes), rewrite(c.no(), no));
  }

  private Expr decision(Expr.Operation o, Place place) {
    Expr first = rewrite(o.operands().get(0), place);
    Expr second = rewrite(o.operands().get(1), Place.SOMETIMES);
    return Exprs.op(o.operator(), first, second);
  }

  private Expr division(Expr.Operation o, Place place) {
    Expr above = rewrite(o.operands().get(0), place);
    Expr below = o.operands().get(1);
    if (below instanceof Expr.RealLiteral || preheader.traits(above).invariant()) {
      return Exprs.op(Operator.DIVIDE, above, rewrite(below, place));
    }
    Expr reciprocal = Exprs.op(Operator.DIVIDE, Exprs.ONE, below);
    return reciprocal.kind() == Kind.REAL && preheader.mayMove(reciprocal, place)
        ? Exprs.multiply(above, preheader.moved(reciprocal, place))
        : Exprs.op(Operator.DIVIDE, above, rewrite(below, place));
  }
}
