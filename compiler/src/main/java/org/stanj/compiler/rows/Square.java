package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/**
 * A term of the target: factor · formᵖ, for each row, that is for each iteration of some loops.
 *
 * @param levels the loops, the outermost first
 * @param factor depends on rows as coefficients do
 * @param power p: 2, or 1 beside a square
 */
record Square(List<Level> levels, Expr factor, LinearForm form, int power) {
  Square {
    levels = List.copyOf(levels);
  }

  /** Indices that differ by row: rows that agree in all of them have the same coefficients. */
  List<Expr> keys() {
    Set<Expr> keys = new LinkedHashSet<>(keys(factor, levels));
    keys.addAll(keys(form.scale(), levels));
    form.terms().keySet().forEach(c -> keys.addAll(keys(c, levels)));
    return new ArrayList<>(keys);
  }

  /** The indices in a coefficient that differ by row of some loops. */
  static Set<Expr> keys(Expr coefficient, List<Level> levels) {
    Set<Expr> keys = new LinkedHashSet<>();
    coefficient.walk(
        e -> {
          if (e instanceof Expr.Load l && l.container().storage() == Var.Storage.LOCAL) {
            l.at().stream().filter(a -> differs(a, levels)).forEach(keys::add);
          }
        });
    return keys;
  }

  private static boolean differs(Expr at, List<Level> levels) {
    Set<Var> in = Variables.in(at);
    return levels.stream().anyMatch(l -> in.contains(l.index()));
  }

  /** Whether each row has coefficients of its own, as far as the text tells. */
  boolean isEachItsOwn() {
    List<Expr> keys = keys();
    return levels.stream().allMatch(l -> keys.stream().anyMatch(k -> counts(k, l.index())));
  }

  private static boolean counts(Expr key, Var index) {
    boolean[] plain = {true};
    key.walk(e -> plain[0] &= !(e instanceof Expr.Load) && !(e instanceof Expr.Choose));
    return plain[0] && Variables.in(key).contains(index);
  }
}
