package org.stanj.compiler.bindtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Writes loops of bind over what the loops of the log density go through. */
public final class BindLoops {
  private final NewFields fields;

  public BindLoops(NewFields fields) {
    this.fields = fields;
  }

  /** A loop whose index counts from 0 up to a number, which it does not reach. */
  public static Stmt count(Var index, Expr number, Stmt... body) {
    Expr last = Exprs.subtractInt(number, Exprs.integer(1));
    return new Compound.For(index, Exprs.integer(0), last, false, List.of(body), LoopFacts.UNKNOWN);
  }

  /** The statements where the condition holds, if it can fail. */
  public static Stmt when(Expr test, Stmt yes, List<Stmt> no) {
    return Exprs.isInt(test, 1) ? yes : new Compound.If(test, List.of(yes), no);
  }

  /** The int where it can be computed, else 0. */
  public static Expr orZero(Expr e) {
    Expr guard = Guards.of(e);
    return Exprs.isInt(guard, 1) ? e : new Expr.Choose(guard, e, Exprs.integer(0));
  }

  /** The statements in loops of bind's own; {@code lost} where a bound cannot be computed. */
  public Stmt around(List<Level> levels, List<Stmt> body, List<Stmt> lost) {
    Map<Var, Var> names = new HashMap<>();
    levels.forEach(l -> names.put(l.index(), fields.index(l.index())));
    List<Stmt> inside = body.stream().map(s -> renamed(s, names)).toList();
    for (int i = levels.size() - 1; i >= 0; i--) {
      Level l = levels.get(i);
      Expr from = renamed(l.from(), names);
      Expr to = renamed(l.to(), names);
      Stmt loop =
          new Compound.For(names.get(l.index()), from, to, false, inside, LoopFacts.UNKNOWN);
      inside = List.of(when(Exprs.and(Guards.of(from), Guards.of(to)), loop, lost));
    }
    return inside.get(0);
  }

  private static Expr renamed(Expr e, Map<Var, Var> names) {
    return Variables.rename(e, v -> names.getOrDefault(v, v));
  }

  private static Stmt renamed(Stmt s, Map<Var, Var> names) {
    return s.mapExpressions(e -> renamed(e, names))
        .mapBodies(b -> b.stream().map(t -> renamed(t, names)).toList());
  }
}
