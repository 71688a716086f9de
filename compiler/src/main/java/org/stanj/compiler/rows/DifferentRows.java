package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stanj.compiler.bindtime.BindLoops;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** Writes what bind runs to find the rows that are different. */
final class DifferentRows {
  private final NewFields fields;
  private final RepeatWalk walk;
  private final Gathering all;
  private final Var firsts;
  private final List<Stmt> after = new ArrayList<>();

  DifferentRows(NewFields fields, RepeatWalk walk) {
    this.fields = fields;
    this.walk = walk;
    all = new Gathering(fields, walk.rows());
    firsts = fields.local("firsts", CoreType.INTS);
  }

  void fill() {
    for (Map.Entry<RepeatKeys.Key, Var> key : walk.keys().entrySet()) {
      Expr value = key.getKey().value();
      keep(
          key.getValue(),
          key.getKey().rounds().map(l -> all.add(value, l)).orElseGet(() -> all.add(value)));
    }
    List<Stmt> out = new ArrayList<>(all.statements(walk.tests()));
    Var counts = fields.local("counts", CoreType.REALS);
    Expr count = new Expr.Dim(all.reals(), 0);
    out.add(new Stmt.Declare(firsts, List.of(count), Stmt.Fill.NONE));
    out.add(new Stmt.Declare(counts, List.of(count), Stmt.Fill.NONE));
    Var left = fields.local("left", CoreType.INT);
    out.add(RowKernels.different(left, all.reals(), all.ints(), firsts, counts));
    Expr some = new Expr.Choose(Exprs.read(all.possible()), Exprs.read(left), Exprs.integer(0));
    out.add(new Stmt.Assign(walk.size(), some));
    for (int d = 0; d < walk.rows().size(); d++) {
      Expr loop = Exprs.integer(d);
      each(
          walk.first().get(d),
          row -> Exprs.load(all.indices(), Exprs.load(firsts, row), loop),
          out);
    }
    each(walk.weight(), row -> Exprs.load(counts, row), out);
    out.addAll(after);
    fields.fill(new Compound.Region(out));
  }

  private void each(Var field, UnaryOperator<Expr> value, List<Stmt> out) {
    out.add(new Stmt.Declare(field, List.of(Exprs.read(walk.size())), Stmt.Fill.NONE));
    Var row = fields.local("row", CoreType.INT);
    Expr at = Exprs.read(row);
    out.add(rows(row, new Stmt.Store(field, List.of(at), value.apply(at))));
  }

  private void keep(Var key, Gathering.Columns from) {
    Var container = key.type().kind() == Kind.REAL ? all.reals() : all.ints();
    if (key.type().rank() == 1) {
      each(key, row -> Exprs.load(container, Exprs.load(firsts, row), from.start()), after);
      return;
    }
    after.add(
        new Stmt.Declare(key, List.of(Exprs.read(walk.size()), from.width()), Stmt.Fill.NONE));
    Var row = fields.local("row", CoreType.INT);
    Var k = fields.local("k", CoreType.INT);
    Expr value = Exprs.load(container, Exprs.load(firsts, Exprs.read(row)), from.at(Exprs.read(k)));
    Stmt store = new Stmt.Store(key, List.of(Exprs.read(row), Exprs.read(k)), value);
    after.add(rows(row, BindLoops.count(k, from.width(), store)));
  }

  private Stmt rows(Var row, Stmt body) {
    return BindLoops.count(row, Exprs.read(walk.size()), body);
  }
}
