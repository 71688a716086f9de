package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/** What takes the place of loops of squares: a loop over fewer rows for each of them. */
final class FewerRows {
  private final NewFields fields;
  private final SquareWalk walk;
  private final List<SquareData> data = new ArrayList<>();

  FewerRows(NewFields fields, SquareWalk walk) {
    this.fields = fields;
    this.walk = walk;
    for (Square s : walk.squares()) {
      data.add(new SquareData(s, fields, walk.tests()));
    }
  }

  /** Whether bind has found fewer rows for all of them, and no check of parameters would reject. */
  Expr isSmaller() {
    Expr all = Exprs.TRUE;
    for (SquareData d : data) {
      Expr some = Exprs.op(Operator.LESS_INT, Exprs.integer(0), Exprs.read(d.size()));
      all = Exprs.and(all, some);
    }
    for (RowTest guard : walk.guards()) {
      if (Square.keys(guard.condition(), guard.levels()).isEmpty()) {
        all = Exprs.and(all, guard.condition());
      }
    }
    return all;
  }

  /** Gives the variable its value: see {@link CoefficientBound}. */
  List<Stmt> bound(Var bound) {
    CoefficientBound all = new CoefficientBound(bound, fields);
    data.forEach(all::add);
    for (RowTest guard : walk.guards()) {
      Set<Expr> keys = Square.keys(guard.condition(), guard.levels());
      Optional<SquareData> of = data.stream().filter(d -> d.hasKeys(guard, keys)).findFirst();
      of.filter(d -> !keys.isEmpty()).ifPresent(d -> all.require(guard.condition(), d));
    }
    return all.statements();
  }

  /** The loops over fewer rows. */
  List<Stmt> loops() {
    List<Stmt> all = new ArrayList<>();
    for (SquareData d : data) {
      List<Stmt> own = new ArrayList<>();
      new Density(d, own).loops();
      all.add(new Compound.Region(own));
    }
    return all;
  }

  /** Writes statements of the log density for a square. */
  private final class Density {
    private final SquareData d;
    private final List<Stmt> out;

    Density(SquareData d, List<Stmt> out) {
      this.d = d;
      this.out = out;
    }

    void loops() {
      List<Var> products = new ArrayList<>();
      for (SquareData.BlockColumns b : d.blocks()) {
        products.add(product(b));
      }
      Map<Expr, Expr> fixed = new LinkedHashMap<>();
      for (Expr c : d.columns().keySet()) {
        fixed.put(c, d.isKeyed(c) ? c : once(c));
      }
      Var row = fields.local("row", CoreType.INT);
      List<Stmt> body = new ArrayList<>();
      Expr sum = Exprs.ZERO;
      for (Map.Entry<Expr, Expr> c : fixed.entrySet()) {
        Expr value = Exprs.load(d.columns().get(c.getKey()).values(), Exprs.read(row));
        sum = Exprs.add(sum, Exprs.multiply(value, d.atRow(c.getValue(), row)));
      }
      for (Var p : products) {
        sum = Exprs.add(sum, Exprs.load(p, Exprs.read(row)));
      }
      Var z = fields.local("z", CoreType.REAL);
      body.add(new Stmt.Assign(z, Exprs.multiply(sum, d.atRow(d.square().form().scale(), row))));
      Expr term = Exprs.read(z);
      term = d.square().power() == 2 ? Exprs.multiply(term, term) : term;
      body.add(
          new Stmt.AddTarget(
              Exprs.multiply(d.atRow(d.square().factor(), row), term), fields.line()));
      out.add(rows(row, body));
    }

    /** The coefficient, evaluated before the loop. */
    private Expr once(Expr coefficient) {
      if (Exprs.isAtom(coefficient)) {
        return coefficient;
      }
      Var v = fields.local("coefficient", CoreType.REAL);
      out.add(new Stmt.Assign(v, coefficient));
      return Exprs.read(v);
    }

    private Var product(SquareData.BlockColumns b) {
      Level level = b.block().level();
      Var vector = fields.local("coefficients", CoreType.REALS);
      out.add(new Stmt.Declare(vector, List.of(level.length()), Stmt.Fill.NONE));
      Var k = fields.index(level.index());
      Expr at = Exprs.subtractInt(Exprs.read(k), level.from());
      Stmt store = new Stmt.Store(vector, List.of(at), b.coefficientAt(k));
      out.add(loop(k, level.from(), level.to(), List.of(store)));
      Var product = fields.local("product", CoreType.REALS);
      out.add(new Stmt.Declare(product, List.of(d.rows()), Stmt.Fill.NONE));
      out.add(RowKernels.multiply(b.values(), vector, product));
      return product;
    }

    private Stmt rows(Var row, List<Stmt> body) {
      Expr last = Exprs.subtractInt(d.rows(), Exprs.integer(1));
      return loop(row, Exprs.integer(0), last, body);
    }

    private Stmt loop(Var index, Expr from, Expr to, List<Stmt> body) {
      return new Compound.For(index, from, to, false, body, LoopFacts.UNKNOWN, fields.line());
    }
  }
}
