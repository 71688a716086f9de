package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.List;
import org.stanj.compiler.bindtime.BindLoops;
import org.stanj.compiler.bindtime.Guards;
import org.stanj.compiler.bindtime.Level;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Kind;
import org.stanj.compiler.core.Operator;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;

/**
 * Writes what bind runs to put data of all rows into containers: reals, ints, and the indices of
 * the loops; a row for each iteration.
 */
final class Gathering {
  /**
   * Data of each row.
   *
   * @param start the number of its first column
   * @param levels a loop over its columns; none if there is one
   */
  record Columns(Expr value, Expr start, List<Level> levels) {
    /** The column of a round of the loop. */
    Expr at(Expr round) {
      return Exprs.addInt(start, round);
    }

    /** How many there are. */
    Expr width() {
      return levels.isEmpty() ? Exprs.integer(1) : BindLoops.orZero(levels.get(0).length());
    }
  }

  /** The most elements that bind puts into one container on the way: 256 MB. */
  private static final int MOST_ELEMENTS = 1 << 25;

  private final NewFields fields;
  private final BindLoops loops;
  private final List<Level> levels;
  private final Var possible;
  private final Var count;
  private final Var reals;
  private final Var ints;
  private final Var indices;
  private final List<Columns> columns = new ArrayList<>();
  private final List<Stmt> sizes = new ArrayList<>();
  private final List<Stmt> lost;
  private Expr realWidth = Exprs.integer(0);
  private Expr intWidth = Exprs.integer(0);

  /**
   * @param levels what goes through the rows
   */
  Gathering(NewFields fields, List<Level> levels) {
    this.fields = fields;
    this.levels = levels;
    loops = new BindLoops(fields);
    possible = fields.local("possible", CoreType.INT);
    count = fields.local("count", CoreType.INT);
    reals = fields.local("all_reals", RowKernels.MATRIX);
    ints = fields.local("all_ints", RowKernels.KEYS);
    indices = fields.local("all_indices", RowKernels.KEYS);
    lost = List.of(new Stmt.Assign(possible, Exprs.FALSE));
  }

  /** Whether all of it is there: 0 where something cannot be computed, or a test fails. */
  Var possible() {
    return possible;
  }

  /** The reals, by column. */
  Var reals() {
    return reals;
  }

  /** The ints, by row. */
  Var ints() {
    return ints;
  }

  /** The indices of the loops, by row. */
  Var indices() {
    return indices;
  }

  /** Adds a value of each row. */
  Columns add(Expr value) {
    return add(value, List.of());
  }

  /** Adds values of each row. */
  Columns add(Expr value, Level level) {
    return add(value, List.of(level));
  }

  private Columns add(Expr value, List<Level> inner) {
    boolean real = value.kind() == Kind.REAL;
    Columns added = new Columns(value, real ? realWidth : intWidth, inner);
    Expr width = added.at(added.width());
    if (!inner.isEmpty()) {
      Var known = fields.local("width", CoreType.INT);
      sizes.add(new Stmt.Assign(known, width));
      width = Exprs.read(known);
    }
    realWidth = real ? width : realWidth;
    intWidth = real ? intWidth : width;
    columns.add(added);
    return added;
  }

  /** The statements, which also put the conditions to test. */
  List<Stmt> statements(List<RowTest> tests) {
    List<Stmt> out = new ArrayList<>();
    out.add(new Stmt.Assign(possible, Exprs.TRUE));
    for (RowTest t : tests) {
      Expr holds = Exprs.and(Guards.of(t.condition()), t.condition());
      Stmt check = new Compound.If(Exprs.not(holds), lost, List.of());
      out.add(loops.around(t.levels(), List.of(check), lost));
    }
    count(out);
    out.add(new Stmt.Declare(reals, List.of(Exprs.read(count), realWidth), Stmt.Fill.NONE));
    out.add(new Stmt.Declare(ints, List.of(Exprs.read(count), intWidth), Stmt.Fill.NONE));
    Expr depth = Exprs.integer(levels.size());
    out.add(new Stmt.Declare(indices, List.of(Exprs.read(count), depth), Stmt.Fill.NONE));
    gather(out);
    return out;
  }

  private void count(List<Stmt> out) {
    out.addAll(sizes);
    out.add(new Stmt.Assign(count, Exprs.integer(0)));
    Stmt one = new Stmt.Assign(count, Exprs.addInt(Exprs.read(count), Exprs.integer(1)));
    out.add(loops.around(levels, List.of(one), lost));
    Expr some = Exprs.op(Operator.LESS_INT, Exprs.integer(0), Exprs.read(count));
    Expr all = Exprs.and(Exprs.read(possible), some);
    for (Expr width : List.of(realWidth, intWidth)) {
      Expr most = Exprs.op(Operator.DIVIDE_INT, Exprs.integer(MOST_ELEMENTS), Exprs.read(count));
      all = Exprs.and(all, Exprs.op(Operator.LESS_EQUAL_INT, width, most));
    }
    List<Stmt> none =
        List.of(new Stmt.Assign(possible, Exprs.FALSE), new Stmt.Assign(count, Exprs.integer(0)));
    out.add(new Compound.If(Exprs.not(all), none, List.of()));
  }

  private void gather(List<Stmt> out) {
    Var row = fields.local("row", CoreType.INT);
    List<Stmt> body = new ArrayList<>();
    for (Columns c : columns) {
      if (c.levels().isEmpty()) {
        body.add(store(row, c.start(), c));
      } else {
        Level level = c.levels().get(0);
        Expr round = Exprs.subtractInt(Exprs.read(level.index()), level.from());
        body.add(loops.around(c.levels(), List.of(store(row, c.at(round), c)), lost));
      }
    }
    for (int d = 0; d < levels.size(); d++) {
      List<Expr> at = List.of(Exprs.read(row), Exprs.integer(d));
      body.add(new Stmt.Store(indices, at, Exprs.read(levels.get(d).index())));
    }
    body.add(new Stmt.Assign(row, Exprs.addInt(Exprs.read(row), Exprs.integer(1))));
    List<Stmt> all =
        List.of(new Stmt.Assign(row, Exprs.integer(0)), loops.around(levels, body, lost));
    out.add(new Compound.If(Exprs.read(possible), all, List.of()));
  }

  private Stmt store(Var row, Expr column, Columns c) {
    Var container = c.value().kind() == Kind.REAL ? reals : ints;
    Stmt store = new Stmt.Store(container, List.of(Exprs.read(row), column), c.value());
    return BindLoops.when(Guards.of(c.value()), store, lost);
  }
}
