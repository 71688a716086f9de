package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;

/**
 * A sum in two parts.
 *
 * @param fixed the sum of the terms that satisfy the condition, if there are any
 * @param rest the sum of the others, if there are any
 */
public record InvariantTerms(Optional<Expr> fixed, Optional<Expr> rest) {
  private record Term(Expr e, boolean negative) {}

  /** Parts the terms of a sum. */
  public static InvariantTerms of(Expr sum, Predicate<Expr> isFixed) {
    List<Term> terms = new ArrayList<>();
    collect(sum, false, terms);
    Optional<Expr> fixed = Optional.empty();
    Optional<Expr> rest = Optional.empty();
    for (Term t : terms) {
      if (isFixed.test(t.e())) {
        fixed = Optional.of(added(fixed, t));
      } else {
        rest = Optional.of(added(rest, t));
      }
    }
    return fixed.isEmpty()
        ? new InvariantTerms(fixed, Optional.of(sum))
        : new InvariantTerms(fixed, rest);
  }

  private static void collect(Expr e, boolean negative, List<Term> terms) {
    if (Exprs.isOperation(e, Operator.ADD)) {
      collect(Exprs.operand(e, 0), negative, terms);
      collect(Exprs.operand(e, 1), negative, terms);
    } else if (Exprs.isOperation(e, Operator.SUBTRACT)) {
      collect(Exprs.operand(e, 0), negative, terms);
      collect(Exprs.operand(e, 1), !negative, terms);
    } else if (Exprs.isOperation(e, Operator.NEGATE)) {
      collect(Exprs.operand(e, 0), !negative, terms);
    } else {
      terms.add(new Term(e, negative));
    }
  }

  private static Expr added(Optional<Expr> sum, Term t) {
    if (sum.isEmpty()) {
      return t.negative() ? Exprs.negate(t.e()) : t.e();
    }
    return t.negative() ? Exprs.subtract(sum.get(), t.e()) : Exprs.add(sum.get(), t.e());
  }
}
