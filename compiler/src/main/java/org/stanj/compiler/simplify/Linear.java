package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;

/** The terms of sums, differences and multiples by literals. */
final class Linear {
  /** Sees a term and the literal it is multiplied with. */
  interface Visitor {
    void term(Expr e, double factor);
  }

  private Linear() {}

  /** Visits the terms of which the expression is the sum: at least itself. */
  static void forEachTerm(Expr e, double factor, Visitor visitor) {
    if (!isLinear(e)) {
      visitor.term(e, factor);
    } else if (Exprs.isOperation(e, Operator.MULTIPLY)) {
      double scale = ((Expr.RealLiteral) Exprs.operand(e, 0)).value();
      forEachTerm(Exprs.operand(e, 1), factor * scale, visitor);
    } else {
      int last = ((Expr.Operation) e).operands().size() - 1;
      if (last == 1) {
        forEachTerm(Exprs.operand(e, 0), factor, visitor);
      }
      boolean plus = Exprs.isOperation(e, Operator.ADD);
      forEachTerm(Exprs.operand(e, last), plus ? factor : -factor, visitor);
    }
  }

  /** The sum without these terms. */
  static Expr without(Expr e, Predicate<Expr> gone) {
    if (gone.test(e)) {
      return Exprs.ZERO;
    }
    if (!isLinear(e)) {
      return e;
    }
    List<Expr> operands = new ArrayList<>();
    boolean same = true;
    for (Expr operand : ((Expr.Operation) e).operands()) {
      Expr left = without(operand, gone);
      same &= left == operand;
      operands.add(left);
    }
    return same ? e : folded(((Expr.Operation) e).operator(), operands);
  }

  private static Expr folded(Operator operator, List<Expr> operands) {
    boolean nothing = operator == Operator.MULTIPLY && Exprs.isReal(operands.get(1), 0);
    return nothing ? Exprs.ZERO : Exprs.fold(operator, operands);
  }

  private static boolean isLinear(Expr e) {
    return Exprs.isOperation(e, Operator.ADD)
        || Exprs.isOperation(e, Operator.SUBTRACT)
        || Exprs.isOperation(e, Operator.NEGATE)
        || (Exprs.isOperation(e, Operator.MULTIPLY)
            && Exprs.operand(e, 0) instanceof Expr.RealLiteral);
  }
}
