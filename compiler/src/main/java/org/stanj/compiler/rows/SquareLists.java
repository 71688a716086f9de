package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.analysis.Effects;
import org.stanj.compiler.bindtime.DataValues;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreFunction;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Looks for loops of squares in all lists of a function that run at most once. */
final class SquareLists {
  private final CoreFunction f;
  private final NewFields fields;
  private final DataValues values;
  private final Producers producers;

  SquareLists(CoreFunction f, NewFields fields) {
    this.f = f;
    this.fields = fields;
    values = new DataValues(f);
    producers = new Producers(f);
  }

  CoreFunction run() {
    return f.withBody(list(f.body()));
  }

  private List<Stmt> list(List<Stmt> body) {
    int mark = values.mark();
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : body) {
      fields.at(s);
      boolean nests =
          s instanceof Compound.If || s instanceof Compound.Region || s instanceof Compound.Profile;
      out.add(nests ? s.mapBodies(this::list) : s);
      if (s instanceof Compound.For) {
        fewer(out);
      }
      values.passed(s);
    }
    values.release(mark);
    return out;
  }

  /** Replaces the last statement and those that work for it, if it is a loop of squares. */
  private void fewer(List<Stmt> out) {
    Stmt loop = out.get(out.size() - 1);
    if (!adds(loop)) {
      return;
    }
    Optional<List<Integer>> needed = producers.of(out);
    if (needed.isEmpty()) {
      return;
    }
    List<Stmt> moved = needed.get().stream().map(out::get).toList();
    Effects effects = producers.effects(moved);
    if (effects.leaves() || effects.visible()) {
      return;
    }
    SquareWalk walk = new SquareWalk(values, new Forms(values, v -> producers.isFixed(v, effects)));
    int mark = values.mark();
    moved.forEach(walk::statement);
    values.release(mark);
    if (walk.isPossible()) {
      List<Stmt> others = Producers.others(out, needed.get());
      out.clear();
      out.addAll(others);
      out.addAll(written(walk, moved));
    }
  }

  private List<Stmt> written(SquareWalk walk, List<Stmt> old) {
    FewerRows rows = new FewerRows(fields, walk);
    Var bound = fields.local("bound", CoreType.REAL);
    List<Stmt> all = new ArrayList<>();
    all.add(new Stmt.Assign(bound, Exprs.real(Double.POSITIVE_INFINITY)));
    all.add(new Compound.If(rows.isSmaller(), rows.bound(bound), List.of()));
    Expr inRange = Exprs.op(Operator.LESS, Exprs.read(bound), Exprs.real(CoefficientBound.SAFE));
    all.add(new Compound.If(inRange, rows.loops(), old));
    return all;
  }

  private static boolean adds(Stmt s) {
    boolean[] found = {false};
    s.walk(t -> found[0] |= t instanceof Stmt.AddTarget);
    return found[0];
  }
}
