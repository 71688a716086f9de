package org.stanj.compiler.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Lines;
import org.stanj.compiler.core.Names;
import org.stanj.compiler.core.Renaming;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** Writes out short loops whose number of rounds is a small literal. */
final class Unrolling {
  private static final int MOST_ROUNDS = 8;
  private static final int MOST_STATEMENTS = 32;

  private final KnownShapes shapes;
  private final Names names = new Names();
  private final Map<Var, Integer> occurrences = new HashMap<>();

  private Unrolling(CoreFunction f) {
    shapes = new KnownShapes(f);
    names.reserve(f);
    f.body().forEach(s -> s.walk(t -> count(t, occurrences)));
  }

  static CoreFunction run(CoreFunction f) {
    return f.withBody(new Unrolling(f).list(f.body()));
  }

  private static void count(Stmt s, Map<Var, Integer> into) {
    Variables.defined(s).forEach(v -> into.merge(v, 1, Integer::sum));
    Variables.elementsWritten(s).forEach(v -> into.merge(v, 1, Integer::sum));
    Variables.containersRead(s).forEach(v -> into.merge(v, 1, Integer::sum));
    s.forEachExpression(e -> Variables.in(e).forEach(v -> into.merge(v, 1, Integer::sum)));
  }

  private List<Stmt> list(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt given : body) {
      // Before inner loops are written out: their copies would count as mentions.
      Set<Var> own = given instanceof Compound.For f ? own(f) : Set.of();
      Stmt s = given.mapExpressions(shapes::folded).mapBodies(this::list);
      if (s instanceof Compound.For f && isShort(f)) {
        int start = out.size();
        unroll(f, own, out);
        Lines.from(start, f.line(), out);
      } else {
        out.add(s);
      }
    }
    return out;
  }

  private static boolean isShort(Compound.For f) {
    if (!(f.from() instanceof Expr.IntLiteral from && f.to() instanceof Expr.IntLiteral to)) {
      return false;
    }
    int rounds = to.value() - from.value() + 1;
    boolean[] plain = {true};
    f.body()
        .forEach(
            s ->
                plain[0] &=
                    s instanceof Stmt.Assign
                        || s instanceof Stmt.Increment
                        || s instanceof Stmt.Store
                        || s instanceof Stmt.Accumulate
                        || s instanceof Stmt.Push
                        || s instanceof Stmt.Pop
                        || s instanceof Compound.If i && i.isCheck());
    return plain[0] && rounds <= MOST_ROUNDS && rounds * f.body().size() <= MOST_STATEMENTS;
  }

  private void unroll(Compound.For f, Set<Var> own, List<Stmt> out) {
    int from = ((Expr.IntLiteral) f.from()).value();
    int to = ((Expr.IntLiteral) f.to()).value();
    for (int k = 0; k <= to - from; k++) {
      Expr index = Exprs.integer(f.down() ? to - k : from + k);
      Map<Var, Var> renamed = new HashMap<>();
      own.forEach(v -> renamed.put(v, names.local(v.name(), v.type())));
      Renaming renaming = new Renaming(v -> renamed.getOrDefault(v, v));
      for (Stmt s : f.body()) {
        out.add(renaming.statement(at(s, f.index(), index)));
      }
    }
  }

  private static Stmt at(Stmt s, Var variable, Expr index) {
    return s.mapExpressions(
            e ->
                e.rewriteBottomUp(
                    x ->
                        x instanceof Expr.Read r && r.variable().equals(variable)
                            ? index
                            : KnownShapes.decided(x)))
        .mapBodies(body -> body.stream().map(t -> at(t, variable, index)).toList());
  }

  /** Variables that the body makes and nothing else mentions. */
  private Set<Var> own(Compound.For f) {
    Map<Var, Integer> inside = new HashMap<>();
    f.body().forEach(s -> s.walk(t -> count(t, inside)));
    Set<Var> own = new HashSet<>();
    for (Stmt s : f.body()) {
      for (Var v : Variables.defined(s)) {
        boolean local = v.storage() == Var.Storage.LOCAL && v.isScalar();
        if (local && inside.get(v).equals(occurrences.get(v))) {
          own.add(v);
        }
      }
    }
    return own;
  }
}
