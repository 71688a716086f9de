package org.stanj.compiler.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stanj.compiler.bindtime.BindLoops;
import org.stanj.compiler.bindtime.NewFields;
import org.stanj.compiler.core.Compound;
import org.stanj.compiler.core.CoreType;
import org.stanj.compiler.core.Expr;
import org.stanj.compiler.core.Exprs;
import org.stanj.compiler.core.Stmt;
import org.stanj.compiler.core.Var;
import org.stanj.compiler.core.Variables;

/** The fields that hold the fewer rows of a square, and what bind runs to fill them. */
final class SquareData {
  /**
   * Data of a coefficient.
   *
   * @param values one for each row
   * @param squares the sum of their squares
   */
  record Column(Var values, Var squares) {}

  /** Data of a block, one column for each round of its loop. */
  record BlockColumns(LinearForm.Block block, Var values, Var squares) {
    /** The coefficient of a round. */
    Expr coefficientAt(Var round) {
      Var index = block.level().index();
      return Variables.rename(block.coefficient(), v -> v.equals(index) ? round : v);
    }
  }

  private final Square square;
  private final NewFields fields;
  private final Var size;
  private final Map<Expr, Column> columns = new LinkedHashMap<>();
  private final List<BlockColumns> blocks = new ArrayList<>();
  private final Map<Expr, Var> keys = new LinkedHashMap<>();

  SquareData(Square square, NewFields fields, List<RowTest> tests) {
    this.square = square;
    this.fields = fields;
    size = fields.field("rows", CoreType.INT);
    square.form().terms().keySet().forEach(c -> columns.put(c, column("row_data")));
    for (LinearForm.Block b : square.form().blocks()) {
      Var values = fields.field("block_data", RowKernels.MATRIX);
      blocks.add(new BlockColumns(b, values, fields.field("squares", CoreType.REAL)));
    }
    square.keys().forEach(k -> keys.put(k, fields.field("row_key", CoreType.INTS)));
    new Filling().run(tests);
  }

  private Column column(String name) {
    return new Column(fields.field(name, CoreType.REALS), fields.field("squares", CoreType.REAL));
  }

  Square square() {
    return square;
  }

  /** How many rows there are; 0 if there is nothing to be won. */
  Var size() {
    return size;
  }

  /** The same, where there are any. */
  Expr rows() {
    return keys.isEmpty() && blocks.isEmpty() ? Exprs.integer(columns.size()) : Exprs.read(size);
  }

  /** By coefficient. */
  Map<Expr, Column> columns() {
    return columns;
  }

  List<BlockColumns> blocks() {
    return blocks;
  }

  /** Whether the coefficient differs by row. */
  boolean isKeyed(Expr coefficient) {
    return !atRow(coefficient, size).equals(coefficient);
  }

  /** Whether the rows tell whether a condition for all rows holds. */
  boolean hasKeys(RowTest condition, Set<Expr> needed) {
    return square.levels().equals(condition.levels()) && keys.keySet().containsAll(needed);
  }

  /** A coefficient in one of the fewer rows. */
  Expr atRow(Expr coefficient, Var row) {
    return coefficient.mapChildren(c -> atRow(c, row)) instanceof Expr.Load l
        ? new Expr.Load(l.container(), l.at().stream().map(a -> key(a, row)).toList())
        : coefficient.mapChildren(c -> atRow(c, row));
  }

  private Expr key(Expr at, Var row) {
    Var key = keys.get(at);
    return key == null ? at : Exprs.load(key, Exprs.read(row));
  }

  /** Writes what bind runs. */
  private final class Filling {
    private final Gathering all = new Gathering(fields, square.levels());
    private final Var fewer = fields.local("fewer_rows", RowKernels.MATRIX);
    private final Var fewerKeys = fields.local("fewer_keys", RowKernels.KEYS);
    private final List<Stmt> after = new ArrayList<>();

    void run(List<RowTest> tests) {
      square
          .form()
          .terms()
          .forEach((coefficient, data) -> spread(columns.get(coefficient), all.add(data)));
      blocks.forEach(b -> spread(b, all.add(b.block().data(), b.block().level())));
      keys.forEach((data, key) -> spread(key, all.add(data)));
      List<Stmt> out = new ArrayList<>(all.statements(tests));
      out.add(declare(fewer, new Expr.Dim(all.reals(), 0), new Expr.Dim(all.reals(), 1)));
      out.add(declare(fewerKeys, new Expr.Dim(all.ints(), 0), new Expr.Dim(all.ints(), 1)));
      Var left = fields.local("left", CoreType.INT);
      out.add(RowKernels.fewer(square.power(), left, all.reals(), all.ints(), fewer, fewerKeys));
      Expr some = new Expr.Choose(read(all.possible()), read(left), Exprs.integer(0));
      out.add(assign(size, some));
      out.addAll(after);
      fields.fill(new Compound.Region(out));
    }

    private void spread(Column column, Gathering.Columns from) {
      Var row = fields.local("row", CoreType.INT);
      Expr value = Exprs.load(fewer, read(row), from.start());
      after.add(declare(column.values(), read(size)));
      after.add(assign(column.squares(), Exprs.ZERO));
      Stmt store = new Stmt.Store(column.values(), List.of(read(row)), value);
      after.add(rows(row, store, square(column.squares(), value)));
    }

    private void spread(BlockColumns b, Gathering.Columns from) {
      Var row = fields.local("row", CoreType.INT);
      Var k = fields.local("k", CoreType.INT);
      Expr value = Exprs.load(fewer, read(row), from.at(read(k)));
      after.add(declare(b.values(), read(size), from.width()));
      after.add(assign(b.squares(), Exprs.ZERO));
      Stmt store = new Stmt.Store(b.values(), List.of(read(row), read(k)), value);
      Stmt rows = rows(row, store, square(b.squares(), value));
      after.add(BindLoops.count(k, from.width(), rows));
    }

    private void spread(Var key, Gathering.Columns from) {
      Var row = fields.local("row", CoreType.INT);
      after.add(declare(key, read(size)));
      Expr value = Exprs.load(fewerKeys, read(row), from.start());
      after.add(rows(row, new Stmt.Store(key, List.of(read(row)), value)));
    }

    private Stmt square(Var sum, Expr value) {
      return assign(sum, Exprs.add(read(sum), Exprs.multiply(value, value)));
    }

    private Stmt rows(Var row, Stmt... body) {
      return BindLoops.count(row, read(size), body);
    }

    private static Stmt declare(Var v, Expr... sizes) {
      return new Stmt.Declare(v, List.of(sizes), Stmt.Fill.NONE);
    }
  }

  private static Stmt assign(Var v, Expr value) {
    return new Stmt.Assign(v, value);
  }

  private static Expr read(Var v) {
    return Exprs.read(v);
  }
}
