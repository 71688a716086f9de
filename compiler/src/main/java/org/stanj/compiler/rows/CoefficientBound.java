package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stanj.compiler.bindtime.BindLoops;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.LoopFacts;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * A number that is small only where all forms are finite in all rows: the sum of the squares of
 * everything that coefficients are made of, and of all data.
 *
 * <p>Elements count once, and not for each row that reads them, where coefficients are no more than
 * sums and products. With each below 10⁵⁰ a product of five is below 10²⁵⁰.
 */
final class CoefficientBound {
  /** What the number has to be below. */
  static final double SAFE = 1e100;

  private static final int MOST_FACTORS = 4;

  private final Var bound;
  private final NewFields fields;
  private final Set<Expr> scalars = new LinkedHashSet<>();
  private final Set<Var> containers = new LinkedHashSet<>();
  private final List<Stmt> statements = new ArrayList<>();

  CoefficientBound(Var bound, NewFields fields) {
    this.bound = bound;
    this.fields = fields;
    statements.add(new Stmt.Assign(bound, Exprs.ZERO));
  }

  /** Whether the expression is the test of such a number. */
  static boolean isTest(Expr e) {
    return Exprs.isOperation(e, Operator.LESS) && Exprs.isReal(Exprs.operand(e, 1), SAFE);
  }

  /** Adds all of a square. */
  void add(SquareData d) {
    d.columns()
        .forEach(
            (coefficient, column) -> {
              scalars.add(Exprs.read(column.squares()));
              if (degree(coefficient) <= MOST_FACTORS) {
                leaves(coefficient, d);
              } else {
                each(coefficient, d);
              }
            });
    for (SquareData.BlockColumns b : d.blocks()) {
      scalars.add(Exprs.read(b.squares()));
      Var k = fields.index(b.block().level().index());
      Stmt more = more(b.coefficientAt(k));
      statements.add(loop(k, b.block().level().from(), b.block().level().to(), more));
    }
  }

  /** Makes the number large unless the condition holds in all rows. */
  void require(Expr condition, SquareData d) {
    Var row = fields.local("row", CoreType.INT);
    Expr holds = d.atRow(condition, row);
    Expr more = new Expr.Choose(holds, Exprs.ZERO, Exprs.real(Double.POSITIVE_INFINITY));
    Stmt add = new Stmt.Assign(bound, Exprs.add(Exprs.read(bound), more));
    statements.add(BindLoops.count(row, Exprs.read(d.size()), add));
  }

  /** All that has been added. */
  List<Stmt> statements() {
    List<Stmt> all = new ArrayList<>(statements);
    for (Expr e : scalars) {
      all.add(more(e));
    }
    for (Var c : containers) {
      Var at = fields.local("at", CoreType.INT);
      all.add(BindLoops.count(at, Exprs.length(c), more(Exprs.load(c, Exprs.read(at)))));
    }
    return all;
  }

  /** How many factors the longest product has; large if there is more than sums and products. */
  private static int degree(Expr e) {
    if (!(e instanceof Expr.Operation o)) {
      boolean other = e instanceof Expr.Apply || e instanceof Expr.Choose;
      return other ? MOST_FACTORS + 1 : 1;
    }
    int first = degree(o.operands().get(0));
    return switch (o.operator()) {
      case NEGATE, GUARDED, TO_REAL -> first;
      case ADD, SUBTRACT -> Math.max(first, degree(o.operands().get(1)));
      case MULTIPLY -> first + degree(o.operands().get(1));
      default -> MOST_FACTORS + 1;
    };
  }

  private void leaves(Expr e, SquareData d) {
    if (e instanceof Expr.Operation o && o.operator() != Operator.TO_REAL) {
      o.operands().forEach(x -> leaves(x, d));
    } else if (e instanceof Expr.Load l && d.isKeyed(e)) {
      containers.add(l.container());
    } else if (!(e instanceof Expr.RealLiteral)) {
      scalars.add(e);
    }
  }

  private void each(Expr coefficient, SquareData d) {
    if (!d.isKeyed(coefficient)) {
      scalars.add(coefficient);
      return;
    }
    Var row = fields.local("row", CoreType.INT);
    Stmt more = more(d.atRow(coefficient, row));
    statements.add(BindLoops.count(row, Exprs.read(d.size()), more));
  }

  private Stmt more(Expr e) {
    Expr square = Exprs.multiply(e, e);
    return new Stmt.Assign(bound, Exprs.add(Exprs.read(bound), square));
  }

  private static Stmt loop(Var index, Expr from, Expr to, Stmt body) {
    return new Compound.For(index, from, to, false, List.of(body), LoopFacts.UNKNOWN);
  }
}
