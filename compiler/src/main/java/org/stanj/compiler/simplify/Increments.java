package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * Makes increments of assignments that add to a real, one for each term, in the order in which they
 * were added: the sum has the same bits. This is the one place that knows an addition to a scalar
 * by its shape.
 */
final class Increments {
  private final Var sum;
  private final List<Expr> terms = new ArrayList<>();
  private boolean ordered = true;

  private Increments(Var sum) {
    this.sum = sum;
  }

  static CoreFunction run(CoreFunction f) {
    return f.withBody(list(f.body()));
  }

  private static List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      int start = out.size();
      if (s instanceof Stmt.Assign a) {
        out.addAll(of(a));
        Lines.from(start, a.line(), out);
      } else {
        out.add(s.mapBodies(Increments::list));
      }
    }
    return out;
  }

  /** The assignment as increments if it adds to its variable, or itself. */
  static List<Stmt> of(Stmt.Assign a) {
    Var v = a.variable();
    if (!v.isReal() || v.storage() == Var.Storage.FIELD || !isMentionedOnce(v, a.value())) {
      return List.of(a);
    }
    Increments found = new Increments(v);
    boolean adds = found.unwind(a.value()).filter(positive -> positive).isPresent();
    boolean inTurn = found.ordered || found.terms.size() == 1;
    return adds && inTurn
        ? found.terms.stream().map(e -> (Stmt) new Stmt.Increment(v, e)).toList()
        : List.of(a);
  }

  private static boolean isMentionedOnce(Var v, Expr e) {
    int[] times = {0};
    e.walk(x -> times[0] += isRead(x, v) ? 1 : 0);
    return times[0] == 1;
  }

  private static boolean isRead(Expr e, Var v) {
    return e instanceof Expr.Read r && r.variable().equals(v);
  }

  /**
   * Follows a sum down to the variable and notes what is added to it on the way back.
   *
   * @return whether the expression is the variable with the terms added, or the negative of this;
   *     empty if it is neither
   */
  private Optional<Boolean> unwind(Expr e) {
    if (isRead(e, sum)) {
      return Optional.of(true);
    }
    if (Exprs.isOperation(e, Operator.NEGATE)) {
      return unwind(Exprs.operand(e, 0)).map(positive -> !positive);
    }
    boolean minus = Exprs.isOperation(e, Operator.SUBTRACT);
    if (!minus && !Exprs.isOperation(e, Operator.ADD)) {
      return Optional.empty();
    }
    Expr a = Exprs.operand(e, 0);
    Expr b = Exprs.operand(e, 1);
    if (Variables.in(a).contains(sum)) {
      return unwind(a).map(positive -> add(b, positive != minus, positive));
    }
    ordered = false;
    return unwind(b).map(positive -> add(a, positive != minus, positive != minus));
  }

  private boolean add(Expr term, boolean plus, boolean positive) {
    terms.add(plus ? term : Exprs.negate(term));
    return positive;
  }
}
