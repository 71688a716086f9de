package org.stanj.compiler.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Var;

/**
 * A container whose elements loops fill with linear forms.
 *
 * @param levels the loops
 * @param shifts for each dimension the number that is added to its loop's index
 */
record Made(List<Level> levels, List<Expr> shifts, LinearForm form) {
  /**
   * What a store makes known.
   *
   * @param at closed indices: each must be the index of a loop of its own, plus a constant
   */
  static Optional<Made> of(List<Level> levels, List<Expr> at, LinearForm form) {
    if (at.size() != levels.size()) {
      return Optional.empty();
    }
    Expr[] shifts = new Expr[at.size()];
    for (int d = 0; d < shifts.length; d++) {
      Expr shift = Exprs.subtractInt(at.get(d), Exprs.read(levels.get(d).index()));
      if (at.get(d).equals(Exprs.read(levels.get(d).index()))) {
        shift = Exprs.integer(0);
      } else if (Exprs.isOperation(at.get(d), Operator.ADD_INT)
          && Exprs.operand(at.get(d), 0).equals(Exprs.read(levels.get(d).index()))) {
        shift = Exprs.operand(at.get(d), 1);
      }
      if (!(shift instanceof Expr.IntLiteral)) {
        return Optional.empty();
      }
      shifts[d] = shift;
    }
    return Optional.of(new Made(List.copyOf(levels), List.of(shifts), form));
  }

  /** The index of the loop that fills the element, by dimension. */
  private Expr index(int d, List<Expr> at) {
    return Exprs.subtractInt(at.get(d), shifts.get(d));
  }

  /** The element's value in terms of the loops that read it. */
  LinearForm load(List<Expr> at) {
    Map<Var, Expr> values = new HashMap<>();
    for (int d = 0; d < at.size(); d++) {
      values.put(levels.get(d).index(), index(d, at));
    }
    return form.with(values);
  }

  /** The condition under which the element has been filled. */
  Expr isFilled(List<Expr> at) {
    Expr all = Exprs.TRUE;
    for (int d = 0; d < at.size(); d++) {
      Level l = levels.get(d);
      Expr index = index(d, at);
      if (!index.equals(Exprs.read(l.index()))) {
        all = Exprs.and(all, Exprs.op(Operator.LESS_EQUAL_INT, l.from(), index));
        all = Exprs.and(all, Exprs.op(Operator.LESS_EQUAL_INT, index, l.to()));
      }
    }
    return all;
  }
}
