package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stanj.compiler.analysis.Effects;
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
final class SquareLists extends LoopLists {
  SquareLists(CoreFunction f, NewFields fields) {
    super(f, fields);
  }

  @Override
  boolean enters(Compound.If branch) {
    return true;
  }

  /** Nothing has been found out about loops yet. */
  @Override
  boolean suits(Compound.For loop) {
    boolean[] adds = {false};
    loop.walk(t -> adds[0] |= t instanceof Stmt.AddTarget);
    return adds[0];
  }

  @Override
  Optional<List<Stmt>> instead(Compound.For loop, List<Stmt> old, Effects effects) {
    SquareWalk walk = new SquareWalk(values, new Forms(values, v -> producers.isFixed(v, effects)));
    old.forEach(walk::statement);
    return walk.isPossible() ? Optional.of(written(walk, old)) : Optional.empty();
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
}
