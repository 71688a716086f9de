package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LinearIndex;
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
    List<Expr> shifts = new ArrayList<>();
    for (int d = 0; d < at.size(); d++) {
      Expr index = Exprs.read(levels.get(d).index());
      LinearIndex.difference(at.get(d), index).map(Exprs::integer).ifPresent(shifts::add);
    }
    return shifts.size() == at.size()
        ? Optional.of(new Made(List.copyOf(levels), shifts, form))
        : Optional.empty();
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
